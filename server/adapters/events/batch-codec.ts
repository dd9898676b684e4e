import type { CollectedEvent, EventBatch } from '../../ports/events.ts'
import type { Codec } from './journal/journal.ts'

/** Of one sender: identity and context once, then its events. */
type Sender = [visitor: (string | null)[], context: (string | null)[], events: (string | number | null)[][]]
type Line = [appid: string, batch: string, kind: 'c' | 'i', receivedAt: number, rejected: [number, string][], Sender[]]

/** A batch as one line of JSON: arrays instead of names, who sent and with what once for each run of events. */
export const batchCodec: Codec<EventBatch> = {
  encode({ appid, batch, kind, receivedAt, events, rejected }) {
    const senders: Sender[] = []
    let last: CollectedEvent | null = null
    let own: (string | number | null)[][] = []
    for (const event of events) {
      const { visitor, context } = event
      if (last === null || last.visitor !== visitor || last.context !== context) {
        own = []
        senders.push([
          [visitor.id, visitor.openidHash, visitor.unionidHash],
          [context.platform, context.model, context.system, context.appVersion, context.network, context.env],
          own,
        ])
        last = event
      }
      own.push(fieldsOf(event))
    }
    const refusals = rejected.map(({ index, reason }): [number, string] => [index, reason])
    const line: Line = [appid, batch, kind === 'import' ? 'i' : 'c', receivedAt, refusals, senders]
    return JSON.stringify(line)
  },

  decode(text) {
    const [appid, batch, kind, receivedAt, refusals, senders] = JSON.parse(text) as Line
    return {
      appid,
      batch,
      kind: kind === 'i' ? 'import' : 'collect',
      receivedAt,
      rejected: refusals.map(([index, reason]) => ({ index, reason })),
      events: senders.flatMap(eventsOf),
    }
  },
}

const fieldsOf = (event: CollectedEvent) => [
  event.type,
  event.at,
  event.seq,
  event.session,
  event.path,
  event.scene,
  event.referrer,
  event.stayMs,
  event.name,
  event.props,
  event.amountFen,
]

function eventsOf([who, with_, events]: Sender): CollectedEvent[] {
  const [id, openidHash, unionidHash] = who
  const [platform, model, system, appVersion, network, env] = with_
  const visitor = { id, openidHash, unionidHash } as CollectedEvent['visitor']
  const context = { platform, model, system, appVersion, network, env } as CollectedEvent['context']
  return events.map(([type, at, seq, session, path, scene, referrer, stayMs, name, props, amountFen]) => {
    const fields = { type, at, seq, session, path, scene, referrer, stayMs, name, props, amountFen, visitor, context }
    return fields as CollectedEvent
  })
}
