import { type MetricId, metricIds, metrics } from '../../src/contract/metrics.ts'
import type { Period } from '../../src/contract/periods.ts'
import { type DatacubeReport, familyOf, type ReportFamily } from './datacube.ts'
import { type Distribution, distributionOf } from './distribution.ts'
import { fieldOf, isObject, type JsonObject, numberOf, objectsOf } from './numbers.ts'
import { type PageList, pageListOf } from './pages.ts'
import { type PerformanceLine, performanceLinesOf } from './performance.ts'
import { type Portrait, portraitOf } from './portrait.ts'
import { isOf, isOfRange } from './ref-date.ts'
import { type Cohorts, cohortsOf } from './retention.ts'

/** Metric values of one period; what the answer does not carry is `null`. */
export type MetricRow = Record<MetricId, number | null>

/** What the answers of each family of reports become. */
interface Rows {
  summary: MetricRow
  visit: MetricRow
  pages: PageList
  distribution: Distribution
  retention: Cohorts
  portrait: Portrait
  performance: PerformanceLine[]
}

export type RowsOf<R extends DatacubeReport> = R extends `${infer Family extends keyof Rows}.${string}`
  ? Rows[Family]
  : never

/** All unknown. */
export const emptyMetricRow = (): MetricRow => Object.fromEntries(metricIds.map(id => [id, null])) as MetricRow

/**
 * The row of a period out of a trend answer. `null` when there is none: no list, an empty one, a row of another date or a
 * row without a single number. A row of zeros is data: WeChat said 0.
 */
function metricRowOf(from: 'visit' | 'summary', body: JsonObject, period: Period): MetricRow | null {
  const row = objectsOf(body, 'list').find(candidate => isOf(period, fieldOf(candidate, 'ref_date')))
  if (!row) return null
  const values = emptyMetricRow()
  for (const id of metricIds) {
    if (metrics[id].from === from) values[id] = numberOf(fieldOf(row, id))
  }
  if (Object.values(values).every(value => value === null)) return null
  return withoutPlaceholder(values)
}

/**
 * `stay_time_session` 0 beside opens while `stay_time_uv` is absent is WeChat's placeholder, not a measurement
 * (official sample: 142,549 opens). Where both are there, 0 is 0.
 */
function withoutPlaceholder(values: MetricRow): MetricRow {
  const isPlaceholder = values.stay_time_session === 0 && values.stay_time_uv === null && (values.session_cnt ?? 0) > 0
  return isPlaceholder ? { ...values, stay_time_session: null } : values
}

type Readers = { [F in ReportFamily]: (body: JsonObject, period: Period) => Rows[F] | null }

const readers: Readers = {
  summary: (body, period) => metricRowOf('summary', body, period),
  visit: (body, period) => metricRowOf('visit', body, period),
  pages: (body, period) => {
    if (!isOf(period, fieldOf(body, 'ref_date'))) return null
    return pageListOf(objectsOf(body, 'list').filter(row => isOf(period, fieldOf(row, 'ref_date'))))
  },
  distribution: (body, period) => (isOf(period, fieldOf(body, 'ref_date')) ? distributionOf(body) : null),
  retention: (body, period) => (isOf(period, fieldOf(body, 'ref_date')) ? cohortsOf(body) : null),
  portrait: (body, period) => (isOfRange(period, fieldOf(body, 'ref_date')) ? portraitOf(body) : null),
  performance: body => performanceLinesOf(body),
}

/** Reads an answer, snake_case or camelCase; `null` when it holds nothing for the period. */
export function readAnswer<R extends DatacubeReport>(report: R, period: Period, answer: string): RowsOf<R> | null {
  const body = parse(answer)
  return isObject(body) ? (readers[familyOf(report)](body, period) as RowsOf<R> | null) : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
