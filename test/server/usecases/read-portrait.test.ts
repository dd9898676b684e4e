import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import type { PortraitQuestion } from '../../../server/usecases/read-portrait.ts'
import { PortraitAnswer } from '../../../src/contract/report-portrait.ts'
import { portraitAnswer } from '../../support/answers.ts'
import { ofApp, reportsBench } from '../../support/reports-bench.ts'

const week = { ...ofApp, days: '7', users: 'active' } as const
const skeleton = { province: [], city: [], genders: [], platforms: [], devices: [], ages: [] }

describe('用户画像', () => {
  test('answers in the shape of the contract', async () => {
    const { reports } = reportsBench(() => undefined)
    expect(Schema.Compile(PortraitAnswer).Check(await reports.portrait(week))).toBe(true)
  })

  test.each([
    ['1', 'portrait.1 2026-07-14 2026-07-14'],
    ['7', 'portrait.7 2026-07-08 2026-07-14'],
    ['30', 'portrait.30 2026-06-15 2026-07-14'],
  ] as const)('of %s days ends yesterday, and both kinds of user come in one call', async (days, question) => {
    const { reports, asked } = reportsBench(() => undefined)
    for (const users of ['new', 'active'] as const) await reports.portrait({ ...week, days, users })
    expect(asked()).toEqual([question])
  })

  test('keeps the rows and the order of the answer, with shares of the attribute, 未知 included', async () => {
    const province = [
      { id: 31, name: '广东', value: 6 },
      { id: 0, name: '未知', value: 3 },
      { id: 31, name: '广东省', value: 1 },
    ]
    const { reports } = reportsBench(() => portraitAnswer('2026-07-14', null, { ...skeleton, province }))
    const { data } = await reports.portrait(week)
    expect(data.province.map(item => `${item.name} ${item.value} ${item.share}`)).toEqual([
      '广东 6 0.6',
      '未知 3 0.3',
      '广东省 1 0.1',
    ])
  })

  test('says which province a city lies in', async () => {
    const city = [
      { id: 3102, name: '广州', value: 6 },
      { id: 0, name: '未知', value: 3 },
      { name: '苏州', value: 3 },
    ]
    const { reports } = reportsBench(() => portraitAnswer('2026-07-14', null, { ...skeleton, city }))
    const { data } = await reports.portrait(week)
    expect(data.city.map(item => item.provinceId)).toEqual([31, null, null])
  })

  test('finds the province of a city with a longer id among those of the answer', async () => {
    const province = [{ id: 31, name: '广东', value: 1 }]
    const city = [
      { id: 310200, name: '广州', value: 1 },
      { id: 440100, name: '成都', value: 1 },
    ]
    const { reports } = reportsBench(() => portraitAnswer('2026-07-14', null, { ...skeleton, province, city }))
    expect((await reports.portrait(week)).data.city.map(item => item.provinceId)).toEqual([31, 4401])
  })

  test('shows twenty models, which have no id, with shares of all', async () => {
    const devices = Array.from({ length: 25 }, (_, n) => ({ name: `model ${n}`, value: 4 }))
    const { reports } = reportsBench(() => portraitAnswer('2026-07-14', null, { ...skeleton, devices }))
    const { data } = await reports.portrait(week)
    expect(data.devices).toHaveLength(20)
    expect(data.devices[0]).toEqual({ id: null, name: 'model 0', value: 4, share: 0.04 })
  })

  test('reads the number under its old name', async () => {
    const genders = [{ id: 1, name: '男', access_source_visit_uv: 5 }]
    const { reports } = reportsBench(() => portraitAnswer('2026-07-14', null, { ...skeleton, genders }))
    expect((await reports.portrait(week)).data.genders[0]?.value).toBe(5)
  })

  test.each(['2026-07-08/2026-07-14', '2026-07-08', '2026-07-14'])('takes an answer dated %s', async date => {
    const { reports } = reportsBench(() => portraitAnswer(date))
    expect((await reports.portrait(week)).freshness.state).toBe('final')
  })

  test('takes no answer of another range', async () => {
    const { reports } = reportsBench(() => portraitAnswer('2026-07-01/2026-07-07'))
    expect((await reports.portrait(week)).data.genders).toEqual([])
  })

  test('of users of whom the answer says nothing is missing', async () => {
    const { reports } = reportsBench(() => portraitAnswer('2026-07-14', skeleton))
    const answer = await reports.portrait({ ...week, users: 'new' })
    expect([answer.freshness.state, answer.data.ages]).toEqual(['missing', []])
  })
})

