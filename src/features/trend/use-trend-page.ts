import { useReportChoice } from '../choices/store'
import { useDefinition } from '../dictionary/definition-sheet'
import { useLocale } from '../language/text'
import { useReport, useReportPlace } from '../report/use-report'
import { definitionPeriod, hasNumber, pointsIn } from './model'
import { trendFreshness, useTrend } from './queries'

/** What 用户趋势 is made of: the choice, its answer and what a tap opens. */
export function useTrendPage() {
  const locale = useLocale()
  const place = useReportPlace('trend')
  const { appid, yesterday } = place
  const choice = useReportChoice(appid, 'trend')
  const view = useTrend(appid, 'trend', choice, yesterday, place.source, !place.isLocked)
  const points = pointsIn(view.data?.data.points ?? [], view.range)
  const report = useReport(place, view, trendFreshness(view))
  const { define, sheet: definition } = useDefinition(
    definitionPeriod(points, choice.metric, choice.granularity, locale),
  )
  return { report, choice, view, isEmpty: !points.some(hasNumber), define, definition }
}
