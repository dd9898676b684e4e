import type { TopPage, TopPages } from '../../src/contract/reports.ts'
import type { PageList, PageRow } from './pages.ts'

const TOP = 10

/**
 * The ten most visited pages and the ten most frequent first pages of a day.
 *
 * Shares of visits go by the day's `visit_pv` (only the first 200 pages are returned), or by the pages' own sum where
 * that is larger, or where `visit_pv` is unknown and no page was cut off. Shares of entries go by the sum of entries:
 * WeChat's text divides by all visits, which never adds up to 100 %.
 */
export function topPagesOf(
  { rows: pages, truncated }: PageList,
  visitPv: number | null,
  remarks: ReadonlyMap<string, string> = new Map(),
): TopPages {
  const visits = sum(pages.map(page => page.page_visit_pv))
  const denominator = visitPv === null ? (truncated ? null : visits) : Math.max(visitPv, visits)
  return {
    visited: top(pages, 'page_visit_pv', denominator, remarks),
    entry: top(pages, 'entrypage_pv', sum(pages.map(page => page.entrypage_pv)), remarks),
  }
}

const sum = (values: (number | null)[]): number => values.reduce<number>((total, value) => total + (value ?? 0), 0)

function top(
  pages: PageRow[],
  field: 'page_visit_pv' | 'entrypage_pv',
  denominator: number | null,
  remarks: ReadonlyMap<string, string>,
): TopPage[] {
  return pages
    .map(page => ({ path: page.path, value: page[field] ?? 0 }))
    .filter(page => page.value > 0)
    .sort((a, b) => b.value - a.value || (a.path < b.path ? -1 : 1))
    .slice(0, TOP)
    .map(({ path, value }) => ({
      path,
      remark: remarks.get(path) ?? null,
      value,
      share: denominator ? value / denominator : null,
    }))
}
