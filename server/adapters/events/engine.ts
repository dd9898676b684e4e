import type { EventReports } from '../../ports/event-reports.ts'
import type { BatchReceipt, EventBatch, RecentEvent } from '../../ports/events.ts'

/** Lengths of the counters' buckets, minutes. */
export const counterMinutes = [1, 5, 10, 30, 60, 1440] as const
export type CounterMinutes = (typeof counterMinutes)[number]

/** Names one batch; unique in its app. */
export interface BatchName {
  appid: string
  batch: string
}

/** A batch that is kept, by the first 63 bits of its name's hash, in two halves: `high` × 2³² + `low`. */
export interface StoredName {
  high: number
  low: number
  receivedAt: number
}

/**
 * What keeps events and counts them: DuckDB (one process) or PostgreSQL (several). What it says it has taken is
 * committed. It knows nothing of clocks: who drives it says when it is. All times are epoch ms.
 */
export interface EventEngine {
  /**
   * Keeps batches, all in one transaction, and answers in their order. A batch that is there already changes
   * nothing and answers its first receipt with `duplicate: true`; so replaying is harmless. Links of device and
   * person are made here, in the order of the batches.
   * @param isNew of which the caller knows that they were never here: they need not be looked for
   */
  insert(batches: readonly EventBatch[], isNew?: (batch: EventBatch) => boolean): Promise<BatchReceipt[]>
  /** Receipts of batches that are kept, in the order asked; `null`: not here. */
  receipts(names: readonly BatchName[]): Promise<(BatchReceipt | null)[]>
  /** Hashes of the `collect` batches that are kept and were received since, some thousands at a time. */
  names(receivedSince: number): AsyncIterable<readonly StoredName[]>
  /**
   * Brings the counters of the named lengths up to all that was inserted before the call, late events included.
   * What was inserted since the last count is found in the store itself, so that a crash forgets nothing. One at a
   * time, by the leader alone.
   * @returns the apps whose counters changed
   */
  count(now: number, lengths: readonly CounterMinutes[]): Promise<{ appids: string[] }>
  /** Makes all counters anew from the raw events that are still there; days whose raw events are gone keep theirs. */
  rebuild(now: number): Promise<void>
  /** Forgets raw events received before, and names of `collect` batches received before; counters stay. */
  expire(before: { eventsReceivedBefore: number; batchesReceivedBefore: number }): Promise<void>
  erase(appid: string): Promise<void>
  eraseVisitor(appid: string, visitor: { id: string } | { openidHash: string }): Promise<void>
  /** The newest events of any `env`, as they came. */
  recent(appid: string, limit: number): Promise<{ lastEventAt: number | null; recent: RecentEvent[] }>
  readonly reports: EventReports
  /** Waits for what runs, then lets go of the files or connections. */
  close(): Promise<void>
}
