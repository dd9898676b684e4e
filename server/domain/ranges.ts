import {
  countDays,
  type Day,
  dayOf,
  type Granularity,
  isDay,
  MAX_RANGE_DAYS,
  type Period,
  periodOf,
  periodsBetween,
  shiftPeriod,
  yesterdayOf,
} from '../../src/contract/periods.ts'
import type { Issue } from '../../src/contract/problems.ts'

export type RangeIssue = Omit<Issue, 'message'>

export interface RangeQuery {
  from: Day
  to: Day
  granularity: Granularity
  compareFrom?: Day
}

export interface Ranges {
  periods: Period[]
  compare: Period[] | null
}

const fault = (name: string, code: 'format' | 'range'): RangeIssue => ({ path: `/query/${name}`, code })

/** Who is asked: WeChat knows what is over, our own events what has begun. */
export type Source = 'wechat' | 'collector'

/** The last day that a source can be asked about. */
export const lastDayOf = (source: Source, now: number): Day => (source === 'wechat' ? yesterdayOf(now) : dayOf(now))

/** Whether a source cannot speak of a period yet. */
const isTooEarly = ({ from, to }: { from: Day; to: Day }, source: Source, now: number): boolean =>
  (source === 'wechat' ? to : from) > lastDayOf(source, now)

/** A single day that a source can be asked about. */
export function checkDay(name: string, day: Day, now: number, source: Source = 'wechat'): RangeIssue[] {
  if (!isDay(day)) return [fault(name, 'format')]
  return day > lastDayOf(source, now) ? [fault(name, 'range')] : []
}

/**
 * The periods of a question, or every fault in it: days that exist, in order, at most 366, whole weeks and months only;
 * of WeChat none after yesterday, of our own events none that has not begun. The comparison begins at a period's start, and
 * the same holds for it.
 */
export function rangesOf(
  query: RangeQuery,
  now: number,
  source: Source = 'wechat',
): { ranges: Ranges } | { issues: RangeIssue[] } {
  const { from, to, granularity, compareFrom } = query
  const issues: RangeIssue[] = []
  for (const [name, day] of Object.entries({ from, to, compareFrom })) {
    if (day !== undefined && !isDay(day)) issues.push(fault(name, 'format'))
  }
  if (issues.length > 0) return { issues }

  if (periodOf(granularity, from).from !== from) issues.push(fault('from', 'range'))
  const end = periodOf(granularity, to)
  if (isTooEarly(end, source, now) || end.to !== to) issues.push(fault('to', 'range'))
  if (from > to || countDays(from, to) > MAX_RANGE_DAYS) issues.push(fault('from', 'range'))
  if (issues.length > 0) return { issues: distinct(issues) }

  const periods = periodsBetween(granularity, from, to)
  if (compareFrom === undefined) return { ranges: { periods, compare: null } }
  if (compareFrom > lastDayOf(source, now)) return { issues: [fault('compareFrom', 'range')] }
  const first = periodOf(granularity, compareFrom)
  const last = shiftPeriod(granularity, first, periods.length - 1)
  if (first.from !== compareFrom || isTooEarly(last, source, now)) return { issues: [fault('compareFrom', 'range')] }
  return { ranges: { periods, compare: periodsBetween(granularity, first.from, last.to) } }
}

const distinct = (issues: RangeIssue[]): RangeIssue[] =>
  issues.filter((issue, index) => issues.findIndex(other => other.path === issue.path) === index)
