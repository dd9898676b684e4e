import { type MetricId, metricIds, metrics } from '../../src/contract/metrics.ts'
import type { Day } from '../../src/contract/periods.ts'
import type { MetricValue, OverviewData } from '../../src/contract/reports.ts'
import { baseDaysOf, compare } from './comparison.ts'
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
  const bases = baseDaysOf(date)
  const numberOn = (id: MetricId, day: Day): number | null => rowsOf(day)[metrics[id].from]?.[id] ?? null
  const metricOf = (id: MetricId): MetricValue => {
    const value = numberOn(id, date)
    const against = (base: Day) => compare(value, numberOn(id, base), base)
    return { id, value, changes: { day: against(bases.day), week: against(bases.week), month: against(bases.month) } }
  }
  return {
    date,
    metrics: metricIds.map(metricOf),
    topPages: topPagesOf(pages ?? noPages, numberOn('visit_pv', date), remarks),
  }
}
