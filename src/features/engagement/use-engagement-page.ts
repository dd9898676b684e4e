import { rangeText } from '@/lib/dates'
import { useDefinition } from '../dictionary/definition-sheet'
import { useEntry } from '../dictionary/entry-sheet'
import { useLocale, useText } from '../language/text'
import { useReport, useReportPlace } from '../report/use-report'
import { definitionPeriod, hasNumber } from '../trend/model'
import { bucketFormula, bucketsOf, type Distribution } from './model'
import { useEngagement, useEngagementTrend } from './queries'

/** What 时长分析 is made of: two distributions, the means of the same days, and what a tap opens. */
export function useEngagementPage() {
  const { engagement } = useText()
  const locale = useLocale()
  const place = useReportPlace('engagement')
  const report = useReport(place, useEngagement(place))
  const trend = useEngagementTrend(place)
  const points = trend.data?.data.points ?? []
  const { define, sheet: definition } = useDefinition(definitionPeriod(points, 'stay_time_session', 'day', locale))
  const { tell, sheet: entry } = useEntry()
  const answer = report.view.data
  const range = answer?.range ?? place.range
  const onDefine = (which: Distribution) => {
    if (answer === null) return
    const { filled, label } = bucketFormula(bucketsOf(which, answer.data[which], locale), answer.data.totals[which])
    tell({
      name: engagement[which],
      sentence: engagement.sentence[which],
      formula: engagement.formula,
      filled,
      note: [label, rangeText(range.from, range.to, place.yesterday)].filter(Boolean).join(' · '),
      over: engagement.overDays,
      field: engagement.field[which],
    })
  }
  const freshness = trend.data?.freshness ?? null
  return {
    report,
    answer,
    range,
    points,
    isEmpty: answer === null || (answer.data.totals.stay === null && answer.data.totals.depth === null),
    trend,
    /** The means come with an answer of their own: whether it stands otherwise than the page. */
    isOwnState: freshness !== null && freshness.state !== answer?.freshness.state,
    standing: { ...trend, freshness, source: place.source, isKnown: points.some(hasNumber) },
    onRetryTrend: () => void trend.refetch(),
    define,
    onDefine,
    definition,
    entry,
  }
}
