import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import type { DatacubeQuestion } from '../../../server/ports/wechat.ts'
import { createReports } from '../../../server/usecases/reports.ts'
import { addDays } from '../../../src/contract/periods.ts'
import { OverviewAnswer } from '../../../src/contract/reports.ts'
import { emptyAnswer, page, pagesAnswer, summaryAnswer, visitAnswer } from '../../support/answers.ts'
import { archiveBench } from '../../support/archive-bench.ts'
import type { Said } from '../../support/fakes/datacube.ts'

const D = '2026-07-14'

function bench(now: string, script: (question: DatacubeQuestion) => Said | undefined = () => undefined) {
  const built = archiveBench(now)
  built.datacube.script = script
  const reports = createReports(built)
  const overview = (date?: string) => reports.overview({ appid: 'wxapp1', date, source: 'wechat' })
  return { ...built, overview }
}

/** Opens by day; every other answer is full. */
const opens = (byDay: Record<string, Said | number>) => (question: DatacubeQuestion) => {
  const said = byDay[question.from]
  if (question.report !== 'visit.daily' || said === undefined) return undefined
  return typeof said === 'number' ? visitAnswer(question.from, { session_cnt: said, visit_pv: said * 2 }) : said
}

describe('数据概况 of a closed day', () => {
  test('answers in the shape of the contract', async () => {
    const answer = await bench('2026-07-15 16:00').overview()
    expect(Schema.Compile(OverviewAnswer).Check(answer)).toBe(true)
    expect(answer).toMatchObject({ appid: 'wxapp1', range: { from: D, to: D }, freshness: { state: 'final' } })
    expect(answer.data).not.toHaveProperty('latest')
  })

  test('holds the ten metrics in their order', async () => {
    const { data } = await bench('2026-07-15 16:00').overview(D)
    expect(data.metrics.map(metric => metric.id).join(' ')).toBe(
      'session_cnt visit_pv visit_uv visit_uv_new share_pv share_uv stay_time_uv stay_time_session visit_depth visit_total',
    )
  })

  test('compares with the day, the week and the month before', async () => {
    const { data } = await bench(
      '2026-07-15 16:00',
      opens({ [D]: 120, '2026-07-13': 100, '2026-07-07': 0, '2026-06-14': emptyAnswer }),
    ).overview()
    expect(data.metrics[0]).toEqual({
      id: 'session_cnt',
      value: 120,
      changes: {
        day: { baseDate: '2026-07-13', base: 100, kind: 'percent', value: 0.2 },
        week: { baseDate: '2026-07-07', base: 0, kind: 'new', value: null },
        month: { baseDate: '2026-06-14', base: null, kind: 'none', value: null },
      },
    })
  })

  test('asks nine questions, and none the second time', async () => {
    const { overview, datacube } = bench('2026-07-15 16:00')
    await overview()
    await overview()
    expect(datacube.asked).toHaveLength(9)
  })

  test('shows the top pages by visits of the day', async () => {
    const { data } = await bench('2026-07-15 16:00', question => {
      if (question.report === 'pages.daily') return pagesAnswer(D, [page('a', 25, 4), page('b.html', 15)])
      return question.report === 'visit.daily' ? visitAnswer(question.from, { visit_pv: 100 }) : undefined
    }).overview()
    expect(data.topPages).toEqual({
      visited: [
        { path: 'a', remark: null, value: 25, share: 0.25 },
        { path: 'b', remark: null, value: 15, share: 0.15 },
      ],
      entry: [{ path: 'a', remark: null, value: 4, share: 1 }],
    })
  })
})

describe('the freshness of 数据概况', () => {
  test('is that of the day, not of its bases', async () => {
    const { freshness, data } = await bench(
      '2026-07-15 16:00',
      opens({ '2026-07-13': { failure: 'failed' } }),
    ).overview()
    expect(freshness.state).toBe('final')
    expect(data.metrics[0]?.changes.day).toMatchObject({ base: null, kind: 'none' })
  })

  test('is the worst of its three reports', async () => {
    const { freshness, data } = await bench('2026-07-15 16:00', question =>
      question.report === 'pages.daily' ? { failure: 'quota' } : undefined,
    ).overview()
    expect(freshness).toMatchObject({ state: 'failed', reason: 'upstream_quota', asOf: '2026-07-15T08:00:00.000Z' })
    expect(data.metrics[0]?.value).toBe(17)
    expect(data.topPages).toEqual({ visited: [], entry: [] })
  })

  test('does not miss the pages of a day without visits', async () => {
    const { freshness } = await bench('2026-07-15 16:00', question => {
      if (question.report === 'pages.daily') return emptyAnswer
      return question.report === 'visit.daily' ? visitAnswer(question.from, { visit_pv: 0 }) : undefined
    }).overview()
    expect(freshness.state).toBe('final')
  })

  test('is provisional before 15:00 and final after', async () => {
    const { overview, clock } = bench('2026-07-15 10:00')
    expect((await overview()).freshness.state).toBe('provisional')
    clock.set('2026-07-15 15:00')
    expect((await overview()).freshness.state).toBe('final')
  })
})

