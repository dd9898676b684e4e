import type { CollectedEvent, EventBatch, RejectedEvent } from '../../ports/events.ts'
import { batchCodec } from './batch-codec.ts'
import type { Codec } from './journal/journal.ts'

/**
 * A batch while it waits to be drained: its line in the journal, and what must be known of it meanwhile. Thousands wait;
 * their events are not kept as objects.
 */
export class JournaledBatch implements EventBatch {
  readonly appid: string
  readonly batch: string
  readonly kind: EventBatch['kind']
  readonly receivedAt: number
  readonly rejected: RejectedEvent[]
  readonly line: string

  constructor({ appid, batch, kind, receivedAt, rejected }: EventBatch, line: string) {
    this.appid = appid
    this.batch = batch
    this.kind = kind
    this.receivedAt = receivedAt
    this.rejected = rejected
    this.line = line
  }

  /** Read from the line each time. */
  get events(): CollectedEvent[] {
    return batchCodec.decode(this.line).events
  }
}

/** What the journal writes of it. */
export const lineOf = (batch: EventBatch): string =>
  batch instanceof JournaledBatch ? batch.line : batchCodec.encode(batch)

export const journaledCodec: Codec<JournaledBatch> = {
  encode: ({ line }) => line,
  decode: line => new JournaledBatch(batchCodec.decode(line), line),
}
