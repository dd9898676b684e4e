import { useCallback, useState } from 'react'
import type { MetricId } from '@/contract/metrics'
import type { Day } from '@/contract/periods'
import { choose, useReportChoice } from '../choices/store'
import { useDefinition } from '../dictionary/definition-sheet'
import { useReport, useReportPlace } from '../report/use-report'
import { definitionDay, shownDay } from './model'
import { useOverview } from './queries'
import { scrollToTrend } from './scroll'

/** What 数据概况 is made of: the day chosen, its answer and what a tap opens. */
export function useOverviewPage() {
  const place = useReportPlace('overview')
  const { appid, yesterday } = place
  const [chosen, setDate] = useState<Day | null>(null)
  const view = useOverview(appid, chosen, !place.isLocked, place.source)
  const report = useReport(place, view)
  const { metric } = useReportChoice(appid, 'overview')
  const { define, sheet: definition } = useDefinition(view.data === null ? null : definitionDay(shownDay(view.data)))
  const onTrend = useCallback(
    (id: MetricId) => {
      choose(appid, 'overview', { metric: id })
      scrollToTrend()
    },
    [appid],
  )
  return {
    report,
    date: view.data?.data.date ?? chosen ?? yesterday,
    setDate,
    answer: view.data,
    isReading: view.isFetching,
    metric,
    define,
    onTrend,
    definition,
  }
}
