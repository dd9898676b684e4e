import type { Clock } from '../../ports/clock.ts'
import type { BatchReceipt, EventBatch, EventStanding } from '../../ports/events.ts'
import type { Leases } from '../../ports/leases.ts'
import type { Log } from '../../ports/log.ts'
import type { EventEngine } from './engine.ts'
import { GroupCommit } from './journal/group-commit.ts'
import { BATCHES_KEPT_MS, RECENT_EVENTS } from './journaled-ingest.ts'
import { Leadership } from './leadership.ts'
import { Pump } from './pump.ts'

const DAY_MS = 86_400_000
/** Characters of an event, about: groups and queues are bounded by them. */
const EVENT_CHARACTERS = 256
/** The leader looks so often for what other instances took, ms. */
const LOOK_MS = 250
/** Older says nothing about now. */
const LATELY_MS = 600_000

export interface GroupedIngestDeps {
  engine: EventEngine
  leases: Leases
  /** Names this instance. */
  holder: string
  clock: Clock
  log: Log
  /** Raw events are forgotten after so many days. */
  keepDays: number
}

/** An engine that several instances share: `append` resolves with a transaction of everybody who came meanwhile. */
export class GroupedIngest {
  readonly #deps: GroupedIngestDeps
  readonly #commits: GroupCommit<EventBatch, BatchReceipt>
  readonly #leadership: Leadership
  readonly #pump: Pump
  readonly #looking: NodeJS.Timeout

  constructor(deps: GroupedIngestDeps) {
    const { engine, leases, holder, clock, log } = deps
    this.#deps = deps
    this.#commits = new GroupCommit(batches => engine.insert(batches))
    this.#leadership = new Leadership(leases, holder, clock)
    this.#pump = new Pump({
      engine,
      clock,
      log,
      mayCount: () => this.#leadership.isOurs(),
      // what others took is found by counting alone
      drain: async () => true,
      onCounted: () => undefined,
      sweep: () => this.#sweep(),
    })
    this.#looking = setInterval(() => this.#pump.wake(), LOOK_MS)
    this.#looking.unref()
  }

  /** @throws EventStoreUnavailable */
  append(batch: EventBatch): Promise<BatchReceipt> {
    return this.#commits.append(batch, EVENT_CHARACTERS * (batch.events.length + batch.rejected.length + 1))
  }

  async settle(): Promise<void> {
    await this.#commits.idle()
    await this.#pump.settle()
  }

  /** Days as far as the curves, for somebody who asks. */
  freshDays(): Promise<void> {
    return this.#pump.freshDays()
  }

  async erase(appid: string): Promise<void> {
    await this.#commits.idle()
    await this.#deps.engine.erase(appid)
  }

  async eraseVisitor(appid: string, visitor: { id: string } | { openidHash: string }): Promise<void> {
    await this.#commits.idle()
    await this.#deps.engine.eraseVisitor(appid, visitor)
  }

  async standing(appid: string, now: number): Promise<EventStanding> {
    const { engine } = this.#deps
    const [{ lastEventAt, recent }, countedAt] = await Promise.all([
      engine.recent(appid, RECENT_EVENTS),
      engine.reports.countedAt(appid),
    ])
    const receivedAt = recent[0]?.receivedAt
    const isLate = receivedAt !== undefined && now - receivedAt < LATELY_MS
    // what was counted after its receipt stands in the curves
    const lagMs = isLate && countedAt < receivedAt ? Math.max(0, now - receivedAt) : 0
    return { lastEventAt, recent, lagSeconds: isLate ? lagMs / 1000 : null }
  }

  async lag(appid: string, now: number): Promise<number | null> {
    return (await this.standing(appid, now)).lagSeconds
  }

  async close(): Promise<void> {
    clearInterval(this.#looking)
    await this.#commits.idle()
    await this.#pump.stop()
    await this.#leadership
      .release()
      .catch(error => this.#deps.log.warn({ error }, 'the lease of events was not given back'))
    await this.#deps.engine.close()
  }

  async #sweep(): Promise<void> {
    const { engine, clock, keepDays } = this.#deps
    const now = clock.now()
    await engine.expire({ eventsReceivedBefore: now - keepDays * DAY_MS, batchesReceivedBefore: now - BATCHES_KEPT_MS })
  }
}
