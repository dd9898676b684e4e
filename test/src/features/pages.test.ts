import { describe, expect, it } from 'vitest'
import type { PageRow, PagesData } from '../../../src/contract/report-pages.ts'
import {
  found,
  nextSort,
  otherOf,
  pageFormula,
  pageText,
  shownPages,
  sorted,
  tableColumns,
} from '../../../src/features/pages/model.ts'

const row = (path: string, rest: Partial<PageRow> = {}): PageRow => ({
  path,
  remark: null,
  page_visit_pv: 100,
  page_visit_uv: 50,
  page_staytime_pv: 41.2,
  entrypage_pv: 20,
  exitpage_pv: 25,
  exit_rate: 0.25,
  page_share_pv: 3,
  page_share_uv: 2,
  share: 0.5,
  ...rest,
})
const goods = row('pages/goods/detail', { remark: '商品详情', page_visit_pv: 300, exit_rate: 0.1 })
const home = row('pages/index/index')
const cart = row('pages/cart/index')
const unknown = row('pages/zero/index', { page_visit_pv: null, exit_rate: null })
const all = [home, unknown, cart, goods]
const paths = (rows: PageRow[]) => rows.map(({ path }) => path.split('/')[1])

describe('the order of pages', () => {
  it.each([
    ['page_visit_pv', 'desc', ['goods', 'cart', 'index', 'zero']],
    ['page_visit_pv', 'asc', ['cart', 'index', 'goods', 'zero']],
    ['exit_rate', 'desc', ['cart', 'index', 'goods', 'zero']],
    ['exit_rate', 'asc', ['goods', 'cart', 'index', 'zero']],
    ['path', 'asc', ['cart', 'index', 'zero', 'goods']],
  ] as const)('by %s, %s', (by, order, expected) => expect(paths(sorted(all, { by, order }))).toEqual(expected))
  it.each(tableColumns)('by %s does not depend on the order that came', by => {
    const sort = { by, order: 'desc' } as const
    expect(sorted([...all].reverse(), sort)).toEqual(sorted(all, sort))
  })
  it('turns round on a second tap and begins highest first', () => {
    const sort = { by: 'share', order: 'desc' } as const
    expect(nextSort(sort, 'share')).toEqual({ by: 'share', order: 'asc' })
    expect(nextSort(sort, 'exit_rate')).toEqual({ by: 'exit_rate', order: 'desc' })
    expect(nextSort(sort, 'path')).toEqual({ by: 'path', order: 'asc' })
  })
})

describe('the search', () => {
  it.each([
    ['', 4],
    ['商品', 1],
    [' GOODS ', 1],
    ['pages/', 4],
    ['nowhere', 0],
  ])('for %o finds %d', (query, count) => expect(found(all, query)).toHaveLength(count))
})

describe('a row', () => {
  it('names the remark and puts the path below', () => {
    const [first, second] = shownPages([goods, home], 'page_visit_pv', 'zh-CN')
    expect(first).toMatchObject({ rank: '1', name: '商品详情', under: 'pages/goods/detail', value: '300', ratio: 1 })
    expect(second).toMatchObject({ name: 'pages/index/index', under: null, share: '50.0%', ratio: 1 / 3 })
  })
  it('is -- and has no bar where the number is not known', () => {
    expect(shownPages([unknown], 'page_visit_pv', 'zh-CN')[0]).toMatchObject({ value: '--', ratio: 0 })
  })
  it.each([
    ['page_staytime_pv', 41.2, '41秒'],
    ['exit_rate', 0.2188, '21.9%'],
    ['page_visit_uv', 52117, '52,117'],
    ['page_share_pv', 0, '0'],
    ['exit_rate', null, '--'],
  ] as const)('writes %s %s as %s', (column, value, text) => expect(pageText(column, value, 'zh-CN')).toBe(text))
})

describe('what no row holds', () => {
  const data = (visits: number | null): PagesData => ({
    rows: [home, goods],
    truncated: false,
    other: { page_visit_pv: visits },
    byDay: [],
  })
  it('is a part of all visits', () => expect(otherOf(data(100))).toEqual({ visits: 100, share: 0.2 }))
  it.each([0, null])('is not shown when it is %s', visits => expect(otherOf(data(visits))).toBeNull())
})

describe('the formula of a page', () => {
  it('divides the exits by the views on screen', () => {
    expect(pageFormula('exit_rate', home, 'zh-CN')).toBe('25 ÷ 100 = 25.0%')
  })
  it('names all views behind a share', () => expect(pageFormula('share', home, 'zh-CN')).toBe('100 ÷ 200 = 50.0%'))
  it('is the number alone where nothing is divided', () => {
    expect(pageFormula('page_visit_pv', home, 'zh-CN')).toBe('100')
  })
  it('is -- where nothing is known', () => expect(pageFormula('exit_rate', unknown, 'zh-CN')).toBe('--'))
})
