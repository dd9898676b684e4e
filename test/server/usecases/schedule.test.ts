import { describe, expect, test } from 'vitest'
import { createSchedule } from '../../../server/usecases/schedule.ts'
import { syncDaily } from '../../../server/usecases/sync-daily.ts'
import { periodOf } from '../../../src/contract/periods.ts'
import { backfillBench } from '../../support/backfill-bench.ts'

/** A scheduler without a backfill, so that every question is its own. */
function scheduleBench(now: string) {
  const bench = backfillBench(now)
  const instance = (holder: string, { reader, fetcher } = bench.other()) =>
    createSchedule({
      ...bench,
      holder,
      sync: appid => syncDaily({ reader, fetcher, clock: bench.clock }, appid),
      backfill: { tick: async () => {} },
      onError: error => bench.errors.push(error),
    })
  const day = () => bench.datacube.asked.filter(question => question.report === 'visit.daily').length
  return { ...bench, schedule: instance('one', bench), second: () => instance('two'), day }
}

/** Every minute from one time of a day to another. */
async function minutes(bench: ReturnType<typeof scheduleBench>, from: string, to: string) {
  for (bench.clock.set(from); ; bench.clock.advance(60_000)) {
    await bench.schedule.tick()
    if (bench.clock.now() >= Date.parse(`${to.replace(' ', 'T')}+08:00`)) return
  }
}

describe('a day of the scheduler', () => {
  test('asks nothing at night', async () => {
    const bench = scheduleBench('2026-07-15 00:00')
    await minutes(bench, '2026-07-15 00:00', '2026-07-15 08:59')
    expect(bench.datacube.asked).toEqual([])
  })

  test('reads yesterday at nine and once more at three', async () => {
    const bench = scheduleBench('2026-07-15 00:00')
    await minutes(bench, '2026-07-15 08:30', '2026-07-15 14:59')
    expect(bench.day()).toBe(1)
    await minutes(bench, '2026-07-15 15:00', '2026-07-15 23:59')
    expect(bench.day()).toBe(2)
  })

  test('tries every half hour while WeChat is not ready, and every hour from three', async () => {
    const bench = scheduleBench('2026-07-15 00:00')
    bench.datacube.script = () => ({ failure: 'not_ready' })
    await minutes(bench, '2026-07-15 08:30', '2026-07-15 14:59')
    expect(bench.day()).toBe(12)
    await minutes(bench, '2026-07-15 15:00', '2026-07-15 23:59')
    expect(bench.day()).toBe(21)
  })

  test('reads a week and a month once, before and after three of their first day', async () => {
    const bench = scheduleBench('2026-07-13 00:00')
    for (const day of ['13', '14', '15']) await minutes(bench, `2026-07-${day} 09:00`, `2026-07-${day} 16:00`)
    const weeks = bench.datacube.asked.filter(question => question.report === 'visit.weekly')
    expect(weeks.map(question => question.from)).toEqual(['2026-07-06', '2026-07-06'])
  })
})

describe('the portrait', () => {
  const asked = (bench: ReturnType<typeof scheduleBench>, report = 'portrait.7') =>
    bench.datacube.asked.filter(question => question.report === report).map(({ to }) => to.slice(5))

  test('is collected every day, whoever looks', async () => {
    const bench = scheduleBench('2026-07-15 00:00')
    for (const day of ['15', '16', '17']) await minutes(bench, `2026-07-${day} 15:00`, `2026-07-${day} 16:00`)
    expect(asked(bench)).toEqual(['07-14', '07-13', '07-15', '07-16'])
  })

  test('of the day before is still asked for when a day was lost', async () => {
    const bench = scheduleBench('2026-07-15 00:00')
    bench.datacube.script = ({ report }) => (report.startsWith('portrait') ? { failure: 'failed' } : undefined)
    await minutes(bench, '2026-07-15 22:00', '2026-07-15 22:00')
    bench.datacube.script = () => undefined
    bench.datacube.asked.length = 0
    await minutes(bench, '2026-07-16 15:00', '2026-07-16 15:00')
    expect(asked(bench)).toEqual(['07-15', '07-14'])
  })

  test('is tried for one length only while WeChat is not ready', async () => {
    const bench = scheduleBench('2026-07-15 00:00')
    bench.datacube.script = ({ report, to }) =>
      report.startsWith('portrait') && to === '2026-07-14' ? { failure: 'not_ready' } : undefined
    await minutes(bench, '2026-07-15 09:00', '2026-07-15 09:59')
    expect([asked(bench, 'portrait.1'), asked(bench)]).toEqual([['07-14', '07-13', '07-14'], ['07-13']])
  })
})

describe('cohorts', () => {
  const asked = (bench: ReturnType<typeof scheduleBench>) =>
    bench.datacube.asked.filter(({ report }) => report === 'retention.daily').map(({ from }) => from.slice(5))

  test('are read when a key of them matures, those that were read before', async () => {
    const bench = scheduleBench('2026-07-13 00:00')
    const cohorts = ['2026-06-14', '2026-06-30', '2026-07-04', '2026-07-10'].map(day => periodOf('day', day))
    bench.clock.set('2026-07-12 16:00')
    await bench.reader.read('wxapp1', 'retention.daily', cohorts)
    bench.datacube.asked.length = 0
    await minutes(bench, '2026-07-15 16:00', '2026-07-15 17:00')
    // 30 and 14 days after; the 4th has had its seven and waits for its fourteenth
    expect(asked(bench)).toEqual(['07-14', '07-10', '06-30', '06-14'])
  })

  test('are not asked while WeChat is not ready', async () => {
    const bench = scheduleBench('2026-07-14 16:00')
    await bench.reader.read('wxapp1', 'retention.daily', [periodOf('day', '2026-07-10')])
    bench.datacube.asked.length = 0
    bench.datacube.script = () => ({ failure: 'not_ready' })
    await minutes(bench, '2026-07-15 09:00', '2026-07-15 09:00')
    expect(asked(bench)).toEqual(['07-14'])
  })
})

describe('one leader', () => {
  test('runs a turn, the other instance does not', async () => {
    const bench = scheduleBench('2026-07-15 16:00')
    await Promise.all([bench.schedule.tick(), bench.second().tick()])
    expect(bench.day()).toBe(1)
  })

  test('is followed by the other when it is gone', async () => {
    const bench = scheduleBench('2026-07-15 10:00')
    const second = bench.second()
    await bench.schedule.tick()
    await bench.schedule.stop()
    bench.clock.set('2026-07-15 15:00')
    await second.tick()
    expect(bench.day()).toBe(2)
  })

  test('never runs two turns at once', async () => {
    const bench = scheduleBench('2026-07-15 14:59')
    const release = bench.datacube.hold()
    const first = bench.schedule.tick()
    bench.clock.set('2026-07-15 15:00')
    await bench.schedule.tick()
    release()
    await first
    expect(bench.day()).toBe(1)
  })
})

test('the trouble of one app leaves the others alone', async () => {
  const bench = scheduleBench('2026-07-15 16:00')
  bench.bind('wxapp2')
  const synced: string[] = []
  const schedule = createSchedule({
    ...bench,
    holder: 'one',
    sync: async appid => {
      if (appid === 'wxapp1') throw new Error('odd')
      synced.push(appid)
    },
    backfill: { tick: async () => {} },
    onError: error => bench.errors.push(error),
  })
  await schedule.tick()
  expect(synced).toEqual(['wxapp2'])
  expect(bench.errors).toMatchObject([{ message: 'odd' }])
})
