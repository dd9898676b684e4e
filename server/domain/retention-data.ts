import { type Period, startOfDay, yesterdayOf } from '../../src/contract/periods.ts'
import type { RetentionCell, RetentionData, RetentionRow } from '../../src/contract/report-retention.ts'
import { type CellState, type Cohort, retentionKeys } from '../../src/contract/retention.ts'
import { shareOf } from './buckets.ts'
import { type DatacubeReport, reportOf } from './datacube.ts'
import type { Stated } from './freshness.ts'
import { keyPeriod } from './maturing.ts'
import type { Cohorts } from './retention.ts'
import { endsAt, settlesAt } from './settling.ts'

/** What is known of one cohort. */
export interface CohortReading extends Stated {
  period: Period
  rows: Cohorts | null
}

/** A key that was read before its period was over, as some answers carry it, is no count yet. */
const isOver = (of: Period, fetchedAt: number | null, now: number): boolean =>
  fetchedAt !== null && Math.min(fetchedAt, now) >= endsAt(of)

/** A key that is not there is immature as long as its period is not over, or was only over when WeChat was not ready. */
function stateOfAbsent(of: Period, fetchedAt: number | null, now: number): CellState {
  const yesterday = yesterdayOf(now)
  if (of.to > yesterday) return 'immature'
  const wasReady = fetchedAt !== null && fetchedAt >= settlesAt(of)
  return of.to === yesterday && !wasReady ? 'immature' : 'missing'
}

function rowOf(report: DatacubeReport, reading: CohortReading, cohort: Cohort, now: number): RetentionRow {
  const { period, state, rows, fetchedAt } = reading
  const counts = new Map(rows?.[cohort].map(({ key, value }) => [key, value]))
  const size = counts.get(0) ?? null
  const cells = retentionKeys[reportOf(report).granularity].map((key): RetentionCell => {
    const of = keyPeriod(report, period, key)
    const count = isOver(of, fetchedAt, now) ? (counts.get(key) ?? null) : null
    if (count !== null) return { key, count, rate: shareOf(count, size), state: 'value' }
    return { key, count, rate: null, state: stateOfAbsent(of, fetchedAt, now) }
  })
  return { period: period.name, state, size, cells }
}

/** Who came back, over all who could have: cohorts without people or without the key do not count. */
function meanOf(rows: RetentionRow[], index: number): number | null {
  let back = 0
  let people = 0
  for (const { size, cells } of rows) {
    const count = cells[index]?.count ?? null
    if (count === null || !size) continue
    back += count
    people += size
  }
  return shareOf(back, people)
}

/** 留存分析: a row for each cohort, oldest first, and the mean weighted by size. */
export function retentionData(
  report: DatacubeReport,
  readings: readonly CohortReading[],
  cohort: Cohort,
  now: number,
): RetentionData {
  const keys = [...retentionKeys[reportOf(report).granularity]]
  const rows = readings.map(reading => rowOf(report, reading, cohort, now))
  return { keys, rows, mean: keys.map((key, index) => ({ key, rate: meanOf(rows, index) })) }
}

/** Epoch ms until which the immature cells of an answer stay so by the calendar: the next midnight, if there are any. */
export function maturesBy({ rows }: RetentionData, now: number): number {
  const isOpen = rows.some(({ cells }) => cells.some(({ state }) => state === 'immature'))
  return isOpen ? startOfDay(yesterdayOf(now), 48) : Number.POSITIVE_INFINITY
}
