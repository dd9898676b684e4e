import { type MetricId, metrics } from '../../src/contract/metrics.ts'
import type { Day, Granularity, Period } from '../../src/contract/periods.ts'
import type { TrendAnswer } from '../../src/contract/reports.ts'
import type { DatacubeReport } from '../domain/datacube.ts'
import { freshnessOf } from '../domain/freshness.ts'
import { metricsOf } from '../domain/metric-list.ts'
import { type Ranges, rangesOf, type Source } from '../domain/ranges.ts'
import { type PeriodReadings, statedOf, trendPoint } from '../domain/trend-points.ts'
import { ProblemError } from '../errors.ts'
import type { ReportDeps } from './read-overview.ts'
import { type Timed, timedAnswer } from './timed-answer.ts'

export interface TrendQuestion {
  appid: string
  from: Day
  to: Day
  granularity: Granularity
  compareFrom?: Day
  /** Comma-separated ids. */
  metrics?: string
}

/** A trend whose parameters are sound. */
export interface CheckedTrend {
  question: TrendQuestion
  ranges: Ranges
  ids: MetricId[]
}

const visitReports = {
  day: 'visit.daily',
  week: 'visit.weekly',
  month: 'visit.monthly',
} as const satisfies Record<Granularity, DatacubeReport>

/** @throws ProblemError `invalid` with every fault of the question. */
export function checkTrend(question: TrendQuestion, now: number, source: Source = 'wechat'): CheckedTrend {
  const range = rangesOf(question, now, source)
  const list = metricsOf(question.metrics, question.granularity, source)
  if ('ranges' in range && 'ids' in list) return { question, ranges: range.ranges, ids: list.ids }
  const issues = [range, list].flatMap(checked => ('issues' in checked ? checked.issues : []))
  throw new ProblemError('invalid', { issues })
}

/**
 * 用户趋势: days, weeks and months each from WeChat's own endpoint, since people of days never add up. The freshness is
 * that of the range; compared points carry their own state.
 */
export async function readTrend(
  { reader }: Pick<ReportDeps, 'reader'>,
  { question, ranges, ids }: CheckedTrend,
): Promise<Timed<TrendAnswer>> {
  const { appid, from, to, granularity } = question
  const periods = distinct([...ranges.periods, ...(ranges.compare ?? [])])
  const read = async (report: 'visit' | 'summary') => {
    if (!ids.some(id => metrics[id].from === report)) return null
    const name = report === 'summary' ? 'summary.daily' : visitReports[granularity]
    const readings = await reader.read(appid, name, periods)
    return new Map(readings.map(reading => [reading.period.name, reading]))
  }
  const [visit, summary] = await Promise.all([read('visit'), read('summary')])
  const readingsOf = ({ name }: Period): PeriodReadings => ({ visit: visit?.get(name), summary: summary?.get(name) })
  const pointsOf = (wanted: Period[]) => wanted.map(period => trendPoint(period, readingsOf(period), ids))
  return timedAnswer(
    'trend',
    { appid, from, to },
    [...(visit?.values() ?? []), ...(summary?.values() ?? [])],
    { points: pointsOf(ranges.periods), compare: ranges.compare && pointsOf(ranges.compare) },
    freshnessOf(ranges.periods.flatMap(period => statedOf(readingsOf(period)))),
  )
}

const distinct = (periods: Period[]): Period[] => [...new Map(periods.map(period => [period.name, period])).values()]
