/** A request that is sent again and again, each time under another batch and of another visitor. */
export class CollectRequest {
  readonly bytes: Buffer
  readonly #batchAt: number
  readonly #visitorAt: number
  #number: number

  /** @param first the number of the first batch; numbers of several requests must not meet */
  constructor(url: URL, key: string, events: number, first: number) {
    this.#number = first
    const body = bodyOf(key, events)
    const head = [
      `POST ${url.pathname} HTTP/1.1`,
      `host: ${url.host}`,
      'connection: keep-alive',
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
    ].join('\r\n')
    this.bytes = Buffer.from(`${head}\r\n\r\n${body}`)
    this.#batchAt = this.bytes.indexOf(BATCH)
    this.#visitorAt = this.bytes.indexOf(VISITOR)
  }

  /** The next request in the same bytes: the one before must have been answered. */
  next(): Buffer {
    const number = this.#number++
    this.bytes.write(number.toString(16).padStart(12, '0'), this.#batchAt + 24, 'latin1')
    this.bytes.write((number % VISITORS).toString(16).padStart(8, '0'), this.#visitorAt, 'latin1')
    return this.bytes
  }
}

const BATCH = '0f0e0d0c-0b0a-4908-8706-000000000000'
const VISITOR = 'vvvvvvvv'
const VISITORS = 20_000

function bodyOf(key: string, events: number): string {
  const now = Date.now()
  return JSON.stringify({
    key,
    batch: BATCH,
    sentAt: now,
    sdk: '1.0.0',
    visitor: { id: `${VISITOR}-4c5d-8e9f-a0b1c2d3e4f5` },
    context: {
      platform: 'ios',
      model: 'iPhone 15 Pro',
      system: 'iOS 18.1',
      appVersion: '2.4.0',
      network: 'wifi',
      env: 'release',
    },
    events: Array.from({ length: events }, (_, index) => ({
      type: 'view',
      at: now - (events - index) * 40,
      seq: index + 1,
      session: '7b1c2d3e4f506172',
      path: `pages/detail/item${index % 40}`,
      scene: 1001,
    })),
  })
}
