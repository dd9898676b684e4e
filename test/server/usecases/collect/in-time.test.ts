import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { EventStoreUnavailable } from '../../../../server/ports/events.ts'
import { inTime } from '../../../../server/usecases/collect/in-time.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('what is kept in time is answered, and leaves no timer behind', async () => {
  expect(await inTime(Promise.resolve('kept'))).toBe('kept')
  await Promise.resolve()
  expect(vi.getTimerCount()).toBe(0)
})

it('a refusal stays what it is', async () => {
  const refusal = new EventStoreUnavailable('full', 7)
  await expect(inTime(Promise.reject(refusal))).rejects.toBe(refusal)
})

it('a store that hangs is given five seconds, then says when to come again', async () => {
  const heard = inTime(new Promise(() => undefined)).catch(error => error)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await heard).toMatchObject({ name: 'EventStoreUnavailable', retryAfterSeconds: 5 })
})
