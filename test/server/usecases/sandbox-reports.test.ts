import type { TSchema } from 'typebox'
import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { demoApp } from '../../../server/sandbox/index.ts'
import type { Reports } from '../../../server/usecases/reports.ts'
import { addDays } from '../../../src/contract/periods.ts'
import { EngagementAnswer } from '../../../src/contract/report-engagement.ts'
import { PagesAnswer } from '../../../src/contract/report-pages.ts'
import { PerformanceAnswer } from '../../../src/contract/report-performance.ts'
import { PortraitAnswer } from '../../../src/contract/report-portrait.ts'
import { RetentionAnswer } from '../../../src/contract/report-retention.ts'
import { SourcesAnswer } from '../../../src/contract/report-sources.ts'
import { sandboxReports } from '../../support/sandbox-reports.ts'

const range = { source: 'wechat', from: '2026-07-01', to: '2026-07-14' } as const
const week = { from: '2026-07-06', to: '2026-07-12', granularity: 'week' } as const

type Asked = (reports: Reports, appid: string) => Promise<object>

const questions: Record<string, [TSchema, Asked]> = {
  sources: [SourcesAnswer, (reports, appid) => reports.sources({ ...range, appid })],
  'sources by visitors': [SourcesAnswer, (reports, appid) => reports.sources({ ...range, appid, metric: 'visit_uv' })],
  engagement: [EngagementAnswer, (reports, appid) => reports.engagement({ ...range, appid })],
  pages: [PagesAnswer, (reports, appid) => reports.pages({ ...range, appid })],
  retention: [RetentionAnswer, (reports, appid) => reports.retention({ ...range, appid })],
  'weekly retention': [RetentionAnswer, (reports, appid) => reports.retention({ ...range, ...week, appid })],
  portrait: [
    PortraitAnswer,
    (reports, appid) => reports.portrait({ appid, source: 'wechat', days: '7', users: 'new' }),
  ],
  performance: [PerformanceAnswer, (reports, appid) => reports.performance({ ...range, appid, module: '10017' })],
}

/** Every number inside, however deep; `undefined` where a field holds it. */
function leaves(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value]
  return Object.values(value).flatMap(leaves)
}

const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)

describe.each(['freshShop', 'cafe', 'flowers', 'bus', 'silent', 'ended', 'game'] as const)('the demo app %s', name => {
  const { appid } = demoApp[name]

  test.each(Object.entries(questions))('has %s without a number that is none', async (_, [schema, ask]) => {
    const { reports } = await sandboxReports()
    const answer = await ask(reports, appid)
    expect(Schema.Compile(schema).Check(answer)).toBe(true)
    const found = leaves(answer)
    expect(found.filter(leaf => leaf === undefined || (typeof leaf === 'number' && !Number.isFinite(leaf)))).toEqual([])
  })
})

describe('the sums', () => {
  test('of sources, buckets and pages agree with the opens and visits of the trend', async () => {
    const { reports } = await sandboxReports()
    const asked = { ...range, appid: demoApp.freshShop.appid }
    const { data: trend } = await reports.trend({ ...asked, granularity: 'day' })
    const [sources, engagement, pages] = await Promise.all([
      reports.sources(asked),
      reports.engagement(asked),
      reports.pages(asked),
    ])
    const opens = sum(trend.points.map(point => point.values.session_cnt ?? null))
    const visits = sum(trend.points.map(point => point.values.visit_pv ?? null))
    expect([sources.data.total, engagement.data.totals]).toEqual([opens, { stay: opens, depth: opens }])
    expect(sum(pages.data.rows.map(row => row.page_visit_pv)) + (pages.data.other.page_visit_pv ?? 0)).toBe(visits)
    expect(pages.data.truncated).toBe(true)
    expect(sum(sources.data.items.map(item => item.share))).toBeCloseTo(1, 9)
  })

  test('of every attribute of a portrait are one share', async () => {
    const { reports } = await sandboxReports()
    const { data } = await reports.portrait({
      appid: demoApp.freshShop.appid,
      source: 'wechat',
      days: '30',
      users: 'active',
    })
    for (const items of [data.province, data.genders, data.platforms, data.ages]) {
      expect(sum(items.map(item => item.share))).toBeCloseTo(1, 9)
    }
    const provinces = new Set(data.province.map(item => item.id))
    expect(data.city.every(city => city.provinceId === null || provinces.has(city.provinceId))).toBe(true)
  })
})

