import { addDays, addMonths, countDays, type Day, periodOf } from '../../contract/periods'
import type { ReportState } from '../../contract/report-states'
import type { OverviewAnswer, TrendPoint } from '../../contract/reports'
import { type Range, type Span, spanOf } from '../../lib/periods'
import { hasNumbers, shownDay } from '../overview/model'
import { hasNumber } from '../trend/model'

/** WeChat has spoken about these days: nothing more comes by itself. */
const settled = ['final', 'provisional', 'missing', 'not_ready'] as const satisfies ReportState[]

export const isSettled = (state: ReportState | undefined): boolean =>
  (settled as readonly (ReportState | undefined)[]).includes(state)

/** The last day with numbers before a range, by the overview of its first day; null where there is none or nobody knows. */
export const dayBefore = (ofFirst: Pick<OverviewAnswer, 'data'> | null): Day | null =>
  ofFirst?.data.latest?.date ?? null

/** The newest day with numbers after a range, by the overview of yesterday. */
export function dayAfter(ofYesterday: Pick<OverviewAnswer, 'data'> | null, range: Range): Day | null {
  if (ofYesterday === null) return null
  const { date, metrics } = shownDay(ofYesterday)
  return hasNumbers(metrics) && date > range.to ? date : null
}

/** As many days as a range has, ending at a day. */
export const spanEndingAt = (day: Day, range: Range, yesterday: Day): Span =>
  spanOf({ from: addDays(day, 1 - countDays(range.from, range.to)), to: day }, yesterday)

const YEAR = 12

/** So many whole months before the month of a day, `years` further back: what one call asks for where the days are not known any more. */
export function monthsBefore(day: Day, years: number): Range {
  const first = periodOf('month', day).from
  return { from: addMonths(first, -YEAR * (years + 1)), to: addDays(addMonths(first, -YEAR * years), -1) }
}

/** The newest period with numbers; null where there is none. */
export function newestKnown(points: readonly TrendPoint[]): Range | null {
  const newest = points.findLast(hasNumber)
  return newest === undefined ? null : { from: newest.from, to: newest.to }
}
