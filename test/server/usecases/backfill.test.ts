import { describe, expect, test } from 'vitest'
import { performanceModules } from '../../../src/contract/performance.ts'
import { periodOf } from '../../../src/contract/periods.ts'
import { emptyAnswer } from '../../support/answers.ts'
import { backfillBench } from '../../support/backfill-bench.ts'
import { settled } from '../../support/fakes/pauses.ts'

/** Before it is computed, at three, yesterday's portraits are nobody's but the scheduler's. */
const HISTORY = 5 * 90 + 2 * (13 + 3) + 3 * 2
const TOTAL = HISTORY + 5 * 4

/** A pass from its start to its end. */
async function pass(bench: Pick<ReturnType<typeof backfillBench>, 'backfill'>) {
  await bench.backfill.tick()
  await bench.backfill.idle()
}

describe('a newly bound app', () => {
  test('gets 90 days, 13 weeks and 3 months of every report, and two portraits of each length', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    await pass(bench)
    const counts = new Map<string, number>()
    for (const { report } of bench.datacube.asked) counts.set(report, (counts.get(report) ?? 0) + 1)
    expect(Object.fromEntries(counts)).toEqual({
      'visit.daily': 90,
      'summary.daily': 90,
      'pages.daily': 90,
      'visit.weekly': 13,
      'visit.monthly': 3,
      'distribution.daily': 90,
      'retention.daily': 90,
      'retention.weekly': 13,
      'retention.monthly': 3,
      'portrait.1': 2,
      'portrait.7': 2,
      'portrait.30': 2,
      ...Object.fromEntries(performanceModules.map(module => [`performance.${module}`, 4])),
    })
    expect(await bench.progress()).toEqual({ done: HISTORY, total: HISTORY, reason: null })
  })

  test('gets its newest days first, then weeks and months, then the rest', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    await pass(bench)
    const asked = bench.datacube.asked.map(({ report, from }) => `${report} ${from}`)
    expect(asked.slice(0, 4)).toEqual([
      'visit.daily 2026-07-14',
      'summary.daily 2026-07-14',
      'pages.daily 2026-07-14',
      'visit.daily 2026-07-13',
    ])
    expect(asked.slice(270, 272)).toEqual(['visit.weekly 2026-07-06', 'visit.weekly 2026-06-29'])
    expect(asked.slice(285, 288)).toEqual([
      'visit.monthly 2026-04-01',
      'portrait.30 2026-06-15',
      'portrait.7 2026-07-08',
    ])
    expect(asked.at(-21)).toBe('retention.monthly 2026-04-01')
    expect(asked.slice(-20).every(question => question.startsWith('performance'))).toBe(true)
  })

  test('asks in the lane that lets readers go first, three at a time', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    const release = bench.datacube.hold()
    await bench.backfill.tick()
    await settled()
    expect(bench.datacube.asked.map(question => question.lane)).toEqual(['backfill', 'backfill', 'backfill'])
    release()
    await bench.backfill.idle()
  })

  test('shows how far it is', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    expect(await bench.progress()).toEqual({ done: 0, total: HISTORY, reason: 'filling' })
    await bench.reader.read('wxapp1', 'visit.daily', [periodOf('day', '2026-07-14')])
    expect(await bench.progress()).toEqual({ done: 1, total: HISTORY, reason: 'filling' })
  })
})

describe('a backfill that was interrupted', () => {
  test('goes on after a restart where it stood, and asks nothing twice', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    const release = bench.datacube.hold()
    await bench.backfill.tick()
    await settled()
    const stopped = bench.backfill.stop()
    release()
    await stopped
    expect(bench.datacube.asked).toHaveLength(3)
    await pass(bench.other())
    expect(bench.datacube.asked).toHaveLength(TOTAL)
  })

  test('does not ask again for what is there', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    await pass(bench)
    bench.clock.set('2026-07-15 18:00')
    await pass(bench)
    expect(bench.datacube.asked).toHaveLength(TOTAL)
  })

  test('stops when the app is unbound', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    const release = bench.datacube.hold()
    await bench.backfill.tick()
    await settled()
    bench.unbind('wxapp1')
    release()
    await bench.backfill.idle()
    expect(bench.datacube.asked).toHaveLength(3)
  })
})

describe('two instances', () => {
  test('fill an app once', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    const second = bench.other()
    await Promise.all([bench.backfill.tick(), second.backfill.tick()])
    await Promise.all([bench.backfill.idle(), second.backfill.idle()])
    expect(bench.datacube.asked).toHaveLength(TOTAL)
  })
})

