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
export type Span = { preset: 'today' | 'yesterday' | 'last7' | 'last30' } | ({ preset: 'custom' } & Range)

const lengths = { yesterday: 1, last7: 7, last30: 30 } as const

const earlier = (one: Day, other: Day): Day => (one < other ? one : other)

/**
 * The days of a span. Presets of several days end yesterday, with the last day that is over; `newest` is the last day that
 * can be asked about, today where our own events speak. A span that one source has and the other has not ends earlier there.
 */
export function rangeOf(span: Span, yesterday: Day, newest: Day = yesterday): Range {
  if (span.preset === 'today') return { from: newest, to: newest }
  if (span.preset !== 'custom') return { from: addDays(yesterday, 1 - lengths[span.preset]), to: yesterday }
  return { from: earlier(span.from, newest), to: earlier(span.to, newest) }
}

/** The span that means a range: a preset where one fits. */
export function spanOf(range: Range, yesterday: Day): Span {
  const days = countDays(range.from, range.to)
  if (range.from > yesterday) return { preset: 'today' }
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

/** The range one step earlier or later, of the same length; null when it would pass `newest`. */
export function stepRange(range: Range, direction: -1 | 1, newest: Day): Range | null {
  const days = countDays(range.from, range.to)
  const moved = { from: addDays(range.from, direction * days), to: addDays(range.to, direction * days) }
  if (moved.to <= newest) return moved
  return range.to === newest ? null : { from: addDays(newest, 1 - days), to: newest }
}

const enough = { week: 12, month: 12 } as const

/**
 * The range to ask for at a granularity: days as picked; weeks and months widened to whole finished ones,
 * and to twelve of them when fewer were picked, since one week makes no trend. A range that holds today ends with the one that runs.
 */
export function askedRange(granularity: Granularity, range: Range, yesterday: Day): Range {
  if (granularity === 'day') return range
  const last = periodOf(granularity, range.to)
  const end = last.to <= yesterday || range.to > yesterday ? last : shiftPeriod(granularity, last, -1)
  const start = periodOf(granularity, range.from)
  const wanted = shiftPeriod(granularity, end, 1 - enough[granularity])
  const first = start.from < wanted.from ? start : wanted
  const capped = countDays(first.from, end.to) > MAX_RANGE_DAYS ? shiftPeriod(granularity, first, 1) : first
  return { from: capped.from, to: end.to }
}

/** Whether two ranges have a day in common. */
export const rangesMeet = (one: Range, other: Range): boolean => one.from <= other.to && other.from <= one.to
