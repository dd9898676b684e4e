import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PageRow } from '../../../server/domain/pages.ts'
import { topPagesOf } from '../../../server/domain/top-pages.ts'

const topOf = (rows: PageRow[], visitPv: number | null, truncated = false) => topPagesOf({ rows, truncated }, visitPv)

const row = (path: string, visits: number | null, entries: number | null = 0): PageRow => ({
  path,
  page_visit_pv: visits,
  page_visit_uv: null,
  page_staytime_pv: null,
  entrypage_pv: entries,
  exitpage_pv: null,
  page_share_pv: null,
  page_share_uv: null,
})
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => row(`p${String(index).padStart(3, '0')}`, 1, 1))

describe('shares', () => {
  test('of visits go by the visits of the day', () => {
    expect(topOf([row('a', 30), row('b', 10)], 80).visited.map(page => page.share)).toEqual([0.375, 0.125])
  })
  test('of visits go by the sum of the pages where that is larger', () => {
    expect(topOf([row('a', 30), row('b', 10)], 20).visited.map(page => page.share)).toEqual([0.75, 0.25])
  })
  test('of visits are unknown when the day is unknown and the list was cut', () => {
    expect(topOf(many(200), null, true).visited[0]?.share).toBeNull()
    expect(topOf(many(4), null).visited[0]?.share).toBe(0.25)
  })
  test('of entries go by the sum of entries', () => {
    expect(topOf([row('a', 90, 3), row('b', 10, 1)], 100).entry.map(page => page.share)).toEqual([0.75, 0.25])
  })
})

describe('the lists', () => {
  test('hold ten, most first, equal ones by path', () => {
    const { visited } = topOf([...many(12).reverse(), row('z', 5)], 100)
    expect(visited.map(page => page.path)).toEqual(['z', ...many(9).map(page => page.path)])
  })
  test('leave out pages nobody entered by', () => {
    expect(topOf([row('a', 5, 0), row('b', 5, null), row('c', 5, 1)], 15).entry.map(page => page.path)).toEqual(['c'])
  })
  test('have shares that never exceed the whole', () => {
    const pages = fc.array(fc.record({ visits: fc.nat(1000), entries: fc.nat(1000) }), { maxLength: 30 })
    fc.assert(
      fc.property(pages, fc.option(fc.nat(5000)), (numbers, visitPv) => {
        const top = topOf(
          numbers.map((n, index) => row(`p${index}`, n.visits, n.entries)),
          visitPv,
        )
        for (const list of [top.visited, top.entry]) {
          expect(list.reduce((sum, page) => sum + (page.share ?? 0), 0)).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })
})
