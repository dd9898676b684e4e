import { expect, it, onTestFinished, vi } from 'vitest'
import { GroupedIngest } from '../../../../server/adapters/events/grouped-ingest.ts'
import { eventBatch } from '../../../support/event-batches.ts'
import { FakeEngine } from '../../../support/fakes/event-engine.ts'
import { FakeLeases } from '../../../support/fakes/leases.ts'
import { heardLog } from '../../../support/fakes/log.ts'

/** However slow the machine. */
const PATIENCE = { timeout: 15_000 }
const { receivedAt: NOW } = eventBatch('')

/** Instances on one database, each with its own way to the engine. */
function instances(...holders: string[]) {
  const leases = new FakeLeases()
  return holders.map(holder => {
    const engine = new FakeEngine()
    const ingest = new GroupedIngest({
      engine,
      leases,
      holder,
      clock: { now: () => NOW },
      log: heardLog(),
      keepDays: 400,
    })
    onTestFinished(() => ingest.close())
    return { ingest, engine }
  })
}

it('keeps whoever comes while a transaction runs in the next one, all together', async () => {
  const [one] = instances('one')
  if (!one) throw new Error('no instance')
  const first = one.ingest.append(eventBatch('first'))
  await vi.waitFor(() => expect(one.engine.inserts).toEqual([1]), PATIENCE)
  const later = ['a', 'b', 'a'].map(name => one.ingest.append(eventBatch(name)))
  expect((await Promise.all([first, ...later])).map(({ duplicate }) => duplicate)).toEqual([false, false, false, true])
  expect(one.engine.inserts).toEqual([1, 3])
})

it('refuses what the database did not keep, and takes it later', async () => {
  const [one] = instances('one')
  if (!one) throw new Error('no instance')
  one.engine.before = call => {
    if (call === 'insert') throw new Error('connection lost')
  }
  const refusal = await one.ingest.append(eventBatch('a')).catch(error => error)
  expect(refusal).toMatchObject({ name: 'EventStoreUnavailable', retryAfterSeconds: 5 })
  one.engine.before = () => undefined
  expect(await one.ingest.append(eventBatch('a'))).toMatchObject({ duplicate: false })
})

it('lets one instance count, and another when that one has closed', async () => {
  const [one, other] = instances('one', 'other')
  if (!one || !other) throw new Error('no instances')
  const leader = await vi.waitFor(() => {
    const counting = [one, other].filter(({ engine }) => engine.counts.length > 1)
    expect(counting).toHaveLength(1)
    return counting[0]
  }, PATIENCE)
  const follower = leader === one ? other : one
  expect(follower.engine.counts).toEqual([])
  await leader?.ingest.close()
  await vi.waitFor(() => expect(follower.engine.counts.length).toBeGreaterThan(0), PATIENCE)
})
