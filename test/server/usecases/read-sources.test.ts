import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { SourcesAnswer } from '../../../src/contract/report-sources.ts'
import { distributionAnswer, emptyAnswer } from '../../support/answers.ts'
import { ofApp, reportsBench } from '../../support/reports-bench.ts'

const thirty = { ...ofApp, from: '2026-06-15', to: '2026-07-14' }
const day = { ...ofApp, from: '2026-07-14', to: '2026-07-14' }

describe('来源分析', () => {
  test('answers in the shape of the contract', async () => {
    const { reports } = reportsBench(() => undefined)
    expect(Schema.Compile(SourcesAnswer).Check(await reports.sources(thirty))).toBe(true)
  })

  test('adds days up and shares by the sum of the distribution, largest first', async () => {
    const { reports } = reportsBench(() => undefined)
    const { data } = await reports.sources({ ...thirty, from: '2026-07-13' })
    expect(data).toMatchObject({
      total: 34,
      items: [
        { key: 1, name: '小程序历史列表', value: 20, share: 20 / 34 },
        { key: 2, name: '搜索', value: 14, share: 14 / 34 },
      ],
    })
  })

  test('keeps a key that nobody documents, under its number', async () => {
    const lists = { access_source_session_cnt: { 91: 3, 62: 1 } }
    const { reports } = reportsBench(({ from }) => distributionAnswer(from, lists))
    const { data } = await reports.sources(day)
    expect(data.items.map(item => item.name)).toEqual(['未知来源(91)', '未知来源(62)'])
  })

  test('ignores lists that nobody documents', async () => {
    const lists = { access_source_session_cnt: { 1: 3 }, access_region_info: { 1: 99 } }
    const { reports } = reportsBench(({ from }) => distributionAnswer(from, lists))
    expect((await reports.sources(day)).data.total).toBe(3)
  })

  test.each([
    ['a list of its own', { access_source_session_cnt: { 1: 3 }, access_source_visit_uv: { 1: 2 } }, 2, 'final'],
    ['a day without them', { access_source_session_cnt: { 1: 3 } }, null, 'missing'],
  ])('visitors: %s', async (_, lists, total, state) => {
    const { reports } = reportsBench(({ from }) => distributionAnswer(from, lists))
    const answer = await reports.sources({ ...day, metric: 'visit_uv' })
    expect([answer.data.total, answer.freshness.state]).toEqual([total, state])
  })

  test('visitors as a field of each source, as the first versions of the page say', async () => {
    const items = [{ key: 1, value: 3, access_source_visit_uv: 2 }]
    const list = [{ index: 'access_source_session_cnt', item_list: items }]
    const { reports } = reportsBench(() => JSON.stringify({ ref_date: '20260714', list }))
    expect((await reports.sources({ ...day, metric: 'visit_uv' })).data.total).toBe(2)
  })

  test('reads what a cloud function passes on in camelCase', async () => {
    const list = [{ index: 'access_source_session_cnt', itemList: [{ key: 1, value: 3 }] }]
    const { reports } = reportsBench(() => JSON.stringify({ refDate: '20260714', list, errMsg: 'openapi:ok' }))
    expect((await reports.sources(day)).data.total).toBe(3)
  })

  test('leaves twenty-nine days when one fails, and says which', async () => {
    const { reports } = reportsBench(({ from }) => (from === '2026-07-01' ? { failure: 'failed' } : undefined))
    const { data, freshness } = await reports.sources(thirty)
    expect(data.total).toBe(29 * 17)
    expect(data.byDay.filter(one => one.state !== 'final')).toEqual([
      { date: '2026-07-01', state: 'failed', items: [] },
    ])
    expect(freshness).toMatchObject({ state: 'failed', reason: 'upstream_failed' })
  })

  test.each([
    ['nothing is there', emptyAnswer, 'missing'],
    ['the account does not have it', { failure: 'unsupported' }, 'unsupported'],
    ['the account is a game', { failure: 'wrong_kind' }, 'unsupported'],
    ['lists without a bucket', distributionAnswer('2026-07-14', { access_source_session_cnt: {} }), 'missing'],
  ] as const)('makes no zero of a day where %s', async (_, said, state) => {
    const { reports } = reportsBench(() => said)
    const { data, freshness } = await reports.sources(day)
    expect([data.total, data.items, freshness.state]).toEqual([null, [], state])
  })

  test.each([
    ['a day that is not over', { from: '2026-07-15', to: '2026-07-15' }, ['/query/to range']],
    ['more than a year', { from: '2025-07-13', to: '2026-07-14' }, ['/query/from range']],
    ['a day that does not exist', { from: '2026-02-30', to: '2026-07-14' }, ['/query/from format']],
    ['the wrong way round', { from: '2026-07-14', to: '2026-07-13' }, ['/query/from range']],
  ])('refuses %s', async (_, range, faults) => {
    const { reports } = reportsBench(() => undefined)
    const issues = faults.map(fault => ({ path: fault.split(' ')[0], code: fault.split(' ')[1] }))
    await expect(reports.sources({ ...ofApp, ...range })).rejects.toMatchObject({ code: 'invalid', extra: { issues } })
  })
})
