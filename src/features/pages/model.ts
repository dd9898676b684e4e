import type { Locale } from '../../contract/identity'
import type { PageColumn } from '../../contract/pages'
import type { PageRow, PagesData } from '../../contract/report-pages'
import { MISSING } from '../../lib/metric-format'
import { formatCount, formatDuration, formatPercent } from '../../lib/numbers'
import { shortPath } from '../../lib/paths'

/** The eight of a page, in the order of the official tool. */
export const pageMetrics = [
  'page_visit_pv',
  'page_visit_uv',
  'page_staytime_pv',
  'entrypage_pv',
  'exitpage_pv',
  'exit_rate',
  'page_share_pv',
  'page_share_uv',
] as const satisfies PageColumn[]
export type PageMetric = (typeof pageMetrics)[number]

/** What a table has a column for. */
export const tableColumns = ['path', ...pageMetrics, 'share'] as const satisfies PageColumn[]
export type SortColumn = (typeof tableColumns)[number]

export interface Sort {
  by: SortColumn
  order: 'asc' | 'desc'
}

/** The metric that a list goes by; a list by name or share shows the visits. */
export const listMetric = ({ by }: Sort): PageMetric => (by === 'path' || by === 'share' ? 'page_visit_pv' : by)

/** The next sort after a tap on a column: the other way round where it sorts already, else highest first; paths from A. */
export function nextSort(sort: Sort, by: SortColumn): Sort {
  if (sort.by === by) return { by, order: sort.order === 'asc' ? 'desc' : 'asc' }
  return { by, order: by === 'path' ? 'asc' : 'desc' }
}

const nameOf = ({ path, remark }: PageRow) => remark ?? path
const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** The rows in order; ties stand by path, and what is not known stands last either way. */
export function sorted(rows: readonly PageRow[], { by, order }: Sort): PageRow[] {
  const sign = order === 'asc' ? 1 : -1
  return [...rows].sort((one, other) => {
    const ties = compareText(one.path, other.path)
    if (by === 'path') return sign * compareText(nameOf(one), nameOf(other)) || ties
    const [left, right] = [one[by], other[by]]
    if (left === null || right === null) return Number(left === null) - Number(right === null) || ties
    return sign * (left - right) || ties
  })
}

/** The rows whose remark or path holds what was typed, in any case. */
export function found(rows: readonly PageRow[], query: string): PageRow[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return [...rows]
  return rows.filter(({ path, remark }) => `${remark ?? ''}\n${path}`.toLowerCase().includes(wanted))
}

/** A number of a page as it is written; null is `--`, never 0. */
export function pageText(column: PageMetric | 'share', value: number | null, locale: Locale): string {
  if (value === null) return MISSING
  if (column === 'share' || column === 'exit_rate') return formatPercent(value)
  return column === 'page_staytime_pv' ? formatDuration(value, locale) : formatCount(value)
}

export interface ShownPage {
  path: string
  rank: string
  /** The remark, else the path shortened. */
  name: string
  /** Below a remark: its path. */
  under: string | null
  value: string
  share: string
  /** Bar, 0 to 1, against the highest of the metric. */
  ratio: number
  row: PageRow
}

/** The rows of the list by one metric. */
export function shownPages(rows: readonly PageRow[], metric: PageMetric, locale: Locale): ShownPage[] {
  const most = Math.max(0, ...rows.map(row => row[metric] ?? 0))
  return rows.map((row, at) => ({
    path: row.path,
    rank: String(at + 1),
    name: row.remark ?? shortPath(row.path),
    under: row.remark === null ? null : shortPath(row.path, 32),
    value: pageText(metric, row[metric], locale),
    share: pageText('share', row.share, locale),
    ratio: most === 0 ? 0 : (row[metric] ?? 0) / most,
    row,
  }))
}

/** Visits that no row holds and their share of all; null when there are none or nothing is known. */
export function otherOf({ rows, other }: PagesData): { visits: number; share: number | null } | null {
  const visits = other.page_visit_pv
  if (visits === null || visits <= 0) return null
  const all = rows.reduce((sum, row) => sum + (row.page_visit_pv ?? 0), visits)
  return { visits, share: all === 0 ? null : visits / all }
}

/** The formula of a page's number, filled. */
export function pageFormula(column: PageMetric | 'share', row: PageRow, locale: Locale): string {
  const result = pageText(column, row[column], locale)
  const [views, exits] = [row.page_visit_pv, row.exitpage_pv]
  if (column === 'exit_rate' && row.exit_rate !== null && views !== null && exits !== null) {
    return `${formatCount(exits)} ÷ ${formatCount(views)} = ${result}`
  }
  if (column === 'share' && row.share && views !== null) {
    return `${formatCount(views)} ÷ ${formatCount(Math.round(views / row.share))} = ${result}`
  }
  return result
}
