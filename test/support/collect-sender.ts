import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

const WAIT_MS = 20_000

/** What a server said to a batch. */
export interface Heard {
  status: number
  /** Seconds; `null` where it did not say. */
  retryAfter: number | null
}

/** One event of a person of its own, sent under the same name until it is taken. */
export interface PendingBatch {
  batch: string
  at: number
}

/** Phones that send one view each and remember what they heard. */
export class CollectSender {
  readonly #origin: string
  readonly #key: string
  readonly refused: PendingBatch[] = []
  readonly heard: Heard[] = []
  acknowledged = 0

  constructor(origin: string, key: string) {
    this.#origin = origin
    this.#key = key
  }

  /** So many new ones at the same time. @returns what they heard */
  burst(count: number): Promise<Heard[]> {
    return Promise.all(Array.from({ length: count }, () => this.#send({ batch: randomUUID(), at: Date.now() })))
  }

  /** One after the other every `everyMs` for so long, whether they are answered or not. */
  async stream(everyMs: number, forMs: number): Promise<Heard[]> {
    const sent: Promise<Heard>[] = []
    for (let passed = 0; passed < forMs; passed += everyMs) {
      sent.push(this.#send({ batch: randomUUID(), at: Date.now() }))
      await sleep(everyMs)
    }
    return Promise.all(sent)
  }

  /** Sends what was refused until all of it is taken. */
  async retryAll(patienceMs = 60_000): Promise<void> {
    const end = Date.now() + patienceMs
    while (this.refused.length > 0) {
      if (Date.now() > end) throw new Error(`${this.refused.length} batches are still refused`)
      await Promise.all(this.refused.splice(0).map(pending => this.#send(pending)))
      if (this.refused.length > 0) await sleep(200)
    }
  }

  async #send(pending: PendingBatch): Promise<Heard> {
    const { batch, at } = pending
    const response = await fetch(`${this.#origin}/collect/v1`, {
      method: 'POST',
      // no phone waits longer
      signal: AbortSignal.timeout(WAIT_MS),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        key: this.#key,
        batch,
        sentAt: Date.now(),
        visitor: { id: batch },
        events: [{ type: 'view', at, path: 'pages/index' }],
      }),
    })
    await response.arrayBuffer()
    const said = response.headers.get('retry-after')
    const heard = { status: response.status, retryAfter: said === null ? null : Number(said) }
    this.heard.push(heard)
    if (response.status === 200) this.acknowledged++
    else this.refused.push(pending)
    return heard
  }
}
