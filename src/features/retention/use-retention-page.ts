import { useCallback, useState } from 'react'
import { askedRange } from '@/lib/periods'
import { useReportChoice } from '../choices/store'
import { useEntry } from '../dictionary/entry-sheet'
import { useLocale, useText } from '../language/text'
import { useReport, useReportPlace } from '../report/use-report'
import { filledRate } from './curve-model'
import { rowName } from './model'
import { useRetention } from './queries'

/** What 留存分析 is made of: the choice, its answer, the cohort that is open and the definition. */
export function useRetentionPage() {
  const { retention } = useText()
  const locale = useLocale()
  const place = useReportPlace('retention')
  const { appid, span, source, yesterday } = place
  const choice = useReportChoice(appid, 'retention')
  const { cohort, granularity } = choice
  const range = askedRange(granularity, place.range, yesterday)
  const view = useRetention({ appid, choice, span, range, source, enabled: !place.isLocked })
  const report = useReport(place, view)
  const { tell, sheet } = useEntry()
  const [opened, setOpened] = useState<string | null>(null)
  const onOpen = useCallback((period: string) => setOpened(period), [])
  const data = view.data?.data ?? null
  const onDefine = () => {
    const example = data && filledRate(data)
    tell({
      name: retention.rate[cohort],
      sentence: retention.sentence[cohort],
      formula: retention.formula,
      filled: example?.filled ?? '--',
      ...(example
        ? {
            note: `${rowName(granularity, example.period, locale)} · ${retention.after[granularity](example.key)}`,
          }
        : {}),
      over: retention.over,
      field: cohort === 'new' ? 'visit_uv_new' : 'visit_uv',
    })
  }
  return {
    report,
    choice,
    answer: view.data,
    isReading: view.isFetching,
    /** The periods on screen: those of the answer, which may have been kept since an earlier day. */
    range: view.data?.range ?? range,
    definition: sheet,
    onDefine,
    opened,
    onOpen,
    onClose: () => setOpened(null),
  }
}
