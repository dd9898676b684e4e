import {
  countDays,
  type Day,
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

/** A single day that WeChat can be asked about. */
export function checkDay(name: string, day: Day, now: number): RangeIssue[] {
  if (!isDay(day)) return [fault(name, 'format')]
  return day > yesterdayOf(now) ? [fault(name, 'range')] : []
}

/**
 * The periods of a question to WeChat, or every fault in it: days that exist, in order, at most 366, none after
 * yesterday, whole weeks and months only; the comparison begins at a period's start and has ended as well.
 */
export function rangesOf(query: RangeQuery, now: number): { ranges: Ranges } | { issues: RangeIssue[] } {
  const { from, to, granularity, compareFrom } = query
  const issues: RangeIssue[] = []
  for (const [name, day] of Object.entries({ from, to, compareFrom })) {
    if (day !== undefined && !isDay(day)) issues.push(fault(name, 'format'))
  }
  if (issues.length > 0) return { issues }

  const yesterday = yesterdayOf(now)
  if (periodOf(granularity, from).from !== from) issues.push(fault('from', 'range'))
  if (to > yesterday || periodOf(granularity, to).to !== to) issues.push(fault('to', 'range'))
  if (from > to || countDays(from, to) > MAX_RANGE_DAYS) issues.push(fault('from', 'range'))
  if (issues.length > 0) return { issues: distinct(issues) }

  const periods = periodsBetween(granularity, from, to)
  if (compareFrom === undefined) return { ranges: { periods, compare: null } }
  if (compareFrom > yesterday) return { issues: [fault('compareFrom', 'range')] }
  const first = periodOf(granularity, compareFrom)
  const last = shiftPeriod(granularity, first, periods.length - 1)
  if (first.from !== compareFrom || last.to > yesterday) return { issues: [fault('compareFrom', 'range')] }
  return { ranges: { periods, compare: periodsBetween(granularity, first.from, last.to) } }
}

const distinct = (issues: RangeIssue[]): RangeIssue[] =>
  issues.filter((issue, index) => issues.findIndex(other => other.path === issue.path) === index)