describe('a portrait that is not ready', () => {
  test('adds the one of the day before', async () => {
    const { reports } = reportsBench(({ to }) => (to === '2026-07-14' ? { failure: 'not_ready' } : undefined))
    const { data, freshness } = await reports.portrait(week)
    expect([data.genders, freshness.state]).toEqual([[], 'not_ready'])
    expect(data.latest).toMatchObject({ from: '2026-07-07', to: '2026-07-13', genders: [{ value: 9, share: 1 }] })
    expect(freshness.asOf).not.toBeNull()
  })

  test('adds the newest that the archive holds when WeChat no longer answers', async () => {
    const bench = reportsBench(() => undefined)
    await bench.reports.portrait(week)
    bench.clock.set('2026-07-25 16:00')
    bench.datacube.script = () => ({ failure: 'failed' })
    expect((await bench.reports.portrait(week)).data.latest).toMatchObject({ to: '2026-07-14' })
  })

  test('adds no range that ends later', async () => {
    const { reports } = reportsBench(() => undefined)
    await reports.portrait(week)
    expect((await reports.portrait({ ...week, to: '2026-06-14' })).data.latest).toBeNull()
  })

  test('adds nothing where nothing is known', async () => {
    const { reports } = reportsBench(() =>
      JSON.stringify({ ref_date: '20260714', visit_uv_new: skeleton, visit_uv: skeleton }),
    )
    const { data, freshness } = await reports.portrait(week)
    expect([data.latest, freshness.state, freshness.asOf !== null]).toEqual([null, 'missing', true])
  })
})

describe('a range that WeChat has forgotten', () => {
  test('is known when it was collected in time, and costs no call', async () => {
    const bench = reportsBench(() => undefined)
    await bench.reports.portrait(week)
    bench.clock.set('2026-08-25 16:00')
    const { data, freshness } = await bench.reports.portrait({ ...week, to: '2026-07-14' })
    expect([data.genders[0]?.value, freshness.state]).toEqual([9, 'final'])
    expect(bench.asked()).toHaveLength(1)
  })

  test('is missing when it was not, and costs no call either', async () => {
    const { reports, asked } = reportsBench(() => undefined)
    const { data, freshness } = await reports.portrait({ ...week, to: '2026-06-14' })
    expect([data.genders, freshness.state, asked()]).toEqual([[], 'missing', []])
  })
})

describe('a question for a portrait', () => {
  test.each<[string, Partial<PortraitQuestion>, string]>([
    ['of nine days', { from: '2026-07-06', to: '2026-07-14' }, '/query/from'],
    ['that ends today', { to: '2026-07-15' }, '/query/to'],
    ['that begins too late', { from: '2026-07-10' }, '/query/from'],
  ])('%s is refused', async (_, more, path) => {
    const { reports } = reportsBench(() => undefined)
    await expect(reports.portrait({ ...week, ...more })).rejects.toMatchObject({
      extra: { issues: [{ path, code: 'range' }] },
    })
  })

  test.each<[string, Partial<PortraitQuestion>]>([
    ['its first day', { from: '2026-07-07' }],
    ['its last day', { to: '2026-07-13' }],
    ['both', { from: '2026-07-07', to: '2026-07-13' }],
  ])('may name %s', async (_, more) => {
    const { reports } = reportsBench(() => undefined)
    expect((await reports.portrait({ ...week, ...more })).range).toEqual({ from: '2026-07-07', to: '2026-07-13' })
  })
})
