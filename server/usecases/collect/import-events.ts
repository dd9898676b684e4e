import { collectLimits, type ImportAnswer, importLimits, type LineRefusal } from '../../../src/contract/collect.ts'
import { judgeLine } from '../../domain/collect/judge-line.ts'
import type { Clock } from '../../ports/clock.ts'
import type { BatchReceipt, CollectedEvent, RejectedEvent } from '../../ports/events.ts'
import { realPauses } from '../../ports/pause.ts'
import type { CollectDesk } from './desk.ts'
import { linesOf } from './lines.ts'

/** Lines that are stored together. Where a batch ends depends on the lines alone, so that a repeated import has the same. */
const BATCH_LINES = 2_000
const BATCH_BYTES = 1024 * 1024
const EXAMPLES = 20
/** The answer waits so long for the counters. */
const COUNTED_WITHIN_MS = 20_000

/** Longer than any name that the SDK can give a batch, so that none can stand in the way of an import. */
const batchName = (name: string, number: number): string => `import:${name}:${number}`.padEnd(collectLimits.id + 1, '.')

export interface ImportWish {
  appid: string
  importId: string | null
  /** Names its batches. */
  name: string
  /** An import goes on for up to an hour: asked before each batch. @throws ProblemError */
  stillMay(): Promise<void>
}

/** A batch as it grows. Indexes count from its first line. */
class GrowingBatch {
  readonly events: CollectedEvent[] = []
  readonly rejected: RejectedEvent[] = []
  lines = 0
  bytes = 0

  constructor(readonly firstLine: number) {}

  get isFull(): boolean {
    return this.lines >= BATCH_LINES || this.bytes >= BATCH_BYTES
  }

  /** @param judged an event, a reason, or nothing for an empty line */
  add(judged: CollectedEvent | string | null, bytes: number): void {
    if (typeof judged === 'string') this.rejected.push({ index: this.lines, reason: judged })
    else if (judged !== null) this.events.push(judged)
    this.lines++
    this.bytes += bytes
  }
}

/**
 * Brings history in: a stream of lines, each judged by itself, stored batch by batch under names that the same import has
 * again. So a repeated one changes nothing, and one that broke off goes on: what is there already is only looked at. The
 * stream is read no faster than it is stored, and of a stream that breaks off the unfinished batch is not stored.
 * @throws ProblemError whatever the stream throws, or when the right has ended meanwhile · EventStoreUnavailable
 */
export async function importEvents(
  desk: Pick<CollectDesk, 'events' | 'identities'> & { clock: Clock },
  { appid, importId, name, stillMay }: ImportWish,
  chunks: AsyncIterable<Buffer>,
): Promise<ImportAnswer> {
  const tally = new ImportTally(importId)
  let number = 0
  let batch = new GrowingBatch(1)

  async function store(): Promise<void> {
    const { events, rejected } = batch
    if (events.length + rejected.length > 0) {
      await stillMay()
      const names = { appid, batch: batchName(name, number), kind: 'import' as const }
      const receipt = await desk.events.append({ ...names, receivedAt: desk.clock.now(), events, rejected })
      tally.add(receipt, batch.firstLine)
    }
    number++
    batch = new GrowingBatch(batch.firstLine + batch.lines)
  }

  for await (const line of linesOf(chunks, importLimits.lineBytes)) {
    const judged = line === null ? 'too_long' : judgeLine(line.toString(), desk.clock.now(), desk.identities)
    batch.add(judged, line?.length ?? importLimits.lineBytes)
    if (batch.isFull) await store()
  }
  await store()
  await settled(desk.events)
  return tally.answer()
}

/** Who brings history in looks at the numbers next: they stand when the answer comes, or follow within a minute. */
async function settled(events: Pick<CollectDesk['events'], 'settle'>): Promise<void> {
  const limit = realPauses(COUNTED_WITHIN_MS)
  // what cannot be counted now is counted later: the events are stored
  await Promise.race([events.settle().catch(() => undefined), limit.done])
  limit.cancel()
}

/** Adds up what became of the batches of an import. */
class ImportTally {
  readonly #importId: string | null
  readonly #counts = new Map<LineRefusal, number>()
  readonly #examples: ImportAnswer['examples'] = []
  #accepted = 0
  #refused = 0
  #isNew = false

  constructor(importId: string | null) {
    this.#importId = importId
  }

  add({ accepted, duplicate, rejected }: BatchReceipt, firstLine: number): void {
    this.#accepted += accepted
    this.#refused += rejected.length
    this.#isNew ||= !duplicate
    for (const { index, reason } of rejected) {
      const named = reason as LineRefusal
      this.#counts.set(named, (this.#counts.get(named) ?? 0) + 1)
      if (this.#examples.length < EXAMPLES) this.#examples.push({ line: firstLine + index, reason: named })
    }
  }

  answer(): ImportAnswer {
    return {
      importId: this.#importId,
      lines: this.#accepted + this.#refused,
      accepted: this.#accepted,
      duplicate: !this.#isNew && this.#accepted + this.#refused > 0,
      rejected: [...this.#counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
      examples: this.#examples,
    }
  }
}
