import { dayOf, parseDay, weekdayOf } from '../calendar.ts'
import { roll, seedOf, wobble } from './hash.ts'
import { holidayFactor } from './holidays.ts'
import type { TrafficModel } from './model.ts'

/** People of one day: all of them, those who never came before, and everybody so far. */
export interface Heads {
  visitors: number
  fresh: number
  total: number
}

/** What a later computation of the same day changes: a factor per day, or one for all. */
export type Restatement = (day: number) => number

/** The people of an app, day by day from its first; grows as later days are asked for. */
export interface Population {
  seed: number
  first: number
  /** Infinity while the app lives. */
  last: number
  /** Null before the first and after the last day. */
  on(day: number): Heads | null
}

const gridDays = 28

function firstDayOf(model: TrafficModel, startedAt: number): number {
  if (typeof model.firstDay === 'string') return parseDay(model.firstDay) ?? 0
  const latest = dayOf(startedAt) - model.firstDay.weeksAgo * 7
  return latest - (latest % gridDays)
}

/** @param startedAt epoch ms; matters only for a model whose first day is given in weeks. */
export function population(
  appid: string,
  model: TrafficModel,
  startedAt: number,
  restated: Restatement = () => 1,
): Population {
  const seed = seedOf(appid)
  const first = firstDayOf(model, startedAt)
  const last = model.lastDay ? (parseDay(model.lastDay) ?? first) : Number.POSITIVE_INFINITY
  const days: Heads[] = []

  const demand = (day: number, age: number) => {
    const grown = 1 - 0.92 * Math.exp((-3 * age) / model.growthDays)
    const season = 1 + 0.05 * Math.sin((day / 365.25) * 2 * Math.PI)
    const week = model.weekdays[weekdayOf(day)] ?? 1
    const noise = wobble(seed, day, 1, 0.06) * restated(day)
    return model.visitors * grown * season * week * holidayFactor(day, model.holidays) * noise
  }

  const next = (): Heads => {
    const age = days.length
    const day = first + age
    const before = days[age - 1]?.total ?? 0
    const wanted = demand(day, age)
    const share = Math.min(
      1,
      model.newShare * wobble(seed, day, 2, 0.2) + 0.6 * Math.exp((-8 * age) / model.growthDays),
    )
    const fresh = age === 0 ? Math.max(1, Math.round(wanted)) : Math.round(wanted * share)
    const returning = Math.min(
      Math.max(0, Math.round(wanted) - fresh),
      Math.floor(before * (0.4 + 0.1 * roll(seed, day, 3))),
    )
    return { visitors: fresh + returning, fresh, total: before + fresh }
  }

  return {
    seed,
    first,
    last,
    on(day) {
      if (day < first || day > last) return null
      while (days.length <= day - first) days.push(next())
      return days[day - first] ?? null
    },
  }
}