describe('the quota', () => {
  test('is asked for at the start and every hundred calls', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    await pass(bench)
    expect(bench.datacube.quotaAsked).toBe(5)
  })

  test('keeps a fifth for readers, until midnight', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.datacube.quota = 250
    bench.datacube.remainingQuota = async () => 250 - bench.datacube.asked.length
    await pass(bench)
    expect(bench.datacube.asked).toHaveLength(125)
    bench.clock.set('2026-07-15 23:59')
    await pass(bench)
    expect(bench.datacube.asked).toHaveLength(125)
    bench.clock.set('2026-07-16 00:00')
    bench.datacube.remainingQuota = async () => 10_000
    await pass(bench)
    expect(bench.datacube.asked.length).toBeGreaterThan(250)
  })

  test('used up stops until midnight', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.datacube.script = () => ({ failure: 'quota' })
    await pass(bench)
    const asked = bench.datacube.asked.length
    expect(asked).toBeLessThanOrEqual(3)
    bench.clock.set('2026-07-15 23:59')
    await pass(bench)
    expect(bench.datacube.asked).toHaveLength(asked)
  })

  test('of one minute only pauses it', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.datacube.script = () => ({ failure: 'throttled' })
    await pass(bench)
    expect(bench.datacube.asked.length).toBeLessThan(10)
    bench.datacube.script = () => undefined
    bench.clock.set('2026-07-15 16:05')
    await pass(bench)
    expect(await bench.progress()).toMatchObject({ done: HISTORY })
  })

  test('is remembered for the status, less what was spent since', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.datacube.quota = 10_000
    expect(bench.quota.remaining('wxapp1')).toBeNull()
    await bench.quota.take('wxapp1')
    expect(bench.quota.remaining('wxapp1')).toBe(9_999)
    bench.clock.set('2026-07-16 00:00')
    expect(bench.quota.remaining('wxapp1')).toBeNull()
  })
})

describe('an account in trouble', () => {
  test.each(['secret_refused', 'ip_not_allowed', 'account_frozen'] as const)('%s pauses it', async failure => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.datacube.script = () => ({ failure })
    await pass(bench)
    expect(bench.datacube.asked.length).toBeLessThanOrEqual(3)
    bench.clock.advance(29 * 60_000)
    await pass(bench)
    expect(bench.datacube.asked.length).toBeLessThanOrEqual(3)
  })

  test('goes on as soon as the admin has mended it', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.datacube.script = () => ({ failure: 'secret_refused' })
    await pass(bench)
    bench.datacube.script = () => undefined
    await bench.backfill.wake('wxapp1')
    await bench.backfill.idle()
    expect(await bench.progress()).toEqual({ done: HISTORY, total: HISTORY, reason: null })
  })

  test('that failed calls say are passing is tried again five minutes later', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.datacube.script = () => ({ failure: 'failed' })
    await pass(bench)
    expect(bench.datacube.asked.length).toBeLessThan(10)
    bench.datacube.script = () => undefined
    bench.clock.advance(5 * 60_000)
    await pass(bench)
    expect(await bench.progress()).toMatchObject({ done: HISTORY })
  })

  test('that fails for one report alone is asked for it seldom, and its history is told as filled', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.datacube.script = ({ report }) => (report === 'performance.10017' ? { failure: 'failed' } : undefined)
    const failed = () => bench.datacube.asked.filter(({ report }) => report === 'performance.10017').length
    await pass(bench)
    const first = failed()
    for (let minute = 0; minute < 24 * 60; minute += 5) {
      bench.clock.advance(5 * 60_000)
      await pass(bench)
    }
    expect(failed() - first).toBeLessThanOrEqual(4 * 16)
    expect((await bench.progress()).reason).not.toBe('upstream_failed')
  })

  test('without a report is asked for it a few times a day, not 90', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.bind('wxapp1', { kind: 'minigame' })
    bench.datacube.script = () => ({ failure: 'unsupported' })
    await pass(bench)
    bench.clock.advance(23 * 3_600_000)
    await pass(bench)
    expect(bench.datacube.asked.length).toBeLessThanOrEqual(12 * 5)
  })

  test('has nothing left to do where WeChat refuses a report to the account', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.datacube.script = ({ report }) => (report === 'pages.daily' ? { failure: 'unsupported' } : undefined)
    await pass(bench)
    expect(await bench.progress()).toEqual({ done: HISTORY, total: HISTORY, reason: null })
  })

  test('of an official account is left alone', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.bind('wxapp1', { kind: 'official' })
    await pass(bench)
    expect(bench.datacube.asked).toEqual([])
    expect(await bench.progress()).toEqual({ done: 0, total: 0, reason: null })
  })
})

describe('yesterday', () => {
  const ofYesterday = (bench: ReturnType<typeof backfillBench>) =>
    bench.datacube.asked.filter(({ from, report }) => from === '2026-07-14' && report === 'visit.daily').length

  test('is left to the scheduler at night', async () => {
    const bench = backfillBench('2026-07-15 02:00')
    await pass(bench)
    expect(ofYesterday(bench)).toBe(0)
  })
  test('is asked for when the app was bound today', async () => {
    const bench = backfillBench('2026-07-15 02:00', '2026-07-15 01:59')
    await pass(bench)
    expect(ofYesterday(bench)).toBe(1)
  })
  test('is asked for once by the backfill, however often it looks', async () => {
    const bench = backfillBench('2026-07-15 10:00')
    bench.datacube.script = ({ from }) => (from === '2026-07-14' ? emptyAnswer : undefined)
    await pass(bench)
    bench.clock.set('2026-07-15 12:00')
    await pass(bench)
    expect(ofYesterday(bench)).toBe(1)
  })
})

describe('while a reader waits', () => {
  test('nothing is asked for in the background, and all of it afterwards', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    const release = bench.datacube.hold()
    const [day] = bench.fetcher.fetch(
      'wxapp1',
      'visit.daily',
      [{ period: periodOf('day', '2026-03-02'), recheck: false }],
      'reader',
    )
    await bench.backfill.tick()
    await settled()
    expect(bench.datacube.asked.map(({ lane }) => lane)).toEqual(['reader'])
    release()
    expect(await day).toBe('answered')
    await bench.backfill.idle()
    expect(await bench.progress()).toMatchObject({ done: HISTORY })
  })
})
