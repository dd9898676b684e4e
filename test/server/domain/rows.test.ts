import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnswer } from '../../../server/domain/rows.ts'
import { periodOf } from '../../../src/contract/periods.ts'
import { emptyAnswer, page, pagesAnswer, visitAnswer } from '../../support/answers.ts'

const day = periodOf('day', '2017-03-13')
const visits = (answer: string) => readAnswer('visit.daily', day, answer)
const row = {
  session_cnt: 17,
  visit_pv: 58,
  visit_uv: 10,
  visit_uv_new: 4,
  stay_time_uv: 187.3,
  stay_time_session: 110.1765,
  visit_depth: 2.4706,
}

describe('a visit row', () => {
  test('is taken to the digit, and what it does not carry is null', () => {
    expect(visits(visitAnswer('2017-03-13', row))).toEqual({
      ...row,
      share_pv: null,
      share_uv: null,
      visit_total: null,
    })
  })

  test('may come in camelCase, as through 云调用', () => {
    const answer = '{"list":[{"refDate":"20170313","sessionCnt":17,"visitUvNew":4}]}'
    expect(visits(answer)).toMatchObject({ session_cnt: 17, visit_uv_new: 4, visit_pv: null })
  })

  test.each([
    ['text', '17'],
    ['null', null],
    ['a list', [17]],
    ['true', true],
  ])('%s is no number', (_, value) => {
    expect(visits(visitAnswer('2017-03-13', { session_cnt: value, visit_pv: 58 }))?.session_cnt).toBeNull()
  })

  test('of zeros is data', () => {
    expect(visits(visitAnswer('2017-03-13', { session_cnt: 0, visit_pv: 0 }))).toMatchObject({
      session_cnt: 0,
      visit_pv: 0,
    })
  })
})

describe('an answer holds nothing when', () => {
  test.each([
    ['the list is empty', emptyAnswer],
    ['the list is missing', '{}'],
    ['the list is no list', '{"list":{"0":{}}}'],
    ['its row has no number', '{"list":[{"ref_date":"20170313"}]}'],
    ['its row is of another date', visitAnswer('2017-03-14', row)],
    ['it is a list', '[]'],
    ['it is cut', '{"list":[{"ref'],
  ])('%s', (_, answer) => expect(visits(answer)).toBeNull())
})

describe('ref_date', () => {
  test.each([
    ['visit.daily', 'day', '20170313'],
    ['visit.daily', 'day', '2017-03-13'],
    ['visit.weekly', 'week', '20170313-20170319'],
    ['visit.monthly', 'month', '201703'],
  ] as const)('%s of a %s is %s', (report, granularity, refDate) => {
    const answer = JSON.stringify({ list: [{ ref_date: refDate, session_cnt: 1 }] })
    expect(readAnswer(report, periodOf(granularity, '2017-03-13'), answer)?.session_cnt).toBe(1)
  })

  test.each(['20170313', '2017-03-13', '20170313-20170313'])('of a portrait of one day is %s', refDate => {
    const people = { genders: [{ id: 1, name: '男', value: 7 }] }
    const answer = JSON.stringify({ ref_date: refDate, visit_uv_new: people, visit_uv: people })
    expect(readAnswer('portrait.1', periodOf('day', '2017-03-13'), answer)).not.toBeNull()
  })
})

describe('the stay per open', () => {
  test.each([
    ['0 beside opens without a stay per visitor is a placeholder', { session_cnt: 5, stay_time_session: 0 }, null],
    ['0 beside a stay per visitor is 0', { session_cnt: 5, stay_time_session: 0, stay_time_uv: 0 }, 0],
    ['0 without opens is 0', { session_cnt: 0, stay_time_session: 0 }, 0],
    ['a number stays', { session_cnt: 5, stay_time_session: 54.5346 }, 54.5346],
  ])('%s', (_, fields, stay) => expect(visits(visitAnswer('2017-03-13', fields))?.stay_time_session).toBe(stay))
})

describe('pages', () => {
  const pages = (list: Record<string, unknown>[]) =>
    readAnswer('pages.daily', day, pagesAnswer('2017-03-13', list))?.rows

  test.each([
    ['pages/main/main.html', 'pages/main/main'],
    ['/pages/main/main', 'pages/main/main'],
    ['', '/'],
    ['/', '/'],
    ['pages/a.html/b', 'pages/a.html/b'],
  ])('the path %j is %j', (path, normalised) => expect(pages([page(path, 1)])?.[0]?.path).toBe(normalised))

  test('that are one after normalising are added, people excepted, stay weighted by visits', () => {
    const [merged, ...others] =
      pages([
        { ...page('/pages/a.html', 30, 3), page_staytime_pv: 10, page_visit_uv: 20 },
        { ...page('pages/a', 10, 1), page_staytime_pv: 2, page_visit_uv: 5 },
      ]) ?? []
    expect(others).toEqual([])
    expect(merged).toMatchObject({ page_visit_pv: 40, entrypage_pv: 4, page_staytime_pv: 8, page_visit_uv: null })
  })

  test('the stay of a page without visits is unknown', () => {
    expect(pages([page('pages/a', 0)])?.[0]?.page_staytime_pv).toBeNull()
  })

  test('of another date are no pages of this one', () => {
    expect(readAnswer('pages.daily', day, pagesAnswer('2017-03-14'))).toBeNull()
  })

  test('come out the same in any order', () => {
    const rows = ['pages/a', '/pages/a.html', 'pages/b', 'pages/b.html', 'c'].map((path, index) =>
      page(path, index + 1, index),
    )
    const totals = (list: Record<string, unknown>[]) =>
      new Map((pages(list) ?? []).map(({ path, page_visit_pv, entrypage_pv }) => [path, [page_visit_pv, entrypage_pv]]))
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), shuffled => {
        expect(totals(shuffled)).toEqual(totals(rows))
      }),
    )
  })
})
