import { EventStoreUnavailable } from '../../ports/events.ts'

/** A sender that hears nothing for longer gives up by itself, and does not know when to come again. */
const WAIT_MS = 5_000
const RETRY_SECONDS = 5

/**
 * What was appended, unless the store hangs. Then the fate of the batch is not known: sent again under its name it is kept
 * once, whatever came of the first time.
 * @throws EventStoreUnavailable when it takes too long
 */
export function inTime<T>(appending: Promise<T>, waitMs = WAIT_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new EventStoreUnavailable('the event store does not answer', RETRY_SECONDS)),
      waitMs,
    )
    appending.then(resolve, reject).finally(() => clearTimeout(late))
  })
}
