import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { EngagementAnswer } from '../../../src/contract/report-engagement.ts'
import { distributionAnswer, emptyAnswer } from '../../support/answers.ts'
import { ofApp, reportsBench } from '../../support/reports-bench.ts'

const day = { ...ofApp, from: '2026-07-14', to: '2026-07-14' }
const values = (buckets: { value: number | null }[]) => buckets.map(bucket => bucket.value)

describe('时长分析', () => {
  test('answers in the shape of the contract', async () => {
    const { reports } = reportsBench(() => undefined)
    expect(Schema.Compile(EngagementAnswer).Check(await reports.engagement(day))).toBe(true)
  })

  test('has every bucket by its official label, 0 where the day is there and the bucket is not', async () => {
    const lists = { access_staytime_info: { 8: 3, 1: 1 }, access_depth_info: { 2: 4 } }
    const { reports } = reportsBench(({ from }) => distributionAnswer(from, lists))
    const { data } = await reports.engagement(day)
    expect(data.stay.map(({ label, value, share }) => [label, value, share])).toEqual([
      ['0-2s', 1, 0.25],
      ['3-5s', 0, 0],
      ['6-10s', 0, 0],
      ['11-20s', 0, 0],
      ['20-30s', 0, 0],
      ['30-50s', 0, 0],
      ['50-100s', 0, 0],
      ['>100s', 3, 0.75],
    ])
    expect(data.depth.map(bucket => bucket.label)).toEqual(['1页', '2页', '3页', '4页', '5页', '6-10页', '>10页'])
    expect(data.totals).toEqual({ stay: 4, depth: 4 })
  })

  test('knows no bucket when no day is there', async () => {
    const { reports } = reportsBench(() => emptyAnswer)
    const { data } = await reports.engagement(day)
    expect([values(data.stay), values(data.depth)]).toEqual([Array(8).fill(null), Array(7).fill(null)])
    expect([data.totals, data.stay[0]?.share]).toEqual([{ stay: null, depth: null }, null])
  })

  test('knows no depth when the answer carries none', async () => {
    const { reports } = reportsBench(({ from }) => distributionAnswer(from, { access_staytime_info: { 1: 1 } }))
    expect((await reports.engagement(day)).data.totals).toEqual({ stay: 1, depth: null })
  })

  test('misses a day whose answer carries neither', async () => {
    const { reports } = reportsBench(({ from }) => distributionAnswer(from, { access_source_session_cnt: { 1: 1 } }))
    const { data, freshness } = await reports.engagement(day)
    expect([data.byDay, freshness.state]).toEqual([[{ date: '2026-07-14', state: 'missing' }], 'missing'])
  })

  test('leaves twenty-nine days when one fails, and says which', async () => {
    const { reports } = reportsBench(({ from }) => (from === '2026-07-01' ? { failure: 'failed' } : undefined))
    const { data } = await reports.engagement({ ...day, from: '2026-06-15' })
    expect(data.totals.stay).toBe(29 * 17)
    expect(data.byDay.filter(one => one.state !== 'final')).toEqual([{ date: '2026-07-01', state: 'failed' }])
  })

  test('shares its calls with 来源分析', async () => {
    const { reports, asked } = reportsBench(() => undefined)
    await reports.engagement(day)
    await reports.sources(day)
    expect(asked()).toEqual(['distribution.daily 2026-07-14 2026-07-14'])
  })
})
