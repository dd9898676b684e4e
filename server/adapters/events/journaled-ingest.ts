import type { Clock } from '../../ports/clock.ts'
import type { BatchReceipt, EventBatch, EventStanding } from '../../ports/events.ts'
import type { Log } from '../../ports/log.ts'
import { batchCodec } from './batch-codec.ts'
import type { EventEngine, StoredName } from './engine.ts'
import type { SegmentFiles } from './journal/files.ts'
import { Journal } from './journal/journal.ts'
import type { JournalLimits } from './journal/limits.ts'
import { JournaledBatch, journaledCodec } from './journaled-batch.ts'
import { KnownBatches } from './known-batches.ts'
import { Lags } from './lags.ts'
import { Pump } from './pump.ts'

const DAY_MS = 86_400_000
/** Batches are known for 8 days, and for one more, in which clocks may disagree. */
export const BATCHES_KEPT_MS = 9 * DAY_MS
/** Of one transaction: some thousand single events, read in less time than somebody waits for a report. */
const DRAIN_BYTES = 2 * 1024 * 1024
/** Drained in one go before the counters get their turn. */
const DRAINS_A_ROUND = 4
export const RECENT_EVENTS = 50

/** An engine that is driven by a journal, which knows the receipts itself. */
export interface JournaledEngine extends Omit<EventEngine, 'insert'> {
  insert(batches: readonly EventBatch[], isNew?: (batch: EventBatch) => boolean): Promise<unknown>
}

export interface JournaledIngestDeps {
  engine: JournaledEngine
  files: SegmentFiles
  clock: Clock
  log: Log
  /** Raw events are forgotten after so many days. */
  keepDays: number
  limits?: Partial<JournalLimits>
  /** The engine holds no batch yet: nobody waits for it to tell which it has. */
  isNew?: boolean
}

/** An engine with a journal before it: `append` resolves with the journal's group, the engine follows in big steps. */
export class JournaledIngest {
  readonly #deps: JournaledIngestDeps
  readonly #known: KnownBatches
  readonly #journal: Journal<JournaledBatch>
  readonly #lags = new Lags()
  readonly #pump: Pump
  #closing: Promise<void> | null = null

  private constructor(deps: JournaledIngestDeps, known: KnownBatches, journal: Journal<JournaledBatch>) {
    this.#deps = deps
    this.#known = known
    this.#journal = journal
    this.#pump = new Pump({
      engine: deps.engine,
      clock: deps.clock,
      log: deps.log,
      drain: isThorough => this.#drain(isThorough),
      onCounted: () => this.#lags.counted(deps.clock.now()),
      sweep: () => this.#sweep(),
    })
  }

  /** Learns which batches there are, then replays what an earlier process left. */
  static async open(deps: JournaledIngestDeps): Promise<JournaledIngest> {
    const { engine, files, clock, log, limits, isNew = false } = deps
    const known = new KnownBatches(engine)
    if (!isNew) await learn(known, engine.names(clock.now() - BATCHES_KEPT_MS))
    const journal = await Journal.open<JournaledBatch>({
      files,
      codec: journaledCodec,
      log,
      onReplayed: batch => known.replayed(batch),
      ...(limits && { limits }),
    })
    if (journal.waiting > 0) log.info({ batches: journal.waiting }, 'batches of events were replayed from the journal')
    return new JournaledIngest(deps, known, journal)
  }

  /** @throws EventStoreUnavailable */
  append(batch: EventBatch): Promise<BatchReceipt> {
    return this.#known.admit(batch, async () => {
      await this.#journal.append(new JournaledBatch(batch, batchCodec.encode(batch)))
      this.#pump.wake()
    })
  }

  settle(): Promise<void> {
    return this.#pump.settle()
  }

  /** Days as far as the curves, for somebody who asks. */
  freshDays(): Promise<void> {
    return this.#pump.freshDays()
  }

  async erase(appid: string): Promise<void> {
    await this.#outOfJournal()
    await this.#deps.engine.erase(appid)
    this.#known.erase(appid)
    this.#lags.erase(appid)
  }

  async eraseVisitor(appid: string, visitor: { id: string } | { openidHash: string }): Promise<void> {
    await this.#outOfJournal()
    await this.#deps.engine.eraseVisitor(appid, visitor)
  }

  /** What was accepted stands in the engine alone: nothing that is erased there is ever replayed. */
  async #outOfJournal(): Promise<void> {
    await this.#journal.renounce()
    await this.#pump.settle()
    await this.#journal.tidy()
  }

  async standing(appid: string, now: number): Promise<EventStanding> {
    const { lastEventAt, recent } = await this.#deps.engine.recent(appid, RECENT_EVENTS)
    return { lastEventAt, recent, lagSeconds: this.#lags.of(appid, now) }
  }

  async lag(appid: string, now: number): Promise<number | null> {
    return this.#lags.of(appid, now)
  }

  /** Brings what was acknowledged into the engine, as far as it takes it; the rest stays in the journal. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#journal.idle()
    await this.#pump.settle().catch(() => undefined)
    await this.#pump.stop()
    await this.#journal.close()
    await this.#deps.engine.close()
  }

  async #drain(isThorough: boolean): Promise<boolean> {
    for (let drains = 0; isThorough || drains < DRAINS_A_ROUND; drains++) {
      const taken = await this.#journal.take(DRAIN_BYTES)
      if (!taken) return drains > 0
      await this.#insert(taken.records)
      this.#known.drained(taken.records)
      this.#lags.drained(taken.records)
      await taken.done()
    }
    this.#pump.wake()
    return true
  }

  async #insert(batches: readonly EventBatch[]): Promise<void> {
    try {
      await this.#deps.engine.insert(batches, batch => this.#known.isNew(batch))
    } catch (error) {
      this.#known.doubt(batches)
      throw error
    }
  }

  async #sweep(): Promise<void> {
    const { engine, clock, keepDays } = this.#deps
    const now = clock.now()
    // what lies in the journal is older than what the engine forgets: it goes first
    await this.#journal.tidy()
    const batchesReceivedBefore = now - BATCHES_KEPT_MS
    await engine.expire({ eventsReceivedBefore: now - keepDays * DAY_MS, batchesReceivedBefore })
    this.#known.forget(batchesReceivedBefore)
  }
}

async function learn(known: KnownBatches, parts: AsyncIterable<readonly StoredName[]>): Promise<void> {
  for await (const names of parts) for (const name of names) known.stored(name)
}
