import type { CollectedEvent, EventBatch } from '../../server/ports/events.ts'

const NOON = Date.parse('2026-03-10T04:00:00Z')

/** An event of a visitor, `view` of a page unless told otherwise. */
export function collectedEvent(facts: Partial<CollectedEvent> = {}): CollectedEvent {
  return {
    type: 'view',
    at: NOON,
    seq: null,
    session: null,
    path: 'pages/index',
    scene: null,
    referrer: null,
    stayMs: null,
    name: null,
    props: null,
    amountFen: null,
    visitor: { id: 'visitor', openidHash: null, unionidHash: null },
    context: { platform: null, model: null, system: null, appVersion: null, network: null, env: 'release' },
    ...facts,
  }
}

/** A batch of one event that carries the batch's name. */
export function eventBatch(batch: string, facts: Partial<EventBatch> = {}): EventBatch {
  return {
    appid: 'wx1',
    batch,
    kind: 'collect',
    receivedAt: NOON,
    events: [collectedEvent({ name: batch })],
    rejected: [],
    ...facts,
  }
}
