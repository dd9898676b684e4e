import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import type { DatacubeQuestion } from '../../../server/ports/wechat.ts'
import type { TrendQuestion } from '../../../server/usecases/read-trend.ts'
import { createReports } from '../../../server/usecases/reports.ts'
import { TrendAnswer } from '../../../src/contract/reports.ts'
import { visitAnswer } from '../../support/answers.ts'
import { archiveBench } from '../../support/archive-bench.ts'
import type { Said } from '../../support/fakes/datacube.ts'

function bench(script: (question: DatacubeQuestion) => Said | undefined = () => undefined) {
  const built = archiveBench('2026-07-15 16:00')
  built.datacube.script = script
  const reports = createReports(built)
  const trend = (question: Omit<TrendQuestion, 'appid'>) =>
    reports.trend({ appid: 'wxapp1', source: 'wechat', ...question })
  return { ...built, trend }
}

const june = { from: '2026-06-15', to: '2026-07-14', granularity: 'day' } as const

describe('用户趋势 by day', () => {
  test('answers in the shape of the contract', async () => {
    expect(Schema.Compile(TrendAnswer).Check(await bench().trend(june))).toBe(true)
  })

  test('has a point for each day with the seven metrics of visits', async () => {
    const { data } = await bench().trend(june)
    expect(data.points).toHaveLength(30)
    expect(data.points[0]).toMatchObject({ period: '2026-06-15', from: '2026-06-15', to: '2026-06-15', partial: false })
    expect(Object.keys(data.points[0]?.values ?? {}).join(' ')).toBe(
      'session_cnt visit_pv visit_uv visit_uv_new stay_time_uv stay_time_session visit_depth',
    )
  })

  test('costs a second question a day only when shares or totals are named', async () => {
    const { trend, datacube } = bench()
    await trend(june)
    expect(datacube.asked).toHaveLength(30)
    const { data } = await trend({ ...june, metrics: 'visit_total,session_cnt' })
    expect(datacube.asked).toHaveLength(60)
    expect(data.points[0]?.values).toEqual({ session_cnt: 17, visit_total: 391 })
  })

  test('asks for visits only when one of them is named', async () => {
    const { trend, datacube } = bench()
    await trend({ ...june, metrics: 'share_pv' })
    expect(new Set(datacube.asked.map(question => question.report))).toEqual(new Set(['summary.daily']))
  })

  test('keeps twenty-nine days when one fails, says which, and is as fresh as the worst', async () => {
    const failing = (question: DatacubeQuestion): Said | undefined =>
      question.from === '2026-07-01' ? { failure: 'failed' } : undefined
    const { data, freshness } = await bench(failing).trend(june)
    const known = data.points.filter(point => point.values.session_cnt !== null)
    expect(known).toHaveLength(29)
    expect(data.points.find(point => point.state !== 'final')).toMatchObject({ period: '2026-07-01', state: 'failed' })
    expect(freshness).toMatchObject({ state: 'failed', reason: 'upstream_failed' })
  })

  test('never makes a zero of what is not known', async () => {
    const { data } = await bench(({ from }) => visitAnswer(from, { session_cnt: 0 })).trend(june)
    expect(data.points[0]?.values).toMatchObject({ session_cnt: 0, visit_pv: null, stay_time_uv: null })
  })
})

describe('用户趋势 by week and month', () => {
  test.each([
    ['week', '2026-06-29', '2026-07-12', 'visit.weekly', ['2026-06-29/2026-07-05', '2026-07-06/2026-07-12']],
    ['month', '2026-05-01', '2026-06-30', 'visit.monthly', ['2026-05', '2026-06']],
  ] as const)('a %s is asked as such: people are never added up', async (granularity, from, to, report, names) => {
    const { trend, datacube } = bench()
    const { data } = await trend({ granularity, from, to })
    expect(data.points.map(point => point.period)).toEqual(names)
    expect(datacube.asked.map(question => question.report)).toEqual([report, report])
  })
})

describe('a comparison', () => {
  test('has as many points as the range, from the day named', async () => {
    const { data } = await bench().trend({ ...june, from: '2026-07-08', compareFrom: '2026-07-01' })
    expect(data.compare?.map(point => point.period)).toEqual([1, 2, 3, 4, 5, 6, 7].map(day => `2026-07-0${day}`))
  })

  test('that overlaps the range asks for no day twice', async () => {
    const { trend, datacube } = bench()
    await trend({ ...june, from: '2026-07-08', compareFrom: '2026-07-07' })
    expect(datacube.asked).toHaveLength(8)
  })

  test('leaves the freshness to the range', async () => {
    const failing = (question: DatacubeQuestion): Said | undefined =>
      question.from === '2026-07-01' ? { failure: 'failed' } : undefined
    const answer = await bench(failing).trend({ ...june, from: '2026-07-08', compareFrom: '2026-07-01' })
    expect([answer.freshness.state, answer.data.compare?.[0]?.state]).toEqual(['final', 'failed'])
  })
})

describe('a question that is wrong', () => {
  const week = { from: '2026-07-06', to: '2026-07-12', granularity: 'week' } as const
  test.each<[string, Omit<TrendQuestion, 'appid'>, string[]]>([
    ['an unknown metric', { ...june, metrics: 'session_cnt,users' }, ['/query/metrics unknown']],
    ['an empty list of metrics', { ...june, metrics: '' }, ['/query/metrics unknown']],
    ['shares by week', { ...week, metrics: 'share_pv' }, ['/query/metrics range']],
    ['two faults', { ...june, to: '2026-07-15', metrics: 'x' }, ['/query/to range', '/query/metrics unknown']],
  ])('%s is refused with its path', async (_, question, issues) => {
    const error = await bench()
      .trend(question)
      .catch((refusal: unknown) => refusal)
    expect(error).toMatchObject({ code: 'invalid' })
    const { extra } = error as { extra: { issues: { path: string; code: string }[] } }
    expect(extra.issues.map(issue => `${issue.path} ${issue.code}`)).toEqual(issues)
  })
})
