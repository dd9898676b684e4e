import type { Host } from './port.ts'
import type { Batch, Queue } from './queue.ts'
import type { Identity, WireBatch } from './wire.ts'

export const VERSION = '1.0.0'
/** Waits after failures double from here to there, and are shortened by up to half by chance. ms */
const FIRST_WAIT = 2000
const LONGEST_WAIT = 300_000
/** The longest that `Retry-After` is believed. ms */
const MAX_RETRY_AFTER = 86_400_000
/** Not this key or not this address: nothing changes until the app is started again. */
const NEVER = /40[134]/
/** Nothing came back, the server or a middle man is unwell, too slow, asked too often. What is left is a yes, or a no to this batch for good. */
const AGAIN_OR_NEVER = /^[0135]|40[1348]|429/

export interface Sender {
  /** Sends what is frozen, and what is open too when `all`. One request at a time; silent while the server wants rest. */
  flush(all?: boolean): void
  /** Hands everything to the host's beacon; it stays in the queue, since nobody will say whether it came. */
  last(): void
}

export function createSender(host: Host, queue: Queue, url: string, key: string, identity: Identity): Sender {
  let isBusy = false
  let isResting = false
  let pause = 0

  const body = ({ b, e }: Batch) => {
    const batch: WireBatch = {
      key,
      batch: b,
      sentAt: host.now(),
      sdk: VERSION,
      visitor: Object.assign({ id: queue.open().v }, identity),
      context: host.context(),
      events: e,
    }
    return JSON.stringify(batch)
  }
  const restFor = (retryAfter?: string | null) => {
    pause = Math.min(LONGEST_WAIT, pause * 2 || FIRST_WAIT)
    const asked = +(retryAfter as string) * 1000 || Date.parse(retryAfter as string) - host.now() || 0
    return Math.min(MAX_RETRY_AFTER, Math.max(pause * (1 - host.random() / 2), asked))
  }
  const waiting = () => queue.waiting(host.now())
  const flush = (all?: boolean) => {
    if (isResting) return
    if (all) queue.freeze()
    if (isBusy) return
    const batch = waiting()[0]
    if (!batch) return
    isBusy = true
    host.post(url, body(batch), (status, retryAfter) => {
      isBusy = false
      const code = `${status}`
      isResting = AGAIN_OR_NEVER.test(code)
      if (!isResting) {
        pause = 0
        queue.done(batch.b)
        flush()
      } else if (!NEVER.test(code)) {
        host.later(() => {
          isResting = false
          flush(true)
        }, restFor(retryAfter))
      }
    })
  }
  return {
    flush,
    last() {
      queue.freeze()
      if (host.beacon && !isResting) for (const batch of waiting()) host.beacon(url, body(batch))
    },
  }
}
