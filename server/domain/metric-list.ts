import { dailyOnlyMetricIds, type MetricId, metricIds, trendMetricIds } from '../../src/contract/metrics.ts'
import type { Granularity } from '../../src/contract/periods.ts'
import type { RangeIssue, Source } from './ranges.ts'

/**
 * The metrics of a trend, out of a comma-separated list; without one, the seven of the visit trend. Shares and total
 * visitors are known to WeChat for days only.
 */
export function metricsOf(
  list: string | undefined,
  granularity: Granularity,
  source: Source = 'wechat',
): { ids: MetricId[] } | { issues: RangeIssue[] } {
  if (list === undefined) return { ids: trendMetricIds }
  const path = '/query/metrics'
  const names = list.split(',')
  const ids = metricIds.filter(id => names.includes(id))
  if (names.some(name => !(metricIds as string[]).includes(name))) return { issues: [{ path, code: 'unknown' }] }
  if (source === 'wechat' && granularity !== 'day' && ids.some(id => dailyOnlyMetricIds.includes(id))) {
    return { issues: [{ path, code: 'range' }] }
  }
  return { ids }
}
