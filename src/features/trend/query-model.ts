import { dailyOnlyMetricIds, type MetricId, metricIds } from '../../contract/metrics'
import { countDays, type Day, type Granularity, MAX_RANGE_DAYS } from '../../contract/periods'
import type { ReportSource } from '../../contract/report-envelope'
import type { TrendQuery } from '../../contract/reports'
import { askedRange, comparisonFrom, type Range, rangeOf, type Span } from '../../lib/periods'
import { newestOf, sourceName, sourceQuery } from '../source/model'
import { withBases } from './model'

export interface TrendChoice {
  metric: MetricId
  span: Span
  granularity: Granularity
  compare: boolean
}

export interface TrendRequest {
  query: TrendQuery
  /** The range on screen; the query may begin earlier, for the growth of its first rows. */
  range: Range
}

const isSummary = (metric: MetricId) => dailyOnlyMetricIds.includes(metric)

/**
 * The call for a choice. All metrics that cost nothing more come along, so that another metric needs no other call;
 * with `bases` also the periods before the range, and the comparison is then cut back to the range.
 */
export function trendRequest(
  choice: TrendChoice,
  yesterday: Day,
  bases: boolean,
  source: ReportSource = 'wechat',
): TrendRequest {
  const { span, granularity, metric, compare } = choice
  const range = askedRange(granularity, rangeOf(span, yesterday, newestOf(source, yesterday)), yesterday)
  const wide = bases ? withBases(granularity, range) : range
  const asked = countDays(wide.from, wide.to) > MAX_RANGE_DAYS ? range : wide
  const query: TrendQuery = { from: asked.from, to: asked.to, granularity, ...sourceQuery(source) }
  if (compare) {
    const shift = comparisonFrom(granularity, range)
    query.compareFrom = asked.from === range.from ? shift : withBases(granularity, { from: shift, to: shift }).from
  }
  if (granularity === 'day' && isSummary(metric)) query.metrics = metricIds.join(',')
  return { query, range }
}

/** What a choice is kept under on the device: presets without their days, so that tomorrow's opening finds today's view. */
export function trendViewName(
  appid: string,
  report: string,
  choice: TrendChoice,
  source: ReportSource = 'wechat',
): string {
  const { span, granularity, metric, compare } = choice
  const days = span.preset === 'custom' ? `${span.from}_${span.to}` : span.preset
  const width = granularity === 'day' && isSummary(metric) ? 'all' : 'visit'
  return `${appid}/${report}?${[days, granularity, width, compare ? 'compare' : 'alone'].join('&')}${sourceName(source)}`
}
