import type { DayState } from '../../src/contract/report-envelope.ts'
import type { PagesData } from '../../src/contract/report-pages.ts'
import { shareOf } from './buckets.ts'
import { orderPages, type PageWish } from './page-order.ts'
import { addPages } from './page-sums.ts'
import type { PageList, PageRow } from './pages.ts'

/** The pages of one day beside all its visits; `null` is unknown. */
export interface PagesOfDay extends DayState {
  pages: PageList | null
  visitPv: number | null
}

const visitsOf = (pages: readonly PageRow[]): number =>
  pages.reduce((sum, { page_visit_pv }) => sum + (page_visit_pv ?? 0), 0)

interface KnownDay {
  pages: PageList
  visitPv: number | null
}

/**
 * Visits of the days that no row holds, of no day negative: WeChat returns the first 200 pages only. Unknown where a day
 * was cut off and its visits are not known.
 */
function restOf(days: readonly KnownDay[]): number | null {
  if (days.length === 0) return null
  if (days.some(({ pages, visitPv }) => visitPv === null && pages.truncated)) return null
  return days.reduce((sum, { pages, visitPv }) => sum + Math.max(0, (visitPv ?? 0) - visitsOf(pages.rows)), 0)
}

const noPages: PageList = { rows: [], truncated: false }

/** 页面详情: days added up, shares by all visits of the days that are known, 其他 included. */
export function pagesData(
  days: readonly PagesOfDay[],
  remarks: ReadonlyMap<string, string>,
  wish: PageWish,
): PagesData {
  const known = days.flatMap(({ pages, visitPv }): KnownDay[] => {
    if (pages) return [{ pages, visitPv }]
    return visitPv === 0 ? [{ pages: noPages, visitPv }] : []
  })
  const rest = restOf(known)
  const total = rest === null ? null : rest + known.reduce((sum, { pages }) => sum + visitsOf(pages.rows), 0)
  const rows = addPages(known.map(({ pages }) => pages.rows)).map(sum => ({
    ...sum,
    remark: remarks.get(sum.path) ?? null,
    share: shareOf(sum.page_visit_pv, total),
  }))
  return {
    rows: orderPages(rows, wish),
    truncated: known.some(({ pages }) => pages.truncated),
    other: { page_visit_pv: rest },
    byDay: days.map(({ date, state }) => ({ date, state })),
  }
}