describe('an app', () => {
  test('on its first days has numbers from then on, and nothing before', async () => {
    const { reports } = await sandboxReports()
    const asked = { ...range, appid: demoApp.cafe.appid, from: '2026-05-01' }
    const { data } = await reports.sources(asked)
    const known = data.byDay.filter(day => day.items.length > 0)
    expect(known.length).toBeGreaterThan(0)
    expect(data.byDay.slice(0, 20).every(day => day.state === 'missing')).toBe(true)
    const { data: retention } = await reports.retention(asked)
    expect(retention.rows[0]).toMatchObject({ state: 'missing', size: null })
  })

  test('that ended last year says missing, not zero', async () => {
    const { reports } = await sandboxReports()
    const asked = { ...range, appid: demoApp.ended.appid }
    const answers = await Promise.all([reports.sources(asked), reports.pages(asked), reports.retention(asked)])
    expect(answers.map(answer => answer.freshness.state)).toEqual(['missing', 'missing', 'missing'])
    expect(answers[0].data.total).toBeNull()
    expect((await reports.sources({ ...asked, from: '2025-08-01', to: '2025-08-31' })).data.total).toBeGreaterThan(0)
  })

  test('that is a game is refused report by report, and asked once for each', async () => {
    const { reports, sandbox } = await sandboxReports()
    const asked = { ...range, appid: demoApp.game.appid }
    const answers = [await reports.sources(asked), await reports.retention(asked)]
    expect(answers.map(answer => answer.freshness.state)).toEqual(['unsupported', 'unsupported'])
    const refused = sandbox.calls.filter(call => call.errcode === 61502)
    expect(refused.length).toBeLessThanOrEqual(10)
  })

  test('of which one report is refused keeps the others', async () => {
    const { reports, sandbox } = await sandboxReports()
    const { appid } = demoApp.flowers
    sandbox.configure({ appid, refused: ['/datacube/getweanalysisappidvisitdistribution'] })
    const asked = { ...range, appid }
    expect((await reports.sources(asked)).freshness).toMatchObject({ state: 'unsupported', reason: 'unsupported' })
    expect((await reports.pages(asked)).freshness.state).toBe('final')
    expect((await reports.retention(asked)).data.rows[0]?.size).toBeGreaterThan(0)
  })
})

describe('cohorts against the emulator', () => {
  test('are read once a key, and agree with a first read a year later', async () => {
    const bench = await sandboxReports('2026-07-02 16:00')
    const cohort = { source: 'wechat', appid: demoApp.flowers.appid, from: '2026-07-01', to: '2026-07-01' } as const
    for (let day = 0; day <= 33; day += 1) {
      bench.clock.set(`${addDays('2026-07-02', day)} 16:00`)
      await bench.reports.retention(cohort)
    }
    expect(bench.callsTo('dailyretaininfo')).toBe(10)
    const { data } = await bench.reports.retention(cohort)
    const late = await sandboxReports('2027-07-02 16:00')
    expect((await late.reports.retention(cohort)).data).toEqual(data)
  })
})

test('a portrait before three in the afternoon shows the one of the day before', async () => {
  const { reports } = await sandboxReports('2026-07-15 11:00')
  const asked = { source: 'wechat', appid: demoApp.freshShop.appid, days: '7', users: 'active' } as const
  const { data, freshness } = await reports.portrait(asked)
  expect([freshness.state, data.genders, data.latest?.to]).toEqual(['not_ready', [], '2026-07-13'])
})
