import type { MetricId } from '../../../src/contract/metrics.ts'
import type { Day } from '../../../src/contract/periods.ts'
import type { ReconcileAnswer } from '../../../src/contract/report-reconcile.ts'
import { type BothOfDay, reconciled } from '../../domain/collector/reconciled.ts'
import type { ReportDeps } from '../read-overview.ts'
import { type CheckedTrend, readTrend } from '../read-trend.ts'
import type { Timed } from '../timed-answer.ts'
import { collectedTrend } from './collected-trend.ts'
import type { CollectorDeps } from './deps.ts'

export interface ReconcileQuestion {
  appid: string
  from: Day
  to: Day
  metric: MetricId
}

/** Official against own numbers, day by day. As fresh as WeChat's are: ours are always there. */
export async function readReconcile(
  deps: { wechat: Pick<ReportDeps, 'reader'>; collector: CollectorDeps },
  metric: MetricId,
  checked: CheckedTrend,
): Promise<Timed<ReconcileAnswer>> {
  const { appid } = checked.question
  const [wechat, collector, firstDay] = await Promise.all([
    readTrend(deps.wechat, checked),
    collectedTrend(deps.collector, checked),
    deps.collector.counts.firstDay(appid),
  ])
  const own = new Map(collector.answer.data.points.map(point => [point.period, point]))
  const days = wechat.answer.data.points.map((point): BothOfDay => {
    const ours = own.get(point.period)
    return {
      date: point.from,
      wechat: point.values[metric] ?? null,
      collector: ours?.values[metric] ?? null,
      states: { wechat: point.state, collector: ours?.state ?? 'missing' },
    }
  })
  const { revised: _revised, ...around } = wechat.answer
  return {
    answer: { ...around, report: 'reconcile', data: reconciled(metric, days, firstDay) },
    until: Math.min(wechat.until, collector.until),
  }
}
