import { addKnown, fieldOf, type JsonObject, numberOf } from './numbers.ts'

/** One page of one day. Times in seconds; `null` is unknown. */
export interface PageRow {
  path: string
  page_visit_pv: number | null
  page_visit_uv: number | null
  page_staytime_pv: number | null
  entrypage_pv: number | null
  exitpage_pv: number | null
  page_share_pv: number | null
  page_share_uv: number | null
}

/** The pages of a day, as far as WeChat names them. */
export interface PageList {
  rows: PageRow[]
  /** As many as WeChat names at most: there may be more. */
  truncated: boolean
}

/** WeChat returns the pages with most visits only. */
const MAX_PAGES = 200

/** A page's path as every tool of ours writes it: no leading `/`, no trailing `.html`; empty is `/`. */
export const normalisePath = (path: string): string => path.replace(/^\/+/, '').replace(/\.html$/, '') || '/'

/** The pages of an answer; rows that are one page after normalising become one. `null` when there is none. */
export function pageListOf(list: JsonObject[]): PageList | null {
  const pages = new Map<string, PageRow>()
  for (const item of list) {
    const row = pageRowOf(item)
    if (!row) continue
    const known = pages.get(row.path)
    pages.set(row.path, known ? merge(known, row) : row)
  }
  return pages.size > 0 ? { rows: [...pages.values()], truncated: list.length >= MAX_PAGES } : null
}

function pageRowOf(item: JsonObject): PageRow | null {
  const path = fieldOf(item, 'page_path')
  if (typeof path !== 'string') return null
  const field = (name: string) => numberOf(fieldOf(item, name))
  const visits = field('page_visit_pv')
  return {
    path: normalisePath(path),
    page_visit_pv: visits,
    page_visit_uv: field('page_visit_uv'),
    page_staytime_pv: visits === 0 ? null : field('page_staytime_pv'),
    entrypage_pv: field('entrypage_pv'),
    exitpage_pv: field('exitpage_pv'),
    page_share_pv: field('page_share_pv'),
    page_share_uv: field('page_share_uv'),
  }
}

/** Counts add; people are never added, so they become unknown; stay is weighted by visits. */
function merge(a: PageRow, b: PageRow): PageRow {
  return {
    path: a.path,
    page_visit_pv: addKnown(a.page_visit_pv, b.page_visit_pv),
    page_visit_uv: null,
    page_staytime_pv: weightedStay(a, b),
    entrypage_pv: addKnown(a.entrypage_pv, b.entrypage_pv),
    exitpage_pv: addKnown(a.exitpage_pv, b.exitpage_pv),
    page_share_pv: addKnown(a.page_share_pv, b.page_share_pv),
    page_share_uv: null,
  }
}

function weightedStay(a: PageRow, b: PageRow): number | null {
  let seconds = 0
  let visits = 0
  for (const row of [a, b]) {
    if (row.page_staytime_pv === null || !row.page_visit_pv) continue
    seconds += row.page_staytime_pv * row.page_visit_pv
    visits += row.page_visit_pv
  }
  return visits > 0 ? seconds / visits : null
}
