import type { Locale } from '../../contract/identity'
import { type MetricId, metrics } from '../../contract/metrics'
import type { Granularity } from '../../contract/periods'
import type { TrendPoint } from '../../contract/reports'
import { formatMetric } from '../../lib/metric-format'
import { textOf } from '../../lib/text'

export interface Amount {
  label: string
  /** null where no point has a number. */
  amount: number | null
  /** Points without a number, which are not in it. */
  unknown: number
}

export interface Summary extends Omit<Amount, 'amount'> {
  value: string
}

interface Weighed {
  value: number
  weight: number
}

const weightOf: Partial<Record<MetricId, MetricId>> = {
  stay_time_session: 'session_cnt',
  visit_depth: 'session_cnt',
  stay_time_uv: 'visit_uv',
}

const mean = (items: Weighed[]): number | null => {
  const weight = items.reduce((sum, item) => sum + item.weight, 0)
  return weight === 0 ? null : items.reduce((sum, item) => sum + item.value * item.weight, 0) / weight
}

/**
 * One number for a range by the rule of its metric: counts are added, stays and depth are weighted,
 * a cumulative number is the last one, and people are never added but averaged over the periods that are over.
 */
export function amountOf(points: TrendPoint[], metric: MetricId, granularity: Granularity, locale: Locale): Amount {
  const { reports } = textOf(locale)
  const weigher = weightOf[metric]
  const { over } = metrics[metric]
  const whole = points.filter(({ partial }) => !partial)
  const counted = over === 'never' && whole.length > 0 ? whole : points
  const items = counted.flatMap((point): Weighed[] => {
    const value = point.values[metric] ?? null
    const weight = weigher === undefined ? 1 : (point.values[weigher] ?? null)
    return value === null || weight === null ? [] : [{ value, weight }]
  })
  const unknown = counted.length - items.length
  const periodMean = granularity === 'day' ? reports.dailyMean : reports.mean
  if (over === 'sum') {
    const total = items.length === 0 ? null : items.reduce((sum, { value }) => sum + value, 0)
    return { label: reports.total, amount: total, unknown }
  }
  if (over === 'last') {
    return { label: reports.lastDay, amount: items.at(-1)?.value ?? null, unknown: 0 }
  }
  const average = mean(items)
  if (over === 'never') {
    return { label: periodMean, amount: average === null ? null : Math.round(average), unknown }
  }
  const label = over === 'weightedByVisitors' ? periodMean : reports.weightedMean
  return { label, amount: average, unknown }
}

/** The same, written. */
export function summaryOf(points: TrendPoint[], metric: MetricId, granularity: Granularity, locale: Locale): Summary {
  const { amount, ...rest } = amountOf(points, metric, granularity, locale)
  return { ...rest, value: formatMetric(metric, amount, locale) }
}
