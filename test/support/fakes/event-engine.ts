import type { EventEngine } from '../../../server/adapters/events/engine.ts'
import { batchHash } from '../../../server/adapters/events/hashing.ts'
import { noEvents } from '../../../server/domain/collector/no-events.ts'
import type { BatchReceipt, EventBatch } from '../../../server/ports/events.ts'

/** An engine that keeps batches in memory and counts nothing; it outlives the store that is put before it. */
export class FakeEngine implements EventEngine {
  readonly batches = new Map<string, EventBatch>()
  readonly counts: { now: number; lengths: readonly number[] }[] = []
  readonly inserts: number[] = []
  readonly erased: unknown[] = []
  readonly expired: { eventsReceivedBefore: number; batchesReceivedBefore: number }[] = []
  lookups = 0
  closed = 0
  /** What every call asks first; throws, or keeps waiting. */
  before: (call: 'insert' | 'receipts' | 'count') => void | Promise<void> = () => undefined
  readonly reports = noEvents

  /** Names of events of every batch that is kept, by app. */
  events = (appid: string): string[] =>
    [...this.batches.values()]
      .filter(batch => batch.appid === appid)
      .flatMap(({ events }) => events.map(({ name }) => name ?? ''))

  async insert(batches: readonly EventBatch[], isNew = (_: EventBatch) => false): Promise<BatchReceipt[]> {
    await this.before('insert')
    for (const batch of batches)
      if (isNew(batch) && this.batches.has(keyOf(batch))) throw new Error('it was here before')
    this.inserts.push(batches.length)
    return batches.map(batch => {
      const first = this.batches.get(keyOf(batch))
      if (first) return receiptOf(first, true)
      this.batches.set(keyOf(batch), batch)
      return receiptOf(batch, false)
    })
  }

  async receipts(names: readonly { appid: string; batch: string }[]): Promise<(BatchReceipt | null)[]> {
    await this.before('receipts')
    this.lookups++
    return names.map(name => {
      const first = this.batches.get(keyOf(name))
      return first ? receiptOf(first, true) : null
    })
  }

  async *names(receivedSince: number) {
    const collected = [...this.batches.values()].filter(({ kind }) => kind === 'collect')
    yield collected
      .filter(({ receivedAt }) => receivedAt >= receivedSince)
      .map(({ batch, receivedAt }) => {
        const [name] = batchHash(batch)
        return { high: Number(name >> 32n), low: Number(name & 0xffffffffn), receivedAt }
      })
  }

  async count(now: number, lengths: readonly number[]) {
    await this.before('count')
    this.counts.push({ now, lengths })
    return { appids: [] }
  }

  async expire(before: { eventsReceivedBefore: number; batchesReceivedBefore: number }): Promise<void> {
    this.expired.push(before)
  }

  async erase(appid: string): Promise<void> {
    this.erased.push(appid)
    for (const [key, batch] of this.batches) if (batch.appid === appid) this.batches.delete(key)
  }

  async eraseVisitor(appid: string, visitor: object): Promise<void> {
    this.erased.push({ appid, ...visitor })
  }

  recent = async () => ({ lastEventAt: null, recent: [] })
  rebuild = async () => undefined

  async close(): Promise<void> {
    this.closed++
  }
}

const keyOf = ({ appid, batch }: { appid: string; batch: string }) => `${appid} ${batch}`

const receiptOf = ({ events, rejected }: EventBatch, duplicate: boolean): BatchReceipt => ({
  duplicate,
  accepted: events.length,
  rejected,
})
