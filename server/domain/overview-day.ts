import { type MetricId, metricIds, metrics } from '../../src/contract/metrics.ts'
import type { Day } from '../../src/contract/periods.ts'
import type { OverviewData } from '../../src/contract/reports.ts'
import { metricOfDay } from './comparison.ts'
import type { PageList } from './pages.ts'
import type { MetricRow } from './rows.ts'
import { topPagesOf } from './top-pages.ts'

const noPages: PageList = { rows: [], truncated: false }

/** The rows of a day by the report that carries them. */
export type RowsOfDay = Partial<Record<'visit' | 'summary', MetricRow | null>>

/** A day as 数据概况 shows it: ten metrics, each against three bases, and the top pages. */
export function overviewDay(
  date: Day,
  rowsOf: (day: Day) => RowsOfDay,
  pages: PageList | null,
  remarks: ReadonlyMap<string, string> = new Map(),
): Pick<OverviewData, 'date' | 'metrics' | 'topPages'> {
  const numberOn = (id: MetricId, day: Day): number | null => rowsOf(day)[metrics[id].from]?.[id] ?? null
  return {
    date,
    metrics: metricIds.map(id => metricOfDay(id, date, day => numberOn(id, day))),
    topPages: topPagesOf(pages ?? noPages, numberOn('visit_pv', date), remarks),
  }
}
