import { type BatchReceipt, type EventBatch, EventStoreUnavailable } from '../../ports/events.ts'
import type { EventEngine, StoredName } from './engine.ts'
import { batchLongs } from './hashing.ts'
import { NameFilter } from './name-filter.ts'
import { ReceiptLookup } from './receipt-lookup.ts'
import { RecentReceipts } from './recent-receipts.ts'

/** Receipts of drained batches that are answered without asking the engine: most repetitions come within seconds. */
const RECENT = 20_000

interface Known {
  receipt: BatchReceipt
  /** The engine cannot have it. */
  isNew: boolean
  /** Rejects when the batch was not kept; `null` once it is durable. */
  outcome: Promise<unknown> | null
}

/**
 * Lets each batch in once. What is under way or waits for the drain is known exactly, what was drained lately too; of
 * the rest a filter says whether the engine has to be asked. Imports, which are few, always ask it.
 */
export class KnownBatches {
  readonly #waiting = new Map<string, Known>()
  readonly #recent = new RecentReceipts(RECENT)
  readonly #filter = new NameFilter()
  readonly #lookup: ReceiptLookup

  constructor(engine: Pick<EventEngine, 'receipts'>) {
    this.#lookup = new ReceiptLookup(engine)
  }

  /** The engine has it. */
  stored(name: StoredName): void {
    this.#filter.add(name)
  }

  /** It is durable and was not drained. */
  replayed(batch: EventBatch): void {
    const key = keyOf(batch)
    if (!this.#waiting.has(key)) this.#waiting.set(key, { receipt: receiptOf(batch), isNew: false, outcome: null })
    if (batch.kind === 'collect') this.#filter.add(nameOf(batch))
  }

  /** @param append makes the batch durable; not called for one that was here before */
  async admit(batch: EventBatch, append: () => Promise<void>): Promise<BatchReceipt> {
    const key = keyOf(batch)
    const waiting = this.#waiting.get(key)
    if (waiting?.outcome) await waiting.outcome
    const receipt = waiting?.receipt ?? this.#recent.get(key)
    if (receipt) return { ...receipt, duplicate: true }
    const known: Known = { receipt: receiptOf(batch), isNew: true, outcome: null }
    this.#waiting.set(key, known)
    const name = batch.kind === 'import' ? null : nameOf(batch)
    const mayBeStored = name === null || this.#filter.mayHave(name)
    known.outcome = mayBeStored ? this.#appendUnlessStored(batch, known, append) : append()
    try {
      await known.outcome
    } catch (error) {
      this.#waiting.delete(key)
      throw error
    }
    known.outcome = null
    if (name && !known.receipt.duplicate) this.#filter.add(name)
    return known.receipt
  }

  /** Whether the engine cannot have it; what an earlier process left, it may have. */
  isNew(batch: EventBatch): boolean {
    return this.#waiting.get(keyOf(batch))?.isNew ?? false
  }

  /** Nobody knows whether the engine has these. */
  doubt(batches: readonly EventBatch[]): void {
    for (const batch of batches) {
      const known = this.#waiting.get(keyOf(batch))
      if (known) known.isNew = false
    }
  }

  /** The engine has these, durably. */
  drained(batches: readonly EventBatch[]): void {
    for (const batch of batches) {
      const key = keyOf(batch)
      const known = this.#waiting.get(key)
      if (!known) continue
      this.#waiting.delete(key)
      this.#recent.keep(key, known.receipt)
    }
  }

  /** Names of `collect` batches that came before are not asked for any more. */
  forget(before: number): void {
    this.#filter.forget(before)
  }

  /** Nothing of an app is known any more. */
  erase(appid: string): void {
    this.#recent.forget(key => key.startsWith(`${appid}\n`))
  }

  async #appendUnlessStored(batch: EventBatch, known: Known, append: () => Promise<void>): Promise<void> {
    const stored = await this.#lookup.find(batch).catch(cause => {
      throw new EventStoreUnavailable('the event store does not say whether it has a batch', 5, { cause })
    })
    if (!stored) return append()
    known.receipt = { ...stored, duplicate: true }
    this.#waiting.delete(keyOf(batch))
    this.#recent.keep(keyOf(batch), known.receipt)
  }
}

const keyOf = ({ appid, kind, batch }: EventBatch) => `${appid}\n${kind}\n${batch}`

function nameOf({ batch, receivedAt }: EventBatch): StoredName {
  const [{ high, low }] = batchLongs(batch)
  return { high, low, receivedAt }
}

const receiptOf = ({ events, rejected }: EventBatch): BatchReceipt => ({
  duplicate: false,
  accepted: events.length,
  rejected,
})
