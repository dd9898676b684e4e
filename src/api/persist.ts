import { ApiError } from './api-error'

const FIRST_PAUSE = 500
const TRIES = 3

/** A refusal stays a refusal; only silence and server faults are worth another try. */
const isWorthRetrying = (error: unknown): boolean => !(error instanceof ApiError && error.status < 500)

/**
 * Reads up to three times, half a second and a second apart. The query cache could do so itself, but its timer would outlive a page that is left;
 * this one ends with the signal. @throws what the last try threw
 */
export async function persist<T>(read: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await read(signal)
    } catch (error) {
      if (tries >= TRIES || signal.aborted || !isWorthRetrying(error)) throw error
      await pause(FIRST_PAUSE * 2 ** (tries - 1), signal)
      if (signal.aborted) throw error
    }
  }
}

/** Ends after a time in ms, or at once when nobody waits any more. */
function pause(length: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, length)
    signal.addEventListener('abort', end)
  })
}
