import type { DayFacts } from './day-facts.ts'
import { wobble } from './hash.ts'
import type { TrafficModel } from './model.ts'
import { split } from './split.ts'

/** One list of the distribution report; keys in descending order, those without a visit left out. */
export interface DistributionList {
  index: string
  item_list: { key: number; value: number }[]
}

const listOf = (index: string, keys: readonly number[], values: readonly number[]): DistributionList => ({
  index,
  item_list: keys
    .map((key, position) => ({ key, value: values[position] ?? 0 }))
    .filter(item => item.value > 0)
    .sort((left, right) => right.key - left.key),
})

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** The lists of a day; opens by source, by stay and by depth each add up to the day's opens. */
export function distributionLists(model: TrafficModel, seed: number, facts: DayFacts | null): DistributionList[] {
  const keys = Object.keys(model.sources).map(Number)
  const opens = facts
    ? split(
        facts.sessions,
        keys.map(key => (model.sources[key] ?? 0) * wobble(seed, facts.day, 200 + key, 0.15)),
      )
    : []
  const perOpen = facts ? Math.min(1, (1.15 * facts.visitors) / Math.max(1, facts.sessions)) : 0
  const visitors = opens.map(count => Math.min(facts?.visitors ?? 0, Math.ceil(count * perOpen)))
  return [
    listOf('access_source_session_cnt', keys, opens),
    ...(model.sourceVisitors ? [listOf('access_source_visit_uv', keys, visitors)] : []),
    listOf('access_staytime_info', upTo(8), facts?.stayBuckets ?? []),
    listOf('access_depth_info', upTo(7), facts?.depthBuckets ?? []),
  ]
}
