import type { Locale } from '../../../src/contract/identity.ts'
import { metricNames } from '../../../src/contract/metric-names.ts'
import type { ReconcileAnswer } from '../../../src/contract/report-reconcile.ts'
import { type Cell, introductionOf, type ReportTable } from './table.ts'
import { words } from './words.ts'

/** 数据核对: both sources of each day, and what is likely to make them differ. */
export function reconcileTable(answer: ReconcileAnswer, locale: Locale): ReportTable {
  const { date, official, own, ratio, causes, reconcile } = words[locale]
  const { metric, points } = answer.data
  return {
    definitions: [...introductionOf(answer, locale), reconcile(metricNames[locale][metric])],
    columns: [date, official, own, ratio, causes],
    rows: points.map((point): Cell[] => [
      point.date,
      point.wechat,
      point.collector,
      point.ratio,
      point.causes.join(' ') || null,
    ]),
  }
}
