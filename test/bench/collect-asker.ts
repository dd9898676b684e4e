import { once } from 'node:events'
import net from 'node:net'
import { CollectRequest } from './collect-bodies.ts'

/**
 * Sends batches and waits for their answers. Run as `collect-asker.ts <JSON of CollectLoad>`; prints the JSON of
 * {@link CollectTold}.
 */
export interface CollectLoad {
  url: string
  key: string
  /** Of one batch. */
  events: number
  connections: number
  seconds: number
  /** Requests a second, come what may; `null`: each connection as fast as it is answered. */
  rate: number | null
  /** Of the first batch. */
  firstNumber: number
}

export interface CollectTold {
  answers: number
  /** Answers that were not 200. */
  refused: number
  seconds: number
  /** From when a request was due to its answer, ms. */
  p50: number
  p99: number
  /** When each answer came that was 200, epoch ms; of an open loop only. */
  answeredAt: number[]
}

class Sender {
  readonly #socket: net.Socket
  readonly #request: CollectRequest
  #due = 0
  #resolve: ((isTaken: boolean) => void) | null = null

  constructor(socket: net.Socket, request: CollectRequest) {
    this.#socket = socket
    this.#request = request
    socket.setNoDelay(true)
    // an answer of the collector is one small segment
    socket.on('data', chunk => this.#resolve?.(chunk.toString('latin1', 9, 12) === '200'))
    socket.on('close', () => this.#resolve?.(false))
    socket.on('error', () => this.#resolve?.(false))
  }

  get due(): number {
    return this.#due
  }

  send(due: number): Promise<boolean> {
    this.#due = due
    return new Promise(resolve => {
      this.#resolve = resolve
      this.#socket.write(this.#request.next())
    })
  }

  close(): void {
    this.#socket.destroy()
  }
}

const load = JSON.parse(process.argv[2] ?? '{}') as CollectLoad
const url = new URL(load.url)
const senders: Sender[] = []
for (let index = 0; index < load.connections; index++) {
  const socket = net.connect(Number(url.port), url.hostname)
  await once(socket, 'connect')
  senders.push(
    new Sender(socket, new CollectRequest(url, load.key, load.events, load.firstNumber + index * 10_000_000)),
  )
}
const latencies: number[] = []
const answeredAt: number[] = []
let refused = 0
const began = performance.now()
const end = began + load.seconds * 1000

async function ask(sender: Sender, due: number): Promise<void> {
  const isTaken = await sender.send(due)
  latencies.push(performance.now() - due)
  if (!isTaken) refused++
  else if (load.rate !== null) answeredAt.push(Date.now())
}

async function closedLoop(sender: Sender): Promise<void> {
  while (performance.now() < end) await ask(sender, performance.now())
}

async function openLoop(rate: number): Promise<void> {
  const free = [...senders]
  const waiting: number[] = []
  const running = new Set<Promise<void>>()
  const start = (due: number) => {
    const sender = free.pop()
    if (!sender) return void waiting.push(due)
    const asking = ask(sender, due).then(() => {
      running.delete(asking)
      free.push(sender)
      const next = waiting.shift()
      if (next !== undefined) start(next)
    })
    running.add(asking)
  }
  let sent = 0
  while (performance.now() < end) {
    const owed = Math.floor(((performance.now() - began) / 1000) * rate)
    for (; sent < owed; sent++) start(began + (sent / rate) * 1000)
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  while (running.size > 0) await Promise.all(running)
}

if (load.rate === null) await Promise.all(senders.map(closedLoop))
else await openLoop(load.rate)
const seconds = (performance.now() - began) / 1000
for (const sender of senders) sender.close()
latencies.sort((one, other) => one - other)
const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN
const told: CollectTold = {
  answers: latencies.length - refused,
  refused,
  seconds,
  p50: at(0.5),
  p99: at(0.99),
  answeredAt,
}
process.stdout.write(JSON.stringify(told))
