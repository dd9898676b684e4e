import { monthOf } from '../calendar.ts'
import { wobble } from './hash.ts'
import type { TrafficModel } from './model.ts'
import { type PeriodHeads, periodHeads } from './period.ts'
import type { Population } from './population.ts'

/** One retention report: key 0 is the cohort, key k those of it who came in period k. */
export interface RetentionLists {
  visit_uv_new: { key: number; value: number }[]
  visit_uv: { key: number; value: number }[]
}

/** How the periods of a retention report follow each other. */
interface Cadence {
  keys: readonly number[]
  /** First and last day of the period `key` after the one that begins on `from`. */
  after(from: number, key: number): { from: number; to: number }
  /** Return to period k relative to the model's next-day return. */
  curve(key: number): number
}

function monthsLater(from: number, key: number): { from: number; to: number } {
  let { first, last } = monthOf(from)
  for (let step = 0; step < key; step++) ({ first, last } = monthOf(last + 1))
  return { from: first, to: last }
}

const fade = (key: number) => (key === 0 ? 0 : key ** -0.62)

/** The three cadences with the keys that the report pages list. */
export const cadences = {
  daily: {
    keys: [0, 1, 2, 3, 4, 5, 6, 7, 14, 30],
    after: (from, key) => ({ from: from + key, to: from + key }),
    curve: fade,
  },
  weekly: {
    keys: [0, 1, 2, 3, 4],
    after: (from, key) => ({ from: from + 7 * key, to: from + 7 * key + 6 }),
    curve: key => 1.3 * fade(key),
  },
  monthly: { keys: [0, 1], after: monthsLater, curve: key => 1.5 * fade(key) },
} as const satisfies Record<string, Cadence>

/**
 * The cohort that begins on `from`, with the periods that are over on `until`. Nobody is counted twice: on each day the
 * returning first-timers of all its keys together are no more than the people who returned at all.
 */
export function retentionLists(
  model: TrafficModel,
  people: Population,
  cadence: Cadence,
  from: number,
  until: number,
): RetentionLists {
  const span = (key: number) => cadence.after(from, key)
  const heads = (key: number): PeriodHeads | null => periodHeads(people, span(key).from, span(key).to)
  const cohort = heads(0)
  if (!cohort) return { visit_uv_new: [], visit_uv: [] }
  const curveSum = cadence.keys.reduce((sum, key) => sum + cadence.curve(key), 0)

  const lists: RetentionLists = { visit_uv_new: [], visit_uv: [] }
  for (const key of cadence.keys.filter(each => span(each).to <= until)) {
    const then = heads(key)
    const returned = then ? then.visitors - then.fresh : 0
    const sway = wobble(people.seed, span(key).from, 300 + key, 0.08)
    const rate = (base: number) => Math.min(0.9, base * cadence.curve(key) * sway)
    const room = Math.floor((returned * cadence.curve(key)) / curveSum)
    const fresh = key === 0 ? cohort.fresh : Math.min(room, Math.round(cohort.fresh * rate(model.retention.fresh)))
    const known = cohort.visitors - cohort.fresh
    const old = key === 0 ? known : Math.min(returned - fresh, known, Math.round(known * rate(model.retention.active)))
    lists.visit_uv_new.push({ key, value: fresh })
    lists.visit_uv.push({ key, value: fresh + old })
  }
  return lists
}
