import { type MetricId, metrics } from '../../src/contract/metrics.ts'
import type { Period } from '../../src/contract/periods.ts'
import type { TrendPoint } from '../../src/contract/reports.ts'
import { type Stated, worstOf } from './freshness.ts'
import type { MetricRow } from './rows.ts'

/** What is known of a period from one of WeChat's reports. */
export interface MetricReading extends Stated {
  rows: MetricRow | null
}

/** The readings of one period by the report that carries them; absent when no metric of it is wanted. */
export interface PeriodReadings {
  visit?: MetricReading
  summary?: MetricReading
}

/** One point of a trend; its state is the worse of the reports that make it up. */
export function trendPoint(period: Period, readings: PeriodReadings, ids: MetricId[]): TrendPoint {
  const { name, from, to } = period
  const values = Object.fromEntries(ids.map(id => [id, readings[metrics[id].from]?.rows?.[id] ?? null]))
  return { period: name, from, to, partial: false, values, state: worstOf(statedOf(readings).map(one => one.state)) }
}

/** The states behind a point, for the freshness of a range. */
export const statedOf = ({ visit, summary }: PeriodReadings): Stated[] =>
  [visit, summary].filter(one => one !== undefined)
