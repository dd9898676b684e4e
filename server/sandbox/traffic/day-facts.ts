import { roll, wobble } from './hash.ts'
import type { TrafficModel } from './model.ts'
import type { Heads, Population } from './population.ts'
import { split } from './split.ts'

/** Everything about one day of one app that the reports share. */
export interface DayFacts extends Heads {
  day: number
  sessions: number
  views: number
  /** Mean number of distinct pages an open. */
  depth: number
  /** Seconds of all visitors together. */
  stay: number
  shares: number
  sharers: number
  /** Opens per bucket, keys 1 … 7 and 1 … 8 in order. */
  depthBuckets: number[]
  stayBuckets: number[]
}

const depthWeights = [30.3, 44.5, 13.5, 6.2, 3, 2.2, 0.3]
/** Distinct pages that an open of the bucket has on average; 6 means 6–10, 7 more than 10. */
const depthMeans = [1, 2, 3, 4, 5, 7.1, 12.6]
const stayWeights = [4.4, 8.6, 13.9, 19.8, 13.2, 15.1, 13.4, 11.6]
/** Seconds, inside the bucket's borders. */
const stayMeans = [1.2, 3.9, 7.8, 14.6, 24.7, 39.4, 70.8, 214]

/** Effect of the releases until a day: each one moves the level up or down a little and it stays there. */
function releaseLevel(model: TrafficModel, people: Population, day: number): number {
  if (model.releaseEvery === 0) return 0
  const release = Math.floor((day - people.first) / model.releaseEvery)
  return release === 0 ? 0 : 0.05 + 0.11 * (roll(people.seed, release, 11) - 0.35)
}

const total = (parts: readonly number[], means: readonly number[]) =>
  parts.reduce((sum, part, index) => sum + part * (means[index] ?? 0), 0)

/** Null on days on which the app had no life. */
export function dayFacts(model: TrafficModel, people: Population, day: number): DayFacts | null {
  const heads = people.on(day)
  if (!heads) return null
  const { seed } = people
  const release = releaseLevel(model, people, day)
  const opens = 1 + (model.opensPerVisitor - 1) * wobble(seed, day, 21, 0.07) * (1 + release)
  const sessions = Math.max(heads.visitors, Math.round(heads.visitors * opens))
  const depthBuckets = split(
    sessions,
    depthWeights.map((weight, index) => weight * wobble(seed, day, 30 + index, 0.08) * (1 + release * (index - 1))),
  )
  const stayBuckets = split(
    sessions,
    stayWeights.map((weight, index) => weight * wobble(seed, day, 40 + index, 0.08)),
  )
  const distinct = total(depthBuckets, depthMeans)
  const views = Math.max(Math.ceil(distinct), Math.round(distinct * (1.58 + 0.1 * roll(seed, day, 22))))
  const shares = Math.round(views * model.shareRate * wobble(seed, day, 23, 0.25))
  return {
    ...heads,
    day,
    sessions,
    views,
    depth: sessions > 0 ? distinct / sessions : 0,
    stay: Math.round(total(stayBuckets, stayMeans)),
    shares,
    sharers: Math.min(heads.visitors, Math.ceil(shares * (0.58 + 0.1 * roll(seed, day, 24)))),
    depthBuckets,
    stayBuckets,
  }
}
