import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { writePageRemark } from '../../../server/usecases/write-page-remark.ts'
import { SourcesAnswer } from '../../../src/contract/report-sources.ts'
import { distributionAnswer, retentionAnswer } from '../../support/answers.ts'
import { ofApp, reportsBench } from '../../support/reports-bench.ts'

const day = { ...ofApp, from: '2026-07-14', to: '2026-07-14' }
const opens = (count: number) => distributionAnswer('2026-07-14', { access_source_session_cnt: { 1: count } })

/** A day that was read at eleven and said something else at three. */
async function revisedBench() {
  const bench = reportsBench(() => opens(3), '2026-07-15 11:00')
  await bench.reports.sources(day)
  bench.clock.set('2026-07-15 15:00')
  bench.datacube.script = () => opens(4)
  return bench
}

describe('a day that WeChat has answered twice, differently', () => {
  test('says so with the new number', async () => {
    const { reports } = await revisedBench()
    expect(await reports.sources(day)).toMatchObject({ revised: ['2026-07-14'], data: { total: 4 } })
  })

  test('tells what it said before, with both times, when asked', async () => {
    const { reports } = await revisedBench()
    await reports.sources(day)
    const answer = await reports.sources({ ...day, revisions: 'true' })
    expect(Schema.Compile(SourcesAnswer).Check(answer)).toBe(true)
    expect(answer.revisions).toEqual([
      {
        report: 'distribution.daily',
        period: '2026-07-14',
        readAt: '2026-07-15T03:00:00.000Z',
        replacedAt: '2026-07-15T07:00:00.000Z',
        answer: JSON.parse(opens(3)),
        changes: [{ metric: 'access_source_session_cnt', item: '1', before: 3, after: 4 }],
      },
    ])
  })

  test.each([undefined, 'false'] as const)('tells nothing of that with revisions=%s', async revisions => {
    const { reports } = await revisedBench()
    expect(await reports.sources({ ...day, revisions })).not.toHaveProperty('revisions')
  })
})

test('a day that was answered once, or twice the same, has no revisions', async () => {
  const bench = reportsBench(() => opens(3), '2026-07-15 11:00')
  await bench.reports.sources(day)
  bench.clock.set('2026-07-15 15:00')
  const answer = await bench.reports.sources({ ...day, revisions: 'true' })
  expect([answer.revised, answer.revisions]).toEqual([undefined, []])
})

test('a day that was answered twice the same in another order was not revised', async () => {
  const list = [
    { index: 'access_source_session_cnt', item_list: [3, 4].map(key => ({ key, value: key })) },
    { index: 'access_depth_info', item_list: [{ key: 1, value: 7 }] },
  ]
  const other = [
    { item_list: [{ value: 7, key: 1 }], index: 'access_depth_info' },
    { item_list: [4, 3].map(key => ({ value: key, key })), index: 'access_source_session_cnt' },
  ]
  const bench = reportsBench(() => JSON.stringify({ ref_date: '20260714', list }), '2026-07-15 11:00')
  await bench.reports.sources(day)
  bench.clock.set('2026-07-15 15:00')
  bench.datacube.script = () => JSON.stringify({ list: other, ref_date: '20260714' })
  const answer = await bench.reports.sources({ ...day, revisions: 'true' })
  expect([answer.freshness.state, answer.revised, answer.revisions]).toEqual(['final', undefined, []])
})

describe('a cohort', () => {
  const cohort = { ...ofApp, from: '2026-07-13', to: '2026-07-13' }
  const later = async (answer: string) => {
    const bench = reportsBench(() => retentionAnswer('2026-07-13', { 0: 10 }, {}), '2026-07-14 16:00')
    await bench.reports.retention(cohort)
    bench.clock.set('2026-07-15 16:00')
    bench.datacube.script = () => answer
    return bench.reports.retention(cohort)
  }

  test('that has grown by a key is not revised', async () => {
    expect(await later(retentionAnswer('2026-07-13', { 0: 10, 1: 4 }, {}))).not.toHaveProperty('revised')
  })

  test('that has grown by a key of which it said 0 too early is not either', async () => {
    const bench = reportsBench(() => retentionAnswer('2026-07-13', { 0: 10, 1: 0 }, {}), '2026-07-14 16:00')
    await bench.reports.retention(cohort)
    bench.clock.set('2026-07-15 16:00')
    bench.datacube.script = () => retentionAnswer('2026-07-13', { 0: 10, 1: 4 }, {})
    expect(await bench.reports.retention(cohort)).not.toHaveProperty('revised')
  })

  test('of which a count was restated is', async () => {
    const answer = await later(retentionAnswer('2026-07-13', { 0: 11, 1: 4 }, {}))
    expect(answer.revised).toEqual(['2026-07-13'])
  })
})

describe('the remark of a page', () => {
  const path = 'pages/main/main'

  test.each(['pages/main/main', '/pages/main/main', 'pages/main/main.html', ' pages/main/main '])(
    'stands beside it everywhere when written for %j',
    async written => {
      const bench = reportsBench(() => undefined)
      await writePageRemark(bench, 'wxapp1', { path: written, remark: ' 首页 ' })
      const { data } = await bench.reports.pages(day)
      expect(data.rows).toMatchObject([{ path, remark: '首页' }])
      const overview = await bench.reports.overview(ofApp)
      expect(overview.data.topPages.visited[0]).toMatchObject({ path, remark: '首页' })
      expect(overview.data.topPages.entry[0]).toMatchObject({ path, remark: '首页' })
    },
  )

  test('finds and sorts pages', async () => {
    const bench = reportsBench(() => undefined)
    await writePageRemark(bench, 'wxapp1', { path, remark: '首页' })
    expect((await bench.reports.pages({ ...day, q: '首', sort: 'remark' })).data.rows).toHaveLength(1)
  })

  test.each([null, '', '  '])('is cleared by %j', async remark => {
    const bench = reportsBench(() => undefined)
    await writePageRemark(bench, 'wxapp1', { path, remark: '首页' })
    await writePageRemark(bench, 'wxapp1', { path, remark })
    expect(await bench.remarks.of('wxapp1')).toEqual(new Map())
  })
})
