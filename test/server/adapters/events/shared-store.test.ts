import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { createSharedStore } from '../../../../server/adapters/events/shared-store.ts'
import { dayOf } from '../../../../src/contract/periods.ts'
import { eventBatch } from '../../../support/event-batches.ts'
import { FakeLeases } from '../../../support/fakes/leases.ts'
import { heardLog } from '../../../support/fakes/log.ts'
import { type PostgresServer, startPostgres } from '../../../support/postgres.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

const { receivedAt: NOW } = eventBatch('')
const CURVE = { day: dayOf(NOW), granularity: 5, page: null, fromMinute: 0, toMinute: 1440 } as const

async function twoInstances() {
  const url = await server.createDatabase()
  const leases = new FakeLeases()
  return ['one', 'other'].map(holder => {
    const clock = { now: () => NOW }
    const store = createSharedStore({ url, keepDays: 400, leases, holder, clock, log: heardLog() })
    onTestFinished(() => store.close())
    store.start()
    return store
  })
}

it('two instances take each batch once, and both see what one of them counted', async () => {
  const [one, other] = await twoInstances()
  if (!one || !other) throw new Error('no instances')
  const names = Array.from({ length: 20 }, (_, index) => `batch ${index}`)
  const receipts = await Promise.all([one, other].flatMap(store => names.map(name => store.append(eventBatch(name)))))
  expect(receipts.filter(({ duplicate }) => !duplicate)).toHaveLength(names.length)
  for (const store of [one, other]) {
    await vi.waitFor(
      async () => expect((await store.reports.curve('wx1', CURVE)).totals).toMatchObject({ views: 20, people: 1 }),
      { timeout: 15_000, interval: 100 },
    )
  }
})
