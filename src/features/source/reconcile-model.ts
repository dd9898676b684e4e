import type { Locale } from '../../contract/identity'
import type { MetricId } from '../../contract/metrics'
import type { ReconcileData } from '../../contract/report-reconcile'
import { monthDay, shortWeekday } from '../../lib/dates'
import { MISSING } from '../../lib/metric-format'
import { formatCount, formatPercent } from '../../lib/numbers'
import { textOf } from '../../lib/text'

/** The counts that both sides have and people compare. */
export const reconciledMetrics = ['session_cnt', 'visit_pv', 'visit_uv'] as const satisfies readonly MetricId[]
export type ReconciledMetric = (typeof reconciledMetrics)[number]

export interface ReconcileRow {
  id: string
  day: string
  weekday: string
  wechat: string
  own: string
  ratio: string
}

const written = (value: number | null) => (value === null ? MISSING : formatCount(value))

/** The days side by side, newest first; what is not known is no zero. */
export const reconcileRows = ({ points }: Pick<ReconcileData, 'points'>, locale: Locale): ReconcileRow[] =>
  points
    .map(({ date, wechat, collector, ratio }) => ({
      id: date,
      day: monthDay(date),
      weekday: shortWeekday(date, locale),
      wechat: written(wechat),
      own: written(collector),
      ratio: ratio === null ? MISSING : formatPercent(ratio),
    }))
    .reverse()

/** How the two stand to each other on a usual day, in a sentence. */
export function reconcileSummary({ ratio }: Pick<ReconcileData, 'ratio'>, locale: Locale): string {
  const { source } = textOf(locale)
  return ratio === null ? source.noRatio : source.ratio(formatPercent(ratio))
}
