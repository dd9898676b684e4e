import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'

/** One batch of one event, as an SDK sends it: under the same name until it is answered. */
export interface SentBatch {
  batch: string
  visitor: string
  /** Tries so far. */
  tries: number
}

/** Phones that send as fast as they are answered, each batch until it is acknowledged. */
export class EventSenders {
  readonly #key: string
  readonly #agent = new Agent({ keepAlive: true })
  readonly acknowledged = new Set<string>()
  readonly #unanswered: SentBatch[] = []
  duplicates = 0

  constructor(key: string) {
    this.#key = key
  }

  /** Batches whose fate nobody knows. */
  get unanswered(): number {
    return this.#unanswered.length
  }

  /** Sends on so many connections until the server is gone or `stop` says so. */
  async send(origin: string, connections: number, isOver: () => boolean): Promise<void> {
    const one = async () => {
      while (!isOver()) {
        const batch = this.#unanswered.pop() ?? { batch: randomUUID(), visitor: randomUUID(), tries: 0 }
        const isTaken = await this.#post(origin, batch)
        if (!isTaken) this.#unanswered.push(batch)
        if (isTaken === null) return
      }
    }
    await Promise.all(Array.from({ length: connections }, one))
  }

  /** Sends what was not answered, each once more. */
  async retry(origin: string): Promise<void> {
    for (const batch of this.#unanswered.splice(0)) {
      if (!(await this.#post(origin, batch))) this.#unanswered.push(batch)
    }
  }

  close(): void {
    this.#agent.destroy()
  }

  /** @returns whether it was acknowledged; `null` when nobody answers any more */
  #post(origin: string, sent: SentBatch): Promise<boolean | null> {
    sent.tries++
    const now = Date.now()
    const body = JSON.stringify({
      key: this.#key,
      batch: sent.batch,
      sentAt: now,
      visitor: { id: sent.visitor },
      events: [{ type: 'view', at: now, path: 'pages/index' }],
    })
    return new Promise(resolve => {
      const headers = { 'content-type': 'application/json' }
      const asking = request(`${origin}/collect/v1`, { method: 'POST', agent: this.#agent, headers }, response => {
        let text = ''
        response.on('data', chunk => {
          text += chunk
        })
        response.on('error', () => resolve(null))
        response.on('end', () => {
          if (response.statusCode !== 200) return resolve(false)
          this.acknowledged.add(sent.visitor)
          if (JSON.parse(text).duplicate) this.duplicates++
          resolve(true)
        })
      })
      asking.on('error', () => resolve(null))
      asking.end(body)
    })
  }
}
