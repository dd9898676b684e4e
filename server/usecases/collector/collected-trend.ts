import type { Period } from '../../../src/contract/periods.ts'
import type { TrendAnswer, TrendPoint } from '../../../src/contract/reports.ts'
import { isKnown, isUnfinished, stateOf } from '../../domain/collector/horizon.ts'
import { metricValuesOf } from '../../domain/collector/metric-values.ts'
import type { CheckedTrend } from '../read-trend.ts'
import type { Timed } from '../timed-answer.ts'
import { type CollectorDeps, collectorAnswer, readHorizon, statedAll } from './deps.ts'

/** 用户趋势 of our own events: people of weeks and months are distinct as well, and the period that runs is partial. */
export async function collectedTrend(
  deps: CollectorDeps,
  { question, ranges, ids }: CheckedTrend,
): Promise<Timed<TrendAnswer>> {
  const { appid, from, to, granularity } = question
  const periods = new Map([...ranges.periods, ...(ranges.compare ?? [])].map(period => [period.from, period]))
  const horizon = await readHorizon(deps, appid, ranges.periods.at(-1)?.to ?? to)
  const counts = await deps.counts.visits(appid, granularity, [...periods.values()])
  const values = new Map(counts.map(one => [one.from, metricValuesOf(one)]))
  const pointOf = (period: Period): TrendPoint => {
    const row = isKnown(period, horizon) ? values.get(period.from) : undefined
    return {
      period: period.name,
      from: period.from,
      to: period.to,
      partial: isUnfinished(period, horizon),
      values: Object.fromEntries(ids.map(id => [id, row?.[id] ?? null])),
      state: stateOf(period, horizon),
    }
  }
  const data = { points: ranges.periods.map(pointOf), compare: ranges.compare?.map(pointOf) ?? null }
  return collectorAnswer('trend', { appid, from, to }, statedAll(ranges.periods, horizon), data, horizon)
}
