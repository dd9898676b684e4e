import type { Environment, EventType } from '../../src/contract/collect.ts'

export { type EventType, eventTypes } from '../../src/contract/collect.ts'

/** Who sent an event. Identities of WeChat's are keyed hashes, never the originals. */
export interface EventVisitor {
  /** The stable random id of the device. */
  id: string
  openidHash: string | null
  unionidHash: string | null
}

/** Where an event was sent from; `env` is `release` when nothing was said. */
export interface EventContext {
  platform: string | null
  model: string | null
  system: string | null
  appVersion: string | null
  network: string | null
  env: Environment
}

/** One event as it was accepted: lengths cut, path normalised, time corrected. */
export interface CollectedEvent {
  type: EventType
  /** Epoch ms. */
  at: number
  /** Orders events of one visitor at the same `at`; `null`: the order of arrival does. */
  seq: number | null
  session: string | null
  /** Without a leading slash and without query; `/` when empty. Of view, leave and share always there. */
  path: string | null
  scene: number | null
  referrer: string | null
  /** Time that the page was seen, ms. */
  stayMs: number | null
  name: string | null
  /** A JSON object as text. */
  props: string | null
  /** 分. */
  amountFen: number | null
  visitor: EventVisitor
  context: EventContext
}

/** Why an event of a batch was not taken. `index` counts from 0 in the batch as it was sent. */
export interface RejectedEvent {
  index: number
  reason: string
}

/** What one request brought, once it was judged. */
export interface EventBatch {
  appid: string
  /** The idempotency key, of one app: a batch of the same name changes nothing for 8 days, one of an import for ever. */
  batch: string
  kind: 'collect' | 'import'
  /** Epoch ms. */
  receivedAt: number
  events: CollectedEvent[]
  rejected: RejectedEvent[]
}

/** What a batch came to. A duplicate answers what the first one of its name did. */
export interface BatchReceipt {
  duplicate: boolean
  accepted: number
  rejected: RejectedEvent[]
}

/** The store takes nothing now: full disk, slow store, too much under way. Nothing of the batch was kept. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable'
  /** @param retryAfterSeconds when to try again */
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** An event as the check page lists it: of any `env`, the newest first. */
export interface RecentEvent {
  at: number
  receivedAt: number
  type: EventType
  path: string | null
  name: string | null
  scene: number | null
  env: EventContext['env']
  platform: string | null
  appVersion: string | null
  /** The first 8 characters of the device's id. */
  visitor: string
}

/** How the collector of an app stands. Times are epoch ms. */
export interface EventStanding {
  /** `null`: the app never sent an event. */
  lastEventAt: number | null
  /** From receipt to the curves of one and five minutes, of the newest events; `null` when nothing came lately. */
  lagSeconds: number | null
  recent: RecentEvent[]
}

/** Takes events, for good. */
export interface EventIngest {
  /**
   * Resolves once the batch is durable: no `kill -9` loses it any more, and none of its name counts twice.
   * @throws EventStoreUnavailable
   */
  append(batch: EventBatch): Promise<BatchReceipt>
  /** Erases all that is known of an app: events, counters, batches, links. */
  erase(appid: string): Promise<void>
  /** Erases one visitor's raw events and links; the numbers of past days stay. */
  eraseVisitor(appid: string, visitor: { id: string } | { openidHash: string }): Promise<void>
  standing(appid: string, now: number): Promise<EventStanding>
  /** `lagSeconds` of its standing alone: everybody who looks at a live curve asks for it again and again. */
  lag(appid: string, now: number): Promise<number | null>
  /** Resolves when what was accepted before stands in every counter that this instance makes. */
  settle(): Promise<void>
}

/** One store of events, whatever engine stands behind it. Opened lazily: an instance that is never sent an event pays nothing. */
export interface EventStore extends EventIngest {
  /** Takes no more, writes what was acknowledged to where it stays, closes. */
  close(): Promise<void>
}
