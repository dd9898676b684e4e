import { describe, expect, it } from 'vitest'
import { createLazyStore, type OpenedEvents } from '../../../../server/adapters/events/lazy-store.ts'
import { noEvents } from '../../../../server/domain/collector/no-events.ts'
import { eventBatch } from '../../../support/event-batches.ts'
import { heardLog } from '../../../support/fakes/log.ts'

/** A store that counts how often it was opened, and cannot be while `isBroken`. */
function lazily(hasEvents: boolean) {
  const state = { opened: 0, closed: 0, tried: 0, isBroken: false, elapsed: 0 }
  const store: OpenedEvents = {
    reports: { ...noEvents, activeUsers: async () => 7 },
    append: async () => ({ duplicate: false, accepted: 1, rejected: [] }),
    erase: async () => undefined,
    eraseVisitor: async () => undefined,
    settle: async () => undefined,
    standing: async () => ({ lastEventAt: 1, lagSeconds: 0, recent: [] }),
    lag: async () => 0,
    close: async () => void state.closed++,
  }
  const log = heardLog()
  const events = createLazyStore({
    log,
    hasEvents: async () => hasEvents,
    elapsed: () => state.elapsed,
    async open() {
      state.tried++
      if (state.isBroken) throw new Error('no room')
      state.opened++
      return store
    },
  })
  return { events, state, log }
}

describe('a store nobody ever sent an event to', () => {
  it('answers every question without being opened', async () => {
    const { events, state } = lazily(false)
    events.start()
    expect(await events.reports.activeUsers('wx1', 0)).toBe(0)
    expect(await events.standing('wx1', 0)).toEqual({ lastEventAt: null, lagSeconds: null, recent: [] })
    await events.erase('wx1')
    await events.close()
    expect(state).toMatchObject({ opened: 0, closed: 0 })
  })

  it('is opened once by the first events, and then asked', async () => {
    const { events, state } = lazily(false)
    await Promise.all(['a', 'b'].map(name => events.append(eventBatch(name))))
    expect(await events.reports.activeUsers('wx1', 0)).toBe(7)
    await events.close()
    expect(state).toMatchObject({ opened: 1, closed: 1 })
  })
})

it('a store with events is opened by the first question', async () => {
  const { events, state } = lazily(true)
  expect(await events.reports.activeUsers('wx1', 0)).toBe(7)
  expect(state.opened).toBe(1)
})

it('a store that cannot be opened refuses for a while, says so, and is opened when it can be', async () => {
  const { events, state, log } = lazily(false)
  state.isBroken = true
  const refusal = await events.append(eventBatch('a')).catch(error => error)
  expect(refusal).toMatchObject({ name: 'EventStoreUnavailable', retryAfterSeconds: 5 })
  expect(log.said).toEqual(['error: the event store was not opened'])
  state.isBroken = false
  state.elapsed += 1_000
  expect(await events.append(eventBatch('a'))).toMatchObject({ accepted: 1 })
})

it('a store that cannot be opened is not tried again within a second, however many ask', async () => {
  const { events, state } = lazily(false)
  state.isBroken = true
  for (const name of ['a', 'b', 'c']) await events.append(eventBatch(name)).catch(() => undefined)
  expect(state.tried).toBe(1)
  state.elapsed += 1_000
  await events.append(eventBatch('d')).catch(() => undefined)
  expect(state.tried).toBe(2)
})

it('a closed store takes nothing more', async () => {
  const { events } = lazily(false)
  await events.append(eventBatch('a'))
  await events.close()
  await expect(events.append(eventBatch('b'))).rejects.toThrow('closed')
})
