import { useCallback } from 'react'
import { useApp } from '../apps/queries'
import { useReportChoice } from '../choices/store'
import { useYesterday } from '../clock/now'
import { useDefinition } from '../dictionary/definition-sheet'
import { isForbidden, isGone } from '../freshness/model'
import { useLocale } from '../language/text'
import { useExplain } from '../shell/explain'
import { maySee } from '../shell/modules'
import { useAppid } from '../shell/params'
import { usePull } from '../shell/pull'
import { definitionPeriod, freshnessOf, pointsIn } from './model'
import { useTrend } from './queries'

/** What 用户趋势 is made of: the choice, its answer and what a tap opens. */
export function useTrendPage() {
  const locale = useLocale()
  const appid = useAppid()
  const app = useApp(appid)
  const yesterday = useYesterday()
  const choice = useReportChoice(appid, 'trend')
  const isLocked = !maySee(app, 'trend')
  const view = useTrend(appid, 'trend', choice, yesterday, !isLocked)
  const points = pointsIn(view.data?.data.points ?? [], view.range)
  const { explain, sheet: reason } = useExplain()
  const { define, sheet: definition } = useDefinition(
    definitionPeriod(points, choice.metric, choice.granularity, locale),
  )
  const onRetry = useCallback(() => void view.refetch(), [view.refetch])
  usePull(view.refetch)
  const freshness = view.data === null ? null : freshnessOf(view.data.freshness, points)
  return {
    appid,
    app,
    yesterday,
    choice,
    view,
    standing: { ...view, freshness },
    explain,
    define,
    onRetry,
    reason,
    definition,
    isGone: isGone(view.error),
    isForbidden: isLocked || isForbidden(view.error),
  }
}
