import type { TrendPoint } from '../../charts'
import type { Locale } from '../../contract/identity'
import type { Granularity } from '../../contract/periods'
import type { RetentionData, RetentionRow } from '../../contract/report-retention'
import { MISSING } from '../../lib/metric-format'
import { formatCount, formatPercent } from '../../lib/numbers'
import { textOf } from '../../lib/text'

export interface Curve {
  /** Rates by key, the cohort itself left out. */
  points: TrendPoint[]
  /** The mean at the same keys. */
  mean: TrendPoint[]
  /** All of it in one sentence. */
  spoken: string
}

/** How one cohort came back, beside the mean of all. */
export function curveOf(
  { mean }: RetentionData,
  row: RetentionRow,
  granularity: Granularity,
  name: string,
  locale: Locale,
): Curve {
  const { retention } = textOf(locale)
  const label = retention.after[granularity]
  const cells = row.cells.filter(({ key }) => key > 0)
  const points = cells.map(({ key, rate }) => ({ label: label(key), value: rate }))
  const known = points.flatMap(point => (point.value === null ? [] : `${point.label} ${formatPercent(point.value)}`))
  return {
    points,
    mean: cells.map(({ key }) => ({ label: label(key), value: mean.find(one => one.key === key)?.rate ?? null })),
    spoken: retention.described(name, known.length > 0 ? known.join(', ') : MISSING),
  }
}

/** What stands above the curve for one of its points: rate, when, how many of how many. */
export function curveReadOut(row: RetentionRow, curve: Curve, at: number, locale: Locale) {
  const { retention } = textOf(locale)
  const point = curve.points[at]
  const cell = row.cells.filter(({ key }) => key > 0)[at]
  if (point === undefined || cell === undefined) return { value: MISSING, notes: [] }
  const mean = curve.mean[at]?.value ?? null
  const parts = cell.count !== null && row.size ? [`${formatCount(cell.count)} ÷ ${formatCount(row.size)}`] : []
  return {
    value: point.value === null ? MISSING : formatPercent(point.value),
    notes: [point.label, ...parts, `${retention.mean} ${mean === null ? MISSING : formatPercent(mean)}`],
  }
}

/** The newest rate with its parts, as the definition is filled: `1,057 ÷ 4,820 = 21.9%`; null where none is known. */
export function filledRate(data: RetentionData): { filled: string; period: string; key: number } | null {
  for (const row of [...data.rows].reverse()) {
    const cell = row.cells.find(({ key, rate }) => key > 0 && rate !== null)
    if (cell?.count == null || cell.rate === null || !row.size) continue
    const filled = `${formatCount(cell.count)} ÷ ${formatCount(row.size)} = ${formatPercent(cell.rate)}`
    return { filled, period: row.period, key: cell.key }
  }
  return null
}
