/** How a metric's value is counted and written. */
export type MetricUnit = 'count' | 'people' | 'seconds' | 'pages'

export interface MetricDefinition {
  unit: MetricUnit
  /**
   * How days add up (`metrics.md` M1): `sum` adds; `never` is people, de-duplicated by WeChat only;
   * `last` is cumulative; `weightedBy…` is a mean weighted by the named metric.
   */
  over: 'sum' | 'never' | 'last' | 'weightedBySessions' | 'weightedByVisitors'
  /** WeChat's datacube report that carries it. */
  from: 'visit' | 'summary'
}

/** The metric catalogue, in the order of 昨日概况. Ids are WeChat's own field names. */
export const metrics = {
  session_cnt: { unit: 'count', over: 'sum', from: 'visit' },
  visit_pv: { unit: 'count', over: 'sum', from: 'visit' },
  visit_uv: { unit: 'people', over: 'never', from: 'visit' },
  visit_uv_new: { unit: 'people', over: 'sum', from: 'visit' },
  share_pv: { unit: 'count', over: 'sum', from: 'summary' },
  share_uv: { unit: 'people', over: 'never', from: 'summary' },
  stay_time_uv: { unit: 'seconds', over: 'weightedByVisitors', from: 'visit' },
  stay_time_session: { unit: 'seconds', over: 'weightedBySessions', from: 'visit' },
  visit_depth: { unit: 'pages', over: 'weightedBySessions', from: 'visit' },
  visit_total: { unit: 'people', over: 'last', from: 'summary' },
} as const satisfies Record<string, MetricDefinition>

export type MetricId = keyof typeof metrics

export const metricIds = Object.keys(metrics) as MetricId[]

/** The seven of the visit trend: known for days, weeks and months. */
export const trendMetricIds = metricIds.filter(id => metrics[id].from === 'visit')

/** Known for days only; asking for them costs a second upstream call a day. */
export const dailyOnlyMetricIds = metricIds.filter(id => metrics[id].from === 'summary')
