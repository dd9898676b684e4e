import { EventStoreUnavailable } from '../../../ports/events.ts'
import type { Log } from '../../../ports/log.ts'
import type { DuckdbOptions } from '../duckdb/database.ts'
import type { Channel, MethodName, Methods, Reply } from './methods.ts'
import { keepPulse } from './pulse.ts'
import { within } from './within.ts'

interface Asking {
  late: NodeJS.Timeout | undefined
  resolve(outcome: unknown): void
  reject(error: Error): void
}

/** An engine that ended is not started again before. ms */
const REST_MS = 1_000
/** Questions that may be under way; whoever comes then is refused. */
const ASKED_AT_ONCE = 2_000

/** Who reads is told before the apps and pages that ask give up by themselves; what writes and counts may take its time. ms */
const READ_WITHIN_MS = 12_000
const unlimited: ReadonlySet<MethodName> = new Set([
  'open',
  'insert',
  'count',
  'rebuild',
  'expire',
  'erase',
  'eraseVisitor',
  'close',
  'pulse',
])

export interface EngineClientDeps {
  start(): Channel
  options: DuckdbOptions
  log: Pick<Log, 'error'>
  /** Hears that an engine ended though nobody asked it to. */
  onLost(): void
  readWithinMs?: number
  /** An engine is asked so often whether it hangs, ms. */
  pulseEveryMs?: number
}

/** Asks an engine in another process, which is started by the first question, and again after it was lost. */
export class EngineClient {
  readonly #deps: EngineClientDeps
  readonly #readWithinMs: number
  readonly #asking = new Map<number, Asking>()
  #lastId = 0
  #channel: Channel | null = null
  #opening: Promise<unknown> | null = null
  #restUntil = 0
  #isClosed = false

  constructor(deps: EngineClientDeps) {
    this.#deps = deps
    this.#readWithinMs = deps.readWithinMs ?? READ_WITHIN_MS
  }

  /** @throws what the engine says; EventStoreUnavailable when it ended meanwhile */
  async ask<M extends MethodName>(
    method: M,
    ...args: Parameters<Methods[M]>
  ): Promise<Awaited<ReturnType<Methods[M]>>> {
    if (unlimited.has(method)) await this.open()
    else await within(this.#readWithinMs, this.open())
    return this.#send(method, args)
  }

  /** @throws when it cannot be opened */
  async open(): Promise<void> {
    if (this.#isClosed) throw new EventStoreUnavailable('the event engine is closed', 5)
    this.#opening ??= this.#start().catch(error => {
      this.#opening = null
      throw error
    })
    await this.#opening
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    const isOpen = this.#channel !== null
    try {
      if (isOpen) await this.ask('close')
    } finally {
      this.#isClosed = true
      await this.#channel?.end()
    }
  }

  async #start(): Promise<void> {
    if (performance.now() < this.#restUntil) throw lost()
    const channel = this.#deps.start()
    this.#channel = channel
    channel.onReply(reply => this.#hear(reply))
    const rest = keepPulse(
      () => this.#send('pulse', []),
      () => this.#giveUpOn(channel),
      this.#deps.pulseEveryMs,
    )
    channel.onEnd(how => {
      rest()
      this.#end(channel, how)
    })
    try {
      await this.#send('open', [this.#deps.options])
    } catch (error) {
      this.#forget(channel)
      await channel.end()
      throw error
    }
  }

  #send<M extends MethodName>(method: M, args: Parameters<Methods[M]>): Promise<Awaited<ReturnType<Methods[M]>>> {
    if (this.#asking.size >= ASKED_AT_ONCE && method !== 'pulse') {
      return Promise.reject(new EventStoreUnavailable('the event engine is asked more than it answers', 2))
    }
    const channel = this.#channel
    if (!channel) return Promise.reject(lost())
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      const late = unlimited.has(method) ? undefined : setTimeout(() => this.#giveUp(id), this.#readWithinMs)
      this.#asking.set(id, { late, resolve: outcome => resolve(outcome as Awaited<ReturnType<Methods[M]>>), reject })
      channel.send({ id, method, args })
    })
  }

  #giveUp(id: number): void {
    this.#asking.get(id)?.reject(new EventStoreUnavailable('the event engine does not answer', 5))
    this.#asking.delete(id)
  }

  #hear(reply: Reply): void {
    const asking = this.#asking.get(reply.id)
    this.#asking.delete(reply.id)
    clearTimeout(asking?.late)
    if ('failure' in reply) asking?.reject(new Error(reply.failure))
    else asking?.resolve(reply.outcome)
  }

  /** What it had taken is committed, what it had not lies in the journal. */
  #giveUpOn(channel: Channel): void {
    this.#deps.log.error({}, 'the process of the event engine hangs: it is killed')
    channel.kill()
  }

  #end(channel: Channel, how: string): void {
    if (this.#channel !== channel) return
    this.#forget(channel)
    if (this.#isClosed) return
    this.#deps.log.error({ how }, 'the process of the event engine has ended: it is started again')
    this.#deps.onLost()
  }

  #forget(channel: Channel): void {
    if (this.#channel !== channel) return
    this.#channel = null
    this.#opening = null
    this.#restUntil = performance.now() + REST_MS
    const asking = [...this.#asking.values()]
    this.#asking.clear()
    for (const { late, reject } of asking) {
      clearTimeout(late)
      reject(lost())
    }
  }
}

const lost = () => new EventStoreUnavailable('the event engine has ended and is started again', 2)
