import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { DatacubeReport } from '../../../server/domain/datacube.ts'
import { createReports } from '../../../server/usecases/reports.ts'
import { archiveBench } from '../../support/archive-bench.ts'

const samples = new URL('../../../../shared/wechat-fixtures/', import.meta.url)
const sample = (name: string): string =>
  JSON.stringify(JSON.parse(readFileSync(new URL(`getweanalysisappid${name}.json`, samples), 'utf8')).response)

/** An upstream that answers WeChat's own samples, whatever is asked: only their own dates may show. */
function bench() {
  const built = archiveBench('2017-04-20 16:00')
  const files: Partial<Record<DatacubeReport, string>> = {
    'visit.daily': 'dailyvisittrend',
    'visit.weekly': 'weeklyvisittrend',
    'visit.monthly': 'monthlyvisittrend',
    'summary.daily': 'dailysummarytrend',
    'pages.daily': 'visitpage',
  }
  built.datacube.script = question => sample(files[question.report] ?? '')
  return createReports(built)
}

describe.skipIf(!existsSync(samples))("WeChat's own samples", () => {
  test('give 数据概况 of their day, and nothing for its bases', async () => {
    const { data } = await bench().overview({ appid: 'wxapp1', date: '2017-03-13', source: 'wechat' })
    expect(Object.fromEntries(data.metrics.map(({ id, value }) => [id, value]))).toEqual({
      session_cnt: 142549,
      visit_pv: 472351,
      visit_uv: 55500,
      visit_uv_new: 5464,
      share_pv: 572,
      share_uv: 383,
      stay_time_uv: null,
      stay_time_session: null,
      visit_depth: 1.9838,
      visit_total: 391,
    })
    expect(new Set(data.metrics.map(({ changes }) => changes.day.kind))).toEqual(new Set(['none']))
  })

  test('give the top pages without .html, with shares of all visits and of all entries', async () => {
    const { data } = await bench().overview({ appid: 'wxapp1', date: '2017-03-13', source: 'wechat' })
    const [first] = data.topPages.visited
    expect(first).toEqual({ path: 'pages/main/main', remark: null, value: 213429, share: 213429 / 472351 })
    expect(data.topPages.entry[0]).toMatchObject({
      value: 117922,
      share: 117922 / (117922 + 21101 + 1811 + 1386 + 748),
    })
  })

  test.each([
    ['week', '2017-03-06', '2017-03-12', { session_cnt: 986780, visit_uv: 189405, stay_time_session: 54.5346 }],
    ['month', '2017-03-01', '2017-03-31', { session_cnt: 126513, visit_uv: 48659, stay_time_session: 56.4112 }],
  ] as const)('give the trend of their %s', async (granularity, from, to, values) => {
    const { data } = await bench().trend({ appid: 'wxapp1', source: 'wechat', granularity, from, to })
    expect(data.points).toMatchObject([{ state: 'final', values: { ...values, stay_time_uv: null } }])
  })
})