describe('a day without numbers', () => {
  const notReady = (question: DatacubeQuestion): Said | undefined =>
    question.from === D ? { failure: 'not_ready' } : undefined

  test('keeps its date with nulls and adds the last day that has them', async () => {
    const { overview } = bench('2026-07-15 09:00', notReady)
    const { data, freshness } = await overview()
    expect(freshness).toMatchObject({ state: 'not_ready', reason: 'upstream_not_ready' })
    expect(data.date).toBe(D)
    expect(data.metrics.map(metric => metric.value)).toEqual(Array(10).fill(null))
    expect(data.latest).toMatchObject({ date: '2026-07-13' })
    expect(data.latest?.metrics[0]?.value).toBe(17)
  })

  test('says as of when the day shown instead speaks', async () => {
    const { overview } = bench('2026-07-15 09:00', notReady)
    expect((await overview()).freshness.asOf).toBe('2026-07-15T01:00:00.000Z')
  })

  test('has none to add for an app without data', async () => {
    const { data, freshness } = await bench('2026-07-15 16:00', () => emptyAnswer).overview()
    expect(freshness.state).toBe('missing')
    expect(data.latest).toBeNull()
    expect(data.metrics.every(metric => metric.value === null)).toBe(true)
  })

  test('adds no day that came after it', async () => {
    const { overview } = bench('2026-07-15 16:00', ({ from }) => (from < '2026-07-10' ? emptyAnswer : undefined))
    await overview()
    const { data } = await overview('2026-07-05')
    expect([data.date, data.latest]).toEqual(['2026-07-05', null])
  })

  test('asks WeChat nothing more for the day shown instead', async () => {
    const { overview, datacube } = bench('2026-07-15 09:00', notReady)
    await overview()
    expect(datacube.asked).toHaveLength(9)
  })

  test('is not a day of zeros', async () => {
    const zeros = (question: DatacubeQuestion): Said | undefined => {
      if (question.from !== D) return undefined
      if (question.report === 'summary.daily') return summaryAnswer(D, { visit_total: 391, share_pv: 0, share_uv: 0 })
      return question.report === 'visit.daily' ? visitAnswer(D, { session_cnt: 0, visit_pv: 0 }) : emptyAnswer
    }
    const { data } = await bench('2026-07-15 16:00', zeros).overview()
    expect(data.metrics[0]).toMatchObject({ value: 0, changes: { day: { kind: 'percent', value: -1 } } })
    expect(data).not.toHaveProperty('latest')
  })
})

describe('a question that is wrong', () => {
  test.each([
    ['today', '2026-07-15', 'range'],
    ['a day that does not exist', '2026-02-30', 'format'],
  ])('%s is refused with its path', async (_, date, code) => {
    await expect(bench('2026-07-15 16:00').overview(date)).rejects.toMatchObject({
      code: 'invalid',
      extra: { issues: [{ path: '/query/date', code }] },
    })
  })
})

describe('an answer that nothing has changed', () => {
  test('is the same object again', async () => {
    const { overview, archive } = bench('2026-07-15 16:00')
    await overview()
    const second = await overview()
    const reads = archive.reads
    expect(await overview()).toBe(second)
    expect(archive.reads).toBe(reads)
  })

  test('is made anew after a write to the archive of that app', async () => {
    const { overview, reader } = bench('2026-07-15 16:00')
    await overview()
    const second = await overview()
    await reader.read('wxapp1', 'visit.daily', [{ name: '2026-05-01', from: '2026-05-01', to: '2026-05-01' }])
    expect(await overview()).not.toBe(second)
  })

  test('is made anew at midnight for the next day', async () => {
    const { overview, clock } = bench('2026-07-15 16:00')
    await overview()
    clock.set('2026-07-16 00:00')
    expect((await overview()).data.date).toBe(addDays(D, 1))
  })

  test('is made once for those who ask at once', async () => {
    const { overview, archive } = bench('2026-07-15 16:00')
    await overview()
    await overview()
    const reads = archive.reads
    await Promise.all(Array.from({ length: 50 }, () => overview('2026-07-13')))
    expect(archive.reads - reads).toBeLessThan(12)
  })
})
