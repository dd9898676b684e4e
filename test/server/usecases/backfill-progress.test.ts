import { describe, expect, test } from 'vitest'
import { backfillBench } from '../../support/backfill-bench.ts'

const TOTAL = 5 * 90 + 2 * (13 + 3) + 3 * 2

/** A pass from its start to its end. */
async function pass({ backfill }: Pick<ReturnType<typeof backfillBench>, 'backfill'>) {
  await backfill.tick()
  await backfill.idle()
}

describe('the progress that is shown', () => {
  /** Yesterday and the week, the month and the ranges that ended with it. */
  const withoutYesterday = ({ to }: { to: string }) => to < '2026-07-14'

  test('reaches its end while WeChat is still computing yesterday, and says what it waits for', async () => {
    const bench = backfillBench('2026-07-15 10:00', '2026-07-15 09:30')
    bench.datacube.script = question => (withoutYesterday(question) ? undefined : { failure: 'not_ready' })
    await pass(bench)
    const { done, total, reason } = await bench.progress()
    expect([done, reason]).toEqual([total, 'upstream_not_ready'])
    expect(total).toBeGreaterThan(470)
  })

  test('does not wait at night for a yesterday that nobody asks for yet', async () => {
    const bench = backfillBench('2026-07-15 02:00')
    await pass(bench)
    const { done, total, reason } = await bench.progress()
    expect([done, reason]).toEqual([total, 'upstream_not_ready'])
  })

  test('says that the rest of the day’s quota is left to readers', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.datacube.remainingQuota = async () => 250 - bench.datacube.asked.length
    await pass(bench)
    expect(await bench.progress()).toMatchObject({ done: 125, reason: 'upstream_quota' })
    bench.clock.set('2026-07-16 00:00')
    expect((await bench.progress()).reason).toBe('filling')
  })

  test.each([
    ['quota', 'upstream_quota'],
    ['secret_refused', 'filling'],
  ] as const)('after %s says %s as long as the account is in order', async (failure, reason) => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.datacube.script = () => ({ failure })
    await pass(bench)
    expect((await bench.progress()).reason).toBe(reason)
  })

  test.each([
    ['refused', 'secret_refused'],
    ['ip', 'ip_not_allowed'],
    ['frozen', 'account_frozen'],
  ] as const)('says what the admin must mend (%s)', async (tokenState, reason) => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.bind('wxapp1', { tokenState })
    expect((await bench.progress()).reason).toBe(reason)
  })

  test('names a failure once nothing else is left to ask for', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.datacube.script = ({ report, from }) =>
      report === 'visit.daily' && from === '2026-05-05' ? { failure: 'failed' } : undefined
    await pass(bench)
    expect(await bench.progress()).toEqual({ done: TOTAL - 1, total: TOTAL, reason: 'upstream_failed' })
  })

  test('does not wait for 性能, which not every upstream gives', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.datacube.script = ({ report }) => (report.startsWith('performance') ? { failure: 'failed' } : undefined)
    await pass(bench)
    expect(await bench.progress()).toEqual({ done: TOTAL, total: TOTAL, reason: null })
  })

  test('counts what the account does not have as done, of a report that it once had too', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.datacube.script = ({ report, from }) =>
      report === 'pages.daily' && from < '2026-07-01' ? { failure: 'unsupported' } : undefined
    await pass(bench)
    expect(await bench.progress()).toEqual({ done: TOTAL, total: TOTAL, reason: null })
  })
})
