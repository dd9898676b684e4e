import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addPages } from '../../../server/domain/page-sums.ts'
import type { PageList, PageRow } from '../../../server/domain/pages.ts'
import { pagesData } from '../../../server/domain/pages-data.ts'
import { pageColumns } from '../../../src/contract/pages.ts'
import { addDays } from '../../../src/contract/periods.ts'

const count = fc.integer({ min: 0, max: 1e6 })
const anyRow = fc.record<PageRow>({
  path: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  page_visit_pv: count,
  page_visit_uv: fc.option(count),
  page_staytime_pv: fc.option(fc.integer({ min: 0, max: 1000 })),
  entrypage_pv: count,
  exitpage_pv: fc.option(count),
  page_share_pv: count,
  page_share_uv: count,
})
const anyRows = fc.uniqueArray(anyRow, { selector: row => row.path })
const anyPages = fc.record<PageList>({ rows: anyRows, truncated: fc.boolean() })
const anyDays = fc.array(fc.record({ pages: fc.option(anyPages), visitPv: fc.option(count) }), { maxLength: 8 })
const dated = (days: { pages: PageList | null; visitPv: number | null }[]) =>
  days.map((day, index) => ({ ...day, date: addDays('2026-01-01', index), state: 'final' as const }))
const anyWish = fc.record({
  sort: fc.constantFrom(...pageColumns),
  order: fc.constantFrom('asc' as const, 'desc' as const),
})
const wish = { sort: 'page_visit_pv', order: 'desc' } as const
const none = new Map<string, string>()
const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)

describe('pages of any days', () => {
  test('have shares that add to one together with 其他, which is never negative', () => {
    fc.assert(
      fc.property(anyDays, days => {
        const { rows, other } = pagesData(dated(days), none, wish)
        if (other.page_visit_pv === null) {
          expect(rows.every(row => row.share === null)).toBe(true)
          return
        }
        const rest = other.page_visit_pv
        const all = sum(rows.map(row => row.page_visit_pv)) + rest
        expect(rest).toBeGreaterThanOrEqual(0)
        if (all > 0) expect(sum(rows.map(row => row.share)) + rest / all).toBeCloseTo(1, 9)
      }),
    )
  })

  test('are the same in whatever order days and rows come', () => {
    const orders = fc
      .tuple(anyDays, anyWish)
      .chain(([days, by]) =>
        fc.tuple(fc.constant(days), fc.shuffledSubarray(days, { minLength: days.length }), fc.constant(by)),
      )
    fc.assert(
      fc.property(orders, ([days, others, by]) => {
        const reversed = others.map(day => ({
          ...day,
          pages: day.pages && { ...day.pages, rows: day.pages.rows.toReversed() },
        }))
        expect(pagesData(dated(reversed), none, by).rows).toEqual(pagesData(dated(days), none, by).rows)
      }),
    )
  })

  test('stay between the shortest and the longest stay of a day', () => {
    fc.assert(
      fc.property(fc.array(anyRows, { maxLength: 6 }), days => {
        for (const page of addPages(days)) {
          const stays = days
            .flat()
            .filter(row => row.path === page.path && row.page_visit_pv)
            .flatMap(row => row.page_staytime_pv ?? [])
          if (page.page_staytime_pv === null) expect(stays).toEqual([])
          else {
            expect(page.page_staytime_pv).toBeGreaterThanOrEqual(Math.min(...stays) - 1e-9)
            expect(page.page_staytime_pv).toBeLessThanOrEqual(Math.max(...stays) + 1e-9)
          }
        }
      }),
    )
  })
})
