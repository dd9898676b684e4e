import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type DatacubeReport, familyOf } from '../../../server/domain/datacube.ts'
import { ofApp, reportsBench } from '../../support/reports-bench.ts'

const samples = new URL('../../../../shared/wechat-fixtures/', import.meta.url)
const sample = (name: string): string =>
  JSON.stringify(JSON.parse(readFileSync(new URL(`${name}.json`, samples), 'utf8')).response)

const files: Partial<Record<DatacubeReport, string>> = {
  'visit.daily': 'getweanalysisappiddailyvisittrend',
  'pages.daily': 'getweanalysisappidvisitpage',
  'distribution.daily': 'getweanalysisappidvisitdistribution',
  'retention.daily': 'getweanalysisappiddailyretaininfo',
  'retention.weekly': 'getweanalysisappidweeklyretaininfo',
  'retention.monthly': 'getweanalysisappidmonthlyretaininfo',
}

/** An upstream that answers WeChat's own samples, whatever is asked. */
const bench = (now = '2017-04-20 16:00', portrait = 'getweanalysisappiduserportrait') =>
  reportsBench(({ report }) => {
    if (familyOf(report) === 'portrait') return sample(portrait)
    return familyOf(report) === 'performance' ? sample('performance.boot') : sample(files[report] ?? '')
  }, now).reports

const day = { ...ofApp, from: '2017-03-13', to: '2017-03-13' }
/** All opens of the distribution; `session_cnt` of the same day is 142,549. */
const OPENS = 142_664

describe.skipIf(!existsSync(samples))("WeChat's own samples", () => {
  test('give 来源分析 with shares of its own sum', async () => {
    const { data } = await bench().sources(day)
    expect(data.total).toBe(OPENS)
    expect(data.items[0]).toEqual({ key: 1, name: '小程序历史列表', value: 116578, share: 116578 / OPENS })
    expect(data.items.map(({ key }) => key)).toEqual([1, 7, 2, 6, 3, 8, 5, 4, 10])
  })

  test('give no visitors by source, since the sample carries none', async () => {
    const { data, freshness } = await bench().sources({ ...day, metric: 'visit_uv' })
    expect([data.total, data.items, freshness.state]).toEqual([null, [], 'missing'])
  })

  test('give 时长分析 with the depths that are left out', async () => {
    const { data } = await bench().engagement(day)
    expect(data.totals).toEqual({ stay: OPENS, depth: OPENS })
    expect(data.stay.map(({ value }) => value)).toEqual([4511, 11794, 19667, 29670, 19539, 21832, 19322, 16329])
    expect(data.depth.map(({ value }) => value)).toEqual([43201, 63542, 32445, 3259, 217, 0, 0])
  })

  test('give 页面详情 without .html, with nothing left over', async () => {
    const { data } = await bench().pages(day)
    expect(data.rows[0]).toEqual({
      path: 'pages/main/main',
      remark: null,
      page_visit_pv: 213429,
      page_visit_uv: 55423,
      page_staytime_pv: 8.139198,
      entrypage_pv: 117922,
      exitpage_pv: 61304,
      exit_rate: 61304 / 213429,
      page_share_pv: 180,
      page_share_uv: 166,
      share: 213429 / 472351,
    })
    expect([data.rows.length, data.other.page_visit_pv, data.truncated]).toEqual([5, 0, false])
  })

  test.each([
    ['day', '2017-03-13', '2017-03-13', 'new', 5464],
    ['day', '2017-03-13', '2017-03-13', 'active', 55500],
    ['month', '2017-02-01', '2017-02-28', 'new', 346249],
  ] as const)('give 留存分析 of their %s: %s', async (granularity, from, to, cohort, size) => {
    const { data } = await bench().retention({ ...ofApp, granularity, from, to, cohort })
    expect(data.rows).toMatchObject([{ size, state: 'final' }])
    expect(data.rows[0]?.cells.slice(1).every(({ state, rate }) => state === 'missing' && rate === null)).toBe(true)
  })

  test('give 留存分析 of a week whose cohort is nobody: no division', async () => {
    const week = { ...ofApp, granularity: 'week', from: '2017-03-06', to: '2017-03-12' } as const
    const { data } = await bench().retention(week)
    expect(data.rows[0]).toMatchObject({ size: 0 })
    expect(data.rows[0]?.cells[1]).toEqual({ key: 1, count: 16853, rate: null, state: 'value' })
    expect(data.mean[1]).toEqual({ key: 1, rate: null })
  })

  test.each([
    ['new', 27642],
    ['active', 21750],
  ] as const)('give 用户画像 of %s users as they say, more new than active', async (users, iphones) => {
    const { data } = await bench('2017-06-18 16:00').portrait({ ...ofApp, days: '7', users })
    expect(data.platforms).toEqual([{ id: 1, name: 'iPhone', value: iphones, share: 1 }])
    expect(data.devices[0]?.id).toBeNull()
    expect(data.city[0]).toMatchObject({ id: 3102, name: '广州', provinceId: 31 })
  })

  test('give no 用户画像 of an app without data', async () => {
    const reports = bench('2022-07-26 16:00', 'getweanalysisappiduserportrait.empty')
    const { data, freshness } = await reports.portrait({ ...ofApp, days: '1', users: 'new' })
    expect([data.ages, data.latest, freshness.state]).toEqual([[], null, 'missing'])
  })

  test('give 性能 as numbers', async () => {
    const memory = { ...ofApp, module: '10022', from: '2021-01-03', to: '2021-01-05' } as const
    const { data } = await bench('2021-01-20 16:00').performance(memory)
    expect(data.series.map(({ id, name, points }) => [id, name, ...points.map(({ value }) => value)])).toEqual([
      ['memorydiff', '内存增长均值', 70.7778, 72.0446, null],
      ['memory', '内存均值', 314, 302.3218, null],
    ])
  })
})
