import { expect, test } from 'vitest'
import { backfillBench } from '../../support/backfill-bench.ts'

/** A pass from its start to its end. */
async function pass(bench: Pick<ReturnType<typeof backfillBench>, 'backfill'>) {
  await bench.backfill.tick()
  await bench.backfill.idle()
}

test('a fault of ours is told about and tried again later', async () => {
  const bench = backfillBench('2026-07-15 16:00')
  const find = bench.apps.find
  bench.apps.find = async () => {
    throw new Error('no database')
  }
  await pass(bench)
  expect(bench.errors).toMatchObject([{ message: 'no database' }])
  bench.apps.find = find
  bench.clock.advance(60_000)
  await pass(bench)
  const { done, total } = await bench.progress()
  expect(total).toBeGreaterThan(90)
  expect(done).toBe(total)
})

test('a database that takes nothing ends a pass after a few calls, says so, and is tried again', async () => {
  const bench = backfillBench('2026-07-15 16:00')
  const { keep, note } = bench.archive
  const noRoom = () => Promise.reject(new Error('No space left on device'))
  Object.assign(bench.archive, { keep: noRoom, note: noRoom })
  await pass(bench)
  expect(bench.datacube.asked.length).toBeLessThanOrEqual(3)
  expect((await bench.progress()).reason).toBe('storage_failed')
  Object.assign(bench.archive, { keep, note })
  bench.clock.advance(61_000)
  await pass(bench)
  const { done, total, reason } = await bench.progress()
  expect([done, reason]).toEqual([total, null])
})
