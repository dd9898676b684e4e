import type { CollectedEvent, EventBatch, EventContext } from '../../../server/ports/events.ts'

const release: EventContext = {
  platform: null,
  model: null,
  system: null,
  appVersion: null,
  network: null,
  env: 'release',
}

/** What a test says of an event; the rest is nothing. */
export type EventWords = Partial<Omit<CollectedEvent, 'visitor' | 'context'>> & {
  at: number
  /** The id of the device. */
  who: string
  openid?: string | null
  context?: Partial<EventContext>
}

/** A view of `pages/a`, unless something else is said. */
export function anEvent({ who, openid = null, context, ...words }: EventWords): CollectedEvent {
  return {
    type: 'view',
    seq: null,
    session: null,
    path: 'pages/a',
    scene: null,
    referrer: null,
    stayMs: null,
    name: null,
    props: null,
    amountFen: null,
    ...words,
    visitor: { id: who, openidHash: openid, unionidHash: null },
    context: { ...release, ...context },
  }
}

/** A batch as the collector judged it. */
export function aBatch(
  appid: string,
  batch: string,
  events: CollectedEvent[],
  words: Partial<EventBatch> = {},
): EventBatch {
  return { appid, batch, kind: 'collect', receivedAt: events[0]?.at ?? 0, events, rejected: [], ...words }
}
