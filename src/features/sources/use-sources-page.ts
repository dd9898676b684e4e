import { useState } from 'react'
import type { SourceMetric } from '@/contract/sources'
import { rangeText } from '@/lib/dates'
import { useWide } from '@/ui'
import { useEntry } from '../dictionary/entry-sheet'
import { useLocale, useText } from '../language/text'
import { useReport, useReportPlace } from '../report/use-report'
import { shareFormula, sourceNameIn } from './model'
import { useSources } from './queries'

/** What 来源分析 is made of: the metric chosen, its answer, the source that is looked at over days. */
export function useSourcesPage() {
  const { sources, metrics } = useText()
  const locale = useLocale()
  const isWide = useWide()
  const place = useReportPlace('sources')
  const [metric, setMetric] = useState<SourceMetric>('session_cnt')
  const [picked, setPicked] = useState<number | null>(null)
  const report = useReport(place, useSources({ ...place, metric }))
  const { tell, sheet } = useEntry()
  const answer = report.view.data
  const range = answer?.range ?? place.range
  const onDefine = () => {
    if (answer === null) return
    const { filled, name } = shareFormula(answer.data, locale)
    tell({
      name: sources.definition(metrics[metric]),
      sentence: sources.sentence,
      formula: sources.formula,
      filled,
      note: [name, rangeText(range.from, range.to, place.yesterday)].filter(Boolean).join(' · '),
      over: sources.overDays,
      field: `${sources.field}_${metric}`,
    })
  }
  // beside the list there is always one; on a phone it comes on a tap
  const key = picked ?? (isWide ? (answer?.data.items[0]?.key ?? null) : null)
  return {
    report,
    answer,
    range,
    metric,
    setMetric,
    picked: key === null || answer === null ? null : { key, name: sourceNameIn(answer.data, key, locale) },
    setPicked,
    isWide,
    onDefine,
    definition: sheet,
  }
}

export type SourcesPage = ReturnType<typeof useSourcesPage>
