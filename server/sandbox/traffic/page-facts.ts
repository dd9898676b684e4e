import type { DayFacts } from './day-facts.ts'
import { wobble } from './hash.ts'
import type { PageModel } from './model.ts'
import { decimals, split, splitCapped } from './split.ts'

/** One row of the page report. */
export interface PageRow {
  page_path: string
  page_visit_pv: number
  page_visit_uv: number
  page_staytime_pv: number
  entrypage_pv: number
  exitpage_pv: number
  page_share_pv: number
  page_share_uv: number
}

/**
 * All pages of a day, most visited first: visits, entries, exits and shares add up to the day's page views, opens, opens
 * and shares; stay × visits adds up to the day's stay.
 */
export function pageRows(pages: readonly PageModel[], seed: number, facts: DayFacts): PageRow[] {
  const sway = (channel: number, spread: number) => (_: unknown, index: number) =>
    wobble(seed, facts.day, channel + index, spread)
  const daily = pages.map(sway(10_000, 0.12))
  const weights = (pick: (page: PageModel) => number) => pages.map((page, index) => pick(page) * (daily[index] ?? 1))
  const visits = split(
    facts.views,
    weights(page => page.visits),
  )
  const entries = splitCapped(
    facts.sessions,
    weights(page => page.entries),
    visits,
  )
  const exits = splitCapped(
    facts.sessions,
    weights(page => page.exits),
    visits,
  )
  const shares = splitCapped(
    facts.shares,
    weights(page => page.shares),
    visits.map(count => (count > 0 ? facts.shares : 0)),
  )
  const stays = pages.map((page, index) => page.stay * wobble(seed, facts.day, 20_000 + index, 0.1))
  const weighted = visits.reduce((sum, count, index) => sum + count * (stays[index] ?? 0), 0)
  const perVisit = weighted > 0 ? facts.stay / weighted : 0
  return pages
    .map((page, index) => {
      const views = visits[index] ?? 0
      const shared = shares[index] ?? 0
      return {
        page_path: page.path,
        page_visit_pv: views,
        page_visit_uv: Math.min(facts.visitors, Math.ceil(views * (0.36 + 0.3 * (daily[index] ?? 1)))),
        page_staytime_pv: decimals((stays[index] ?? 0) * perVisit, 6),
        entrypage_pv: entries[index] ?? 0,
        exitpage_pv: exits[index] ?? 0,
        page_share_pv: shared,
        page_share_uv: Math.min(facts.sharers, Math.ceil(shared * 0.7)),
      }
    })
    .filter(row => row.page_visit_pv > 0)
    .sort((left, right) => right.page_visit_pv - left.page_visit_pv)
}
