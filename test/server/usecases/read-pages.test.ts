import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import type { DatacubeQuestion } from '../../../server/ports/wechat.ts'
import { PagesAnswer } from '../../../src/contract/report-pages.ts'
import { emptyAnswer, pagesAnswer, visitAnswer } from '../../support/answers.ts'
import type { Said } from '../../support/fakes/datacube.ts'
import { ofApp, reportsBench } from '../../support/reports-bench.ts'

type Row = Record<string, unknown>
const row = (path: string, pv: number | null, more: Row = {}): Row => ({ page_path: path, page_visit_pv: pv, ...more })
const day = { ...ofApp, from: '2026-07-14', to: '2026-07-14' }
const two = { ...day, from: '2026-07-13' }

/** Pages by day; every day has `visits` page views in all. */
const bench = (pages: Record<string, Row[]>, visits: number | null = 100) =>
  reportsBench(({ report, from }: DatacubeQuestion): Said | undefined => {
    if (report === 'visit.daily') return visits === null ? emptyAnswer : visitAnswer(from, { visit_pv: visits })
    return pages[from] ? pagesAnswer(from, pages[from]) : undefined
  }).reports

describe('页面详情', () => {
  test('answers in the shape of the contract', async () => {
    const { reports } = reportsBench(() => undefined)
    expect(Schema.Compile(PagesAnswer).Check(await reports.pages({ ...day, from: '2026-06-15' }))).toBe(true)
  })

  test('adds counts of days up, whatever a page is called', async () => {
    const reports = bench({ '2026-07-13': [row('/a.html', 10)], '2026-07-14': [row('a', 5)] })
    expect((await reports.pages(two)).data.rows).toMatchObject([{ path: 'a', page_visit_pv: 15, share: 15 / 200 }])
  })

  test('weighs stay by visits', async () => {
    const reports = bench({
      '2026-07-13': [row('a', 30, { page_staytime_pv: 2 })],
      '2026-07-14': [row('a', 10, { page_staytime_pv: 6 })],
    })
    expect((await reports.pages(two)).data.rows[0]?.page_staytime_pv).toBe(3)
  })

  test.each([
    ['exits over visits', 10, 4, 0.4],
    ['no visits', 0, 0, null],
    ['no exits known', 10, undefined, null],
  ])('exit rate: %s', async (_, pv, exits, rate) => {
    const reports = bench({ '2026-07-14': [row('a', pv, { exitpage_pv: exits })] })
    expect((await reports.pages(day)).data.rows[0]?.exit_rate).toBe(rate)
  })

  test('people of several days are person-days, unknown when a day of them is', async () => {
    const reports = bench({
      '2026-07-13': [row('a', 3, { page_visit_uv: 2 }), row('b', 3, { page_visit_uv: 2 })],
      '2026-07-14': [row('a', 3, { page_visit_uv: 1 }), row('b', 3)],
    })
    expect((await reports.pages(two)).data.rows.map(page => page.page_visit_uv)).toEqual([3, null])
  })

  test.each([
    ['what the rows leave over', [row('a', 60)], 100, 40, 0.6],
    ['nothing when the pages have more', [row('a', 60), row('b', 60)], 100, 0, 0.5],
    ['nothing when visits are not known and no page was cut', [row('a', 60)], null, 0, 1],
    [
      'unknown when visits are not known and pages were cut',
      Array.from({ length: 200 }, (_, n) => row(`a${n}`, 1)),
      null,
      null,
      null,
    ],
  ])('其他 is %s', async (_, pages, visits, rest, share) => {
    const { data } = await bench({ '2026-07-14': pages }, visits).pages(day)
    expect([data.other.page_visit_pv, data.rows[0]?.share]).toEqual([rest, share])
    expect(data.truncated).toBe(pages.length === 200)
  })

  test('其他 of several days is what each of them leaves over', async () => {
    const reports = bench({ '2026-07-13': [row('a', 120)], '2026-07-14': [row('a', 70)] })
    const { data } = await reports.pages(two)
    expect([data.other.page_visit_pv, data.rows[0]?.share]).toEqual([30, 190 / 220])
  })

  test('two hundred rows may hide more, even where two of them are one page', async () => {
    const rows = Array.from({ length: 200 }, (_, n) => row(n === 0 ? '/p1.html' : `p${n}`, 1))
    const { data } = await bench({ '2026-07-14': rows }, null).pages(day)
    expect([data.rows.length, data.truncated, data.other.page_visit_pv]).toEqual([199, true, null])
  })

  test('a day without visits has no pages, and that is no gap', async () => {
    const { data, freshness } = await bench({ '2026-07-14': [] }, 0).pages(day)
    expect([data.rows, data.other.page_visit_pv, freshness.state]).toEqual([[], 0, 'final'])
  })

  test('leaves twenty-nine days when one fails, and says which', async () => {
    const { reports } = reportsBench(({ report, from }) =>
      report === 'pages.daily' && from === '2026-07-01' ? { failure: 'failed' } : undefined,
    )
    const { data } = await reports.pages({ ...day, from: '2026-06-15' })
    expect(data.rows).toMatchObject([{ page_visit_pv: 29 * 58, share: 1 }])
    expect(data.byDay.filter(one => one.state !== 'final')).toEqual([{ date: '2026-07-01', state: 'failed' }])
  })

  test('knows nothing of a report that the account does not have', async () => {
    const { reports } = reportsBench(({ report }) =>
      report === 'pages.daily' ? { failure: 'unsupported' } : undefined,
    )
    const { data, freshness } = await reports.pages(day)
    expect([data.rows, data.other.page_visit_pv, freshness.state]).toEqual([[], null, 'unsupported'])
    expect((await reports.trend({ ...day, granularity: 'day' })).freshness.state).toBe('final')
  })
})

test('a refused report of pages says so while the visits beside it are provisional', async () => {
  const { reports } = reportsBench(
    ({ report }) => (report === 'pages.daily' ? { failure: 'wrong_kind' } : undefined),
    '2026-07-15 11:00',
  )
  const { data, freshness } = await reports.pages(two)
  expect(freshness).toEqual({ state: 'unsupported', asOf: null, reason: 'unsupported' })
  expect(data.byDay.map(({ state }) => state)).toEqual(['unsupported', 'unsupported'])
})

describe('the order of pages', () => {
  const pages = [row('b', 5, { entrypage_pv: 2 }), row('c', 9), row('a', 5, { entrypage_pv: 1 })]
  const paths = async (wish: object) =>
    (await bench({ '2026-07-14': pages }).pages({ ...day, ...wish })).data.rows.map(page => page.path).join(' ')

  test.each([
    ['most visits first, ties by path', {}, 'c a b'],
    ['fewest first, ties by path still', { order: 'asc' }, 'a b c'],
    ['by path', { sort: 'path', order: 'asc' }, 'a b c'],
    ['unknown last', { sort: 'entrypage_pv' }, 'b a c'],
    ['unknown last the other way round too', { sort: 'entrypage_pv', order: 'asc' }, 'a b c'],
    ['only what is sought', { q: ' C ' }, 'c'],
    ['what is sought as it stands in code', { q: '/c' }, 'c'],
    ["what is sought as it stands in WeChat's answers", { q: 'c.html' }, 'c'],
    ['all for an empty search', { q: '' }, 'c a b'],
    ['none for what is not there', { q: 'zzz' }, ''],
  ])('%s', async (_, wish, order) => expect(await paths(wish)).toBe(order))
})
