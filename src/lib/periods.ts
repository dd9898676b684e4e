import {
  addDays,
  countDays,
  type Day,
  type Granularity,
  MAX_RANGE_DAYS,
  periodOf,
  periodsBetween,
  shiftPeriod,
} from '../contract/periods'

export interface Range {
  from: Day
  to: Day
}

/** The stretch that a person picked: a preset moves on with the days, a custom one stays. */
export type Span = { preset: 'yesterday' | 'last7' | 'last30' } | ({ preset: 'custom' } & Range)

const lengths = { yesterday: 1, last7: 7, last30: 30 } as const

/** The days of a span, the newest being `yesterday`. */
export function rangeOf(span: Span, yesterday: Day): Range {
  if (span.preset !== 'custom') return { from: addDays(yesterday, 1 - lengths[span.preset]), to: yesterday }
  return { from: span.from, to: span.to > yesterday ? yesterday : span.to }
}

/** The span that means a range: a preset where one fits. */
export function spanOf(range: Range, yesterday: Day): Span {
  const days = countDays(range.from, range.to)
  if (range.to === yesterday && days === lengths.yesterday) return { preset: 'yesterday' }
  if (range.to === yesterday && days === lengths.last7) return { preset: 'last7' }
  if (range.to === yesterday && days === lengths.last30) return { preset: 'last30' }
  return { preset: 'custom', ...range }
}

/** Weeks back to the days that a range is held against: whole weeks, so that Monday meets Monday (30 days → 5 weeks). */
export const comparisonWeeks = (range: Range): number => Math.ceil(countDays(range.from, range.to) / 7)

/** Where the comparison of a range begins: whole weeks earlier by days, as many periods earlier by weeks and months. */
export function comparisonFrom(granularity: Granularity, range: Range): Day {
  if (granularity === 'day') return addDays(range.from, -7 * comparisonWeeks(range))
  const count = periodsBetween(granularity, range.from, range.to).length
  return shiftPeriod(granularity, periodOf(granularity, range.from), -count).from
}

/** The range one step earlier or later, of the same length; null when it would pass `yesterday`. */
export function stepRange(range: Range, direction: -1 | 1, yesterday: Day): Range | null {
  const days = countDays(range.from, range.to)
  const moved = { from: addDays(range.from, direction * days), to: addDays(range.to, direction * days) }
  if (moved.to <= yesterday) return moved
  return range.to === yesterday ? null : { from: addDays(yesterday, 1 - days), to: yesterday }
}

const enough = { week: 12, month: 12 } as const

/**
 * The range to ask for at a granularity: days as picked; weeks and months widened to whole finished ones,
 * and to twelve of them when fewer were picked, since one week makes no trend.
 */
export function askedRange(granularity: Granularity, range: Range, yesterday: Day): Range {
  if (granularity === 'day') return range
  const last = periodOf(granularity, range.to)
  const end = last.to <= yesterday ? last : shiftPeriod(granularity, last, -1)
  const start = periodOf(granularity, range.from)
  const wanted = shiftPeriod(granularity, end, 1 - enough[granularity])
  const first = start.from < wanted.from ? start : wanted
  const capped = countDays(first.from, end.to) > MAX_RANGE_DAYS ? shiftPeriod(granularity, first, 1) : first
  return { from: capped.from, to: end.to }
}

/** Whether two ranges have a day in common. */
export const rangesMeet = (one: Range, other: Range): boolean => one.from <= other.to && other.from <= one.to
