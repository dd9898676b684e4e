import { describe, expect, test } from 'vitest'
import { createReports } from '../../../server/usecases/reports.ts'
import { performanceModules } from '../../../src/contract/performance.ts'
import { backfillBench } from '../../support/backfill-bench.ts'

/** A pass from its start to its end. */
async function pass(bench: Pick<ReturnType<typeof backfillBench>, 'backfill'>) {
  await bench.backfill.tick()
  await bench.backfill.idle()
}

describe('what somebody looks at', () => {
  const order = async (report: 'retention.daily' | 'pages.daily') => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.attention.note('wxapp1', report)
    await pass(bench)
    return bench.datacube.asked.map(({ report }) => report)
  }

  test('comes after 数据概况 and 用户趋势, before the rest', async () => {
    const reports = await order('retention.daily')
    expect(new Set(reports.slice(0, 286))).toEqual(
      new Set(['visit.daily', 'summary.daily', 'pages.daily', 'visit.weekly', 'visit.monthly']),
    )
    expect(new Set(reports.slice(286, 286 + 106))).toEqual(
      new Set(['retention.daily', 'retention.weekly', 'retention.monthly']),
    )
  })

  test('changes nothing where it comes first anyway', async () => {
    expect((await order('pages.daily'))[286]).toBe('portrait.30')
  })

  test('goes before what waits already', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.datacube.script = ({ report }) => {
      if (report === 'portrait.30') bench.attention.note('wxapp1', 'distribution.daily')
      return undefined
    }
    await pass(bench)
    expect(bench.datacube.asked.slice(290, 370).every(({ report }) => report === 'distribution.daily')).toBe(true)
  })
})

test('every report of the last ninety days is there afterwards, 性能 too', async () => {
  const bench = backfillBench('2026-07-15 16:00')
  await pass(bench)
  bench.datacube.asked.length = 0
  const reports = createReports(bench)
  const range = { appid: 'wxapp1', source: 'wechat', from: '2026-04-16', to: '2026-07-14' } as const
  await reports.sources(range)
  await reports.engagement(range)
  await reports.pages(range)
  await reports.retention(range)
  await reports.trend({ ...range, granularity: 'day', metrics: 'visit_uv,visit_total' })
  for (const days of ['1', '7', '30'] as const)
    await reports.portrait({ appid: 'wxapp1', source: 'wechat', days, users: 'new' })
  for (const module of performanceModules) await reports.performance({ ...range, module })
  expect(bench.datacube.asked).toEqual([])
})

describe('a cohort that was read before', () => {
  test('is left to the scheduler when a key of it matures', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    await pass(bench)
    bench.datacube.asked.length = 0
    bench.clock.set('2026-07-16 16:00')
    await pass(bench)
    const cohorts = bench.datacube.asked.filter(({ report }) => report === 'retention.daily')
    expect(cohorts.map(({ from }) => from)).toEqual(['2026-07-15'])
  })
})
