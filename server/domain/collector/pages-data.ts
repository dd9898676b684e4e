import type { DayState } from '../../../src/contract/report-envelope.ts'
import type { PagesData } from '../../../src/contract/report-pages.ts'
import type { PageCounts } from '../../ports/event-reports.ts'
import { shareOf } from '../buckets.ts'
import { orderPages, type PageWish } from '../page-order.ts'
import { normalisePath, type PageRow } from '../pages.ts'
import { otherPages } from './other-pages.ts'

const viewsOf = (pages: readonly PageCounts[]) => pages.reduce((sum, { views }) => sum + views, 0)

/** A page of ours under WeChat's names; people are distinct over the whole range. */
export const pageRowOf = (page: PageCounts): PageRow => ({
  path: page.path,
  page_visit_pv: page.views,
  page_visit_uv: page.people,
  page_staytime_pv: page.views > 0 ? page.staySeconds / page.views : null,
  entrypage_pv: page.entries,
  exitpage_pv: page.exits,
  page_share_pv: page.shares,
  page_share_uv: page.sharers,
})

/** What an admin calls a page: WeChat's paths lose their `.html`, ours keep it. */
export const remarkOf = (remarks: ReadonlyMap<string, string>, path: string): string | null =>
  remarks.get(path) ?? remarks.get(normalisePath(path)) ?? null

/** The pages that are told of by name. */
export const namedPages = (pages: readonly PageCounts[]): PageCounts[] =>
  pages.filter(({ path }) => path !== otherPages)

/** 页面详情 of our own events: every page, and what the tail has together. */
export function collectedPages(
  pages: readonly PageCounts[],
  byDay: DayState[],
  remarks: ReadonlyMap<string, string>,
  wish: PageWish,
): PagesData {
  const named = namedPages(pages)
  const isKnown = byDay.some(({ state }) => state !== 'missing')
  const total = viewsOf(pages)
  const rows = named.map(page => ({
    ...pageRowOf(page),
    remark: remarkOf(remarks, page.path),
    exit_rate: page.views > 0 ? page.exits / page.views : null,
    share: shareOf(page.views, total),
  }))
  return {
    rows: orderPages(rows, wish),
    truncated: named.length < pages.length,
    other: { page_visit_pv: isKnown ? total - viewsOf(named) : null },
    byDay,
  }
}
