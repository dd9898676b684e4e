import type { Locale } from '../../contract/identity'
import { type MetricId, metrics } from '../../contract/metrics'
import type { Granularity } from '../../contract/periods'
import type { TrendPoint } from '../../contract/reports'
import { formatMetric } from '../../lib/metric-format'
import { textOf } from '../../lib/text'

export interface Summary {
  label: string
  value: string
  /** Points without a number, which are not in it. */
  unknown: number
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
 * a cumulative number is the last one, and people are never added but averaged.
 */
export function summaryOf(points: TrendPoint[], metric: MetricId, granularity: Granularity, locale: Locale): Summary {
  const { reports } = textOf(locale)
  const weigher = weightOf[metric]
  const items = points.flatMap((point): Weighed[] => {
    const value = point.values[metric] ?? null
    const weight = weigher === undefined ? 1 : (point.values[weigher] ?? null)
    return value === null || weight === null ? [] : [{ value, weight }]
  })
  const unknown = points.length - items.length
  const periodMean = granularity === 'day' ? reports.dailyMean : reports.mean
  const { over } = metrics[metric]
  if (over === 'sum') {
    const total = items.length === 0 ? null : items.reduce((sum, { value }) => sum + value, 0)
    return { label: reports.total, value: formatMetric(metric, total, locale), unknown }
  }
  if (over === 'last') {
    return { label: reports.lastDay, value: formatMetric(metric, items.at(-1)?.value ?? null, locale), unknown: 0 }
  }
  const average = mean(items)
  if (over === 'never') {
    const people = average === null ? null : Math.round(average)
    return { label: periodMean, value: formatMetric(metric, people, locale), unknown }
  }
  const label = over === 'weightedByVisitors' ? periodMean : reports.weightedMean
  return { label, value: formatMetric(metric, average, locale), unknown }
}
