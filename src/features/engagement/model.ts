import { depthLabels, stayLabels } from '../../contract/engagement'
import type { Locale } from '../../contract/identity'
import type { MetricId } from '../../contract/metrics'
import type { EngagementBucket } from '../../contract/report-engagement'
import type { TrendPoint } from '../../contract/reports'
import { formatMetric, MISSING, metricParts } from '../../lib/metric-format'
import { formatCount, formatPercent, type NumberPart } from '../../lib/numbers'
import { textOf } from '../../lib/text'
import { amountOf } from '../trend/summary-model'

/** One column: how many opens fell into a bucket. */
export interface Bucket {
  key: number
  label: string
  /** null = not known; 0 is drawn. */
  value: number | null
  text: string
  share: string
  /** Column, 0 to 1, against the highest. */
  ratio: number
}

export type Distribution = 'stay' | 'depth'

/** The buckets of a distribution in their order, all of them. */
export function bucketsOf(which: Distribution, buckets: EngagementBucket[], locale: Locale): Bucket[] {
  const most = Math.max(0, ...buckets.map(({ value }) => value ?? 0))
  return buckets.map(({ key, label, value, share }) => ({
    key,
    label: which === 'depth' ? (depthLabels[locale][key] ?? label) : label,
    value,
    text: value === null ? MISSING : formatCount(value),
    share: share === null ? MISSING : formatPercent(share),
    ratio: value === null || most === 0 ? 0 : value / most,
  }))
}

/** The buckets of a distribution before their numbers are there. */
export const blankBuckets = (which: Distribution): EngagementBucket[] =>
  Object.entries(which === 'stay' ? stayLabels : depthLabels['zh-CN']).map(([key, label]) => ({
    key: Number(key),
    label,
    value: null,
    share: null,
  }))

/** The highest bucket in one sentence; that there is none is said too. */
export function sentenceOf(name: string, buckets: Bucket[], locale: Locale): string {
  const { engagement, reports } = textOf(locale)
  const [highest] = [...buckets].sort((one, other) => (other.value ?? -1) - (one.value ?? -1))
  if (!highest || highest.value === null) return `${name}${reports.comma}${engagement.nothing}`
  return engagement.describe(name, highest.label, highest.share)
}

/** The formula of a share with the numbers of the highest bucket. */
export function bucketFormula(buckets: Bucket[], total: number | null): { filled: string; label: string } {
  const highest = buckets.find(({ ratio }) => ratio === 1)
  if (!highest || total === null) return { filled: MISSING, label: '' }
  return { filled: `${highest.text} ÷ ${formatCount(total)} = ${highest.share}`, label: highest.label }
}

export const summaryMetrics = ['stay_time_uv', 'stay_time_session', 'visit_depth'] as const satisfies MetricId[]

export interface EngagementSummary {
  id: MetricId
  label: string
  value: string
  /** The same cut, so that units can be set smaller; null is not known. */
  parts: NumberPart[] | null
  /** How days became one number: `日均`, `加权平均`; null for one day. */
  how: string | null
}

/** The three numbers on top, over the days of the range. */
export function summariesOf(points: TrendPoint[], locale: Locale): EngagementSummary[] {
  const { metrics } = textOf(locale)
  return summaryMetrics.map(id => {
    const only = points.length === 1 ? points[0] : undefined
    const { label, amount } = amountOf(points, id, 'day', locale)
    const known = only === undefined ? amount : (only.values[id] ?? null)
    return {
      id,
      label: metrics[id],
      value: formatMetric(id, known, locale),
      parts: known === null ? null : metricParts(id, known, locale),
      how: only === undefined ? label : null,
    }
  })
}
