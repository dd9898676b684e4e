import type { MetricId } from '../../../src/contract/metrics.ts'
import type { Day } from '../../../src/contract/periods.ts'
import type { ReconcileCause } from '../../../src/contract/reconcile.ts'
import type { ReconcileData, ReconcilePoint } from '../../../src/contract/report-reconcile.ts'
import type { ReportState } from '../../../src/contract/report-states.ts'

/** A day as both sources know it. */
export interface BothOfDay {
  date: Day
  wechat: number | null
  collector: number | null
  states: { wechat: ReportState; collector: ReportState }
}

/** Closer than this is agreement. */
const NEAR = 0.02

/** What makes a metric another one with us, besides how many devices we hear of. */
const ofMetrics: Partial<Record<MetricId, ReconcileCause[]>> = {
  session_cnt: ['session_timeout'],
  visit_uv: ['identity'],
  visit_uv_new: ['new_since_sdk', 'identity'],
  share_uv: ['identity'],
  stay_time_uv: ['stay_definition', 'identity'],
  stay_time_session: ['stay_definition', 'session_timeout'],
  visit_depth: ['session_timeout'],
  visit_total: ['new_since_sdk', 'identity'],
}

/** Means do not grow with the number of devices that we hear of. */
const means: ReadonlySet<MetricId> = new Set(['stay_time_uv', 'stay_time_session', 'visit_depth'])

const isNear = (ratio: number) => Math.abs(ratio - 1) <= NEAR

function causesOf(metric: MetricId, ratio: number): ReconcileCause[] {
  if (isNear(ratio)) return []
  const own = ofMetrics[metric] ?? []
  if (means.has(metric)) return own
  const ofCount: ReconcileCause = ratio < 1 ? 'sdk_coverage' : 'collector_more'
  return metric === 'visit_uv_new' || metric === 'visit_total' ? [...own, ofCount] : [ofCount, ...own]
}

function causesOfDay(day: BothOfDay, firstDay: Day | null): ReconcileCause[] {
  const { date, wechat, collector, states } = day
  if (wechat === null) return ['wechat_unknown']
  if (collector === null || (collector === 0 && wechat > 0)) return ['collector_silent']
  const causes: ReconcileCause[] = []
  if (date === firstDay) causes.push('collector_began')
  if (states.collector === 'provisional') causes.push('day_unfinished')
  if (states.wechat === 'provisional' || states.wechat === 'stale') causes.push('wechat_provisional')
  return causes
}

function median(numbers: number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length === 0) return null
  if (sorted.length % 2 === 1) return sorted[Math.floor(middle)] ?? null
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Official and own numbers side by side, and what is likely to make them differ. */
export function reconciled(metric: MetricId, days: readonly BothOfDay[], firstDay: Day | null): ReconcileData {
  const points = days.map((day): ReconcilePoint => {
    const { date, wechat, collector, states } = day
    const ratio = wechat === null || collector === null || wechat <= 0 ? null : collector / wechat
    const ofDay = causesOfDay(day, firstDay)
    return {
      date,
      wechat,
      collector,
      ratio,
      states,
      causes: ofDay.length > 0 || ratio === null ? ofDay : causesOf(metric, ratio),
    }
  })
  const whole = points.filter(({ date, states }) => date !== firstDay && states.collector === 'final')
  const ratio = median(whole.flatMap(point => (point.ratio === null ? [] : [point.ratio])))
  const general = ratio === null ? [] : causesOf(metric, ratio)
  return {
    metric,
    points,
    ratio,
    causes: [...new Set([...general, ...points.flatMap(({ causes }) => causes)])],
  }
}
