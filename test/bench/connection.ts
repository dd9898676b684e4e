import { once } from 'node:events'
import net from 'node:net'

/** A kept-alive connection that asks one question again and again and looks at no more of the answers than it must. */
export class Connection {
  readonly #socket: net.Socket
  readonly #request: Buffer
  readonly #statusLine: string
  /** Bytes of an answer: all answers to one question are of one length. */
  #length = 0
  #received = 0
  #done: { resolve: () => void; reject: (error: Error) => void } | null = null

  private constructor(socket: net.Socket, request: Buffer, status: number) {
    this.#socket = socket
    this.#request = request
    this.#statusLine = `HTTP/1.1 ${status} `
    socket.setNoDelay(true)
    socket.on('data', chunk => this.#hear(chunk))
    socket.on('close', () => this.#done?.reject(new Error('the server closed the connection')))
    socket.on('error', error => this.#done?.reject(error))
  }

  /** @param status that every answer must have */
  static async open(url: string, headers: Record<string, string>, status: number): Promise<Connection> {
    const { hostname, port, host, pathname } = new URL(url)
    const socket = net.connect(Number(port), hostname)
    await once(socket, 'connect')
    const lines = Object.entries({ host, connection: 'keep-alive', ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    )
    return new Connection(socket, Buffer.from(`GET ${pathname} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), status)
  }

  /** @throws when the answer has another status or another length than the first */
  ask(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#done = { resolve, reject }
      this.#received = 0
      this.#socket.write(this.#request)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #hear(chunk: Buffer): void {
    const fault = this.#faultOf(chunk)
    if (fault !== null) this.#done?.reject(new Error(fault))
    else if (this.#received === this.#length) this.#done?.resolve()
  }

  /** Counts a part of an answer; says what is wrong with it. */
  #faultOf(chunk: Buffer): string | null {
    const beginning = chunk.toString('latin1', 0, this.#statusLine.length)
    if (this.#received === 0 && beginning !== this.#statusLine)
      return `expected ${this.#statusLine}, got ${chunk.toString('latin1', 0, 400)}`
    if (this.#length === 0) this.#length = lengthOf(chunk)
    this.#received += chunk.length
    return this.#received > this.#length ? `an answer of ${this.#received} bytes, not ${this.#length}` : null
  }
}

/** Of a whole answer, by the beginning that holds its headers. */
function lengthOf(beginning: Buffer): number {
  const end = beginning.indexOf('\r\n\r\n') + 4
  const head = beginning.toString('latin1', 0, end)
  return end + (head.includes(' 304 ') ? 0 : Number(/\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN))
}
