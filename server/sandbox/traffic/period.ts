import { weekdayOf } from '../calendar.ts'
import { roll } from './hash.ts'
import type { Population } from './population.ts'

/** Distinct people of a span of days. */
export interface PeriodHeads {
  visitors: number
  fresh: number
}

/**
 * Distinct visitors from `from` to `to`. Nobody can check them against raw visits, but they keep every bound that distinct
 * counts have: at least the visitors of any day (or finished week) inside plus all first-timers after it, at most the
 * sum of the days and everybody the app ever had.
 */
export function periodHeads(people: Population, from: number, to: number): PeriodHeads | null {
  let lower = 0
  let sum = 0
  let fresh = 0
  let total = 0
  for (let day = to; day >= from; day--) {
    const heads = people.on(day)
    if (!heads) continue
    lower = Math.max(lower, heads.visitors + fresh)
    if (to - from > 6 && weekdayOf(day) === 6 && day - 6 >= from) {
      const week = periodHeads(people, day - 6, day)
      lower = Math.max(lower, (week?.visitors ?? 0) + fresh)
    }
    sum += heads.visitors
    fresh += heads.fresh
    total = Math.max(total, heads.total)
  }
  if (total === 0) return null
  lower = Math.max(lower, fresh)
  const upper = Math.min(sum, total)
  const length = to - from + 1
  const spread = length === 1 ? 1 : (length <= 7 ? 0.36 : 0.14) + 0.06 * roll(people.seed, from, 50 + length)
  return { visitors: Math.round(lower + Math.max(0, upper - lower) * spread), fresh }
}
