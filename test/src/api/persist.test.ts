import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../../src/api/api-error.ts'
import { persist } from '../../../src/api/persist.ts'

const silence = new Error('no answer')
const { signal } = new AbortController()

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Reads that fail so often, then answer; and how often they were asked. */
function failing(times: number, error: Error = silence) {
  const read = vi.fn(async () => {
    if (read.mock.calls.length <= times) throw error
    return 'answer'
  })
  return read
}

describe('a read that persists', () => {
  it('answers at the third try', async () => {
    const read = failing(2)
    const answer = persist(read, signal)
    await vi.runAllTimersAsync()
    await expect(answer).resolves.toBe('answer')
    expect(read).toHaveBeenCalledTimes(3)
  })

  it('gives up after it', async () => {
    const read = failing(3)
    const answer = expect(persist(read, signal)).rejects.toBe(silence)
    await vi.runAllTimersAsync()
    await answer
  })

  it.each([
    [403, 1],
    [503, 3],
  ])('asks again after %d: %d times in all', async (status, times) => {
    const read = failing(3, new ApiError({ code: 'internal', status }))
    const answer = expect(persist(read, signal)).rejects.toBeInstanceOf(ApiError)
    await vi.runAllTimersAsync()
    await answer
    expect(read).toHaveBeenCalledTimes(times)
  })

  it('leaves no timer behind when nobody waits any more', async () => {
    const page = new AbortController()
    const answer = expect(persist(failing(3), page.signal)).rejects.toBe(silence)
    await vi.advanceTimersByTimeAsync(0)
    expect(vi.getTimerCount()).toBe(1)
    page.abort()
    expect(vi.getTimerCount()).toBe(0)
    await answer
  })
})
