import { call } from '@/api'
import { useView } from '@/api/view'
import type { Day } from '@/contract/periods'
import type { TrendAnswer } from '@/contract/reports'
import { type Range, type Span, spanOf } from '@/lib/periods'
import { pollAfter } from '../freshness/model'
import { useOverview } from '../overview/queries'
import { maySee } from '../shell/modules'
import { dayAfter, dayBefore, isSettled, monthsBefore, newestKnown, spanEndingAt } from './nearest-model'
import type { Report } from './use-report'

/** Where the nearest numbers are. */
export interface Nearest {
  kind: 'day' | 'month'
  /** The day, or the first of the month. */
  day: Day
  span: Span
}

/** The months of a year that ended before a day; a finished month is asked for once, ever. */
function useMonths(appid: string, day: Day, years: number, enabled: boolean) {
  const range = monthsBefore(day, years)
  const { data } = useView<TrendAnswer>({
    name: `${appid}/trend?months&${range.from}`,
    read: signal => call('readTrend', { params: { appid }, query: { ...range, granularity: 'month' } }, { signal }),
    enabled,
    poll: pollAfter,
  })
  const found = data === null ? null : newestKnown(data.data.points)
  return { found, isEmpty: data !== null && found === null && data.freshness.state !== 'pending' }
}

/** The nearest numbers to days that have none: the last day before, the newest after, else the last month of two years. */
export function useNearest({ appid, app, standing, yesterday }: Report, range: Range): Nearest | null {
  const isAsked = app !== null && maySee(app, 'overview') && isSettled(standing.freshness?.state)
  const ofFirst = useOverview(appid, range.from, isAsked).data
  const before = dayBefore(ofFirst)
  const isLater = isAsked && ofFirst !== null && ofFirst.freshness.state !== 'pending' && before === null
  const ofYesterday = useOverview(appid, yesterday, isLater).data
  const day = before ?? dayAfter(ofYesterday, range)
  const isOlder = isLater && maySee(app, 'trend') && ofYesterday !== null && day === null
  const lastYear = useMonths(appid, range.from, 0, isOlder)
  const yearBefore = useMonths(appid, range.from, 1, isOlder && lastYear.isEmpty)
  if (!isAsked) return null
  if (day !== null) return { kind: 'day', day, span: spanEndingAt(day, range, yesterday) }
  const month = lastYear.found ?? yearBefore.found
  return month === null ? null : { kind: 'month', day: month.from, span: spanOf(month, yesterday) }
}
