import { type MetricId, metricIds, metrics } from '../../src/contract/metrics.ts'
import type { Period } from '../../src/contract/periods.ts'
import type { DatacubeReport } from './datacube.ts'
import { fieldOf, isObject, type JsonObject, numberOf } from './numbers.ts'
import { type PageRow, pageRowsOf } from './pages.ts'

/** Metric values of one period; what the answer does not carry is `null`. */
export type MetricRow = Record<MetricId, number | null>

/** What an answer of each report becomes. */
export type RowsOf<R extends DatacubeReport> = R extends 'pages.daily' ? PageRow[] : MetricRow

/** All unknown. */
export const emptyMetricRow = (): MetricRow => Object.fromEntries(metricIds.map(id => [id, null])) as MetricRow

const digits = (value: unknown): string => String(value).replace(/\D/g, '')

/** `20170313`, `20170306-20170312`, `201702`, with or without dashes: compared by their digits. */
function isOf(period: Period, refDate: unknown): boolean {
  return refDate === undefined || refDate === null || digits(refDate) === digits(period.name)
}

function listOf(body: JsonObject): JsonObject[] {
  const list = fieldOf(body, 'list')
  return Array.isArray(list) ? list.filter(isObject) : []
}

/**
 * The row of a period out of a trend answer. `null` when there is none: no list, an empty one, a row of another date or a
 * row without a single number. A row of zeros is data: WeChat said 0.
 */
function metricRowOf(from: 'visit' | 'summary', body: JsonObject, period: Period): MetricRow | null {
  const row = listOf(body).find(candidate => isOf(period, fieldOf(candidate, 'ref_date')))
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

type Readers = { [R in DatacubeReport]: (body: JsonObject, period: Period) => RowsOf<R> | null }

const readers: Readers = {
  'summary.daily': (body, period) => metricRowOf('summary', body, period),
  'visit.daily': (body, period) => metricRowOf('visit', body, period),
  'visit.weekly': (body, period) => metricRowOf('visit', body, period),
  'visit.monthly': (body, period) => metricRowOf('visit', body, period),
  'pages.daily': (body, period) => {
    if (!isOf(period, fieldOf(body, 'ref_date'))) return null
    const rows = pageRowsOf(listOf(body).filter(row => isOf(period, fieldOf(row, 'ref_date'))))
    return rows.length > 0 ? rows : null
  },
}

/** Reads an answer, snake_case or camelCase; `null` when it holds nothing for the period. */
export function readAnswer<R extends DatacubeReport>(report: R, period: Period, answer: string): RowsOf<R> | null {
  const body = parse(answer)
  return isObject(body) ? readers[report](body, period) : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
