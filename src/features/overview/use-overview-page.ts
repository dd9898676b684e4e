import { useCallback, useState } from 'react'
import type { MetricId } from '@/contract/metrics'
import type { Day } from '@/contract/periods'
import { isForbidden, isGone } from '@/features/freshness/model'
import { useApp } from '../apps/queries'
import { choose, useReportChoice } from '../choices/store'
import { useYesterday } from '../clock/now'
import { useDefinition } from '../dictionary/definition-sheet'
import { useExplain } from '../shell/explain'
import { useAppid } from '../shell/params'
import { usePull } from '../shell/pull'
import { definitionDay, shownDay } from './model'
import { useOverview } from './queries'
import { scrollToTrend } from './scroll'

/** What 数据概况 is made of: the day chosen, its answer and what a tap opens. */
export function useOverviewPage() {
  const appid = useAppid()
  const app = useApp(appid)
  const yesterday = useYesterday()
  const [chosen, setDate] = useState<Day | null>(null)
  const view = useOverview(appid, chosen)
  const { metric } = useReportChoice(appid, 'overview')
  const { explain, sheet: reason } = useExplain()
  const { define, sheet: definition } = useDefinition(view.data === null ? null : definitionDay(shownDay(view.data)))
  const onTrend = useCallback(
    (id: MetricId) => {
      choose(appid, 'overview', { metric: id })
      scrollToTrend()
    },
    [appid],
  )
  const onRetry = useCallback(() => void view.refetch(), [view.refetch])
  usePull(view.refetch)
  return {
    appid,
    app,
    yesterday,
    date: view.data?.data.date ?? chosen ?? yesterday,
    setDate,
    answer: view.data,
    isReading: view.isFetching,
    standing: { ...view, freshness: view.data?.freshness ?? null },
    metric,
    explain,
    define,
    onTrend,
    onRetry,
    reason,
    definition,
    isGone: isGone(view.error),
    isForbidden: isForbidden(view.error),
  }
}
