import { collectLimits } from '../../../src/contract/collect.ts'
import type { CollectedEvent, RejectedEvent } from '../../ports/events.ts'
import { contextOf } from './context.ts'
import { judgeEvent } from './judge-event.ts'
import { textOf } from './text.ts'
import { clockFault, OLDEST_MS } from './times.ts'
import { type IdentityHashes, visitorOf } from './visitor.ts'

/** A batch as it is kept. */
export interface JudgedBatch {
  batch: string
  events: CollectedEvent[]
  rejected: RejectedEvent[]
}

/** A field without which nothing of a batch can be taken, as a JSON pointer, and what is wrong with it. */
export interface BatchFault {
  path: string
  code: 'required' | 'type'
}

const faultOf = (path: string, value: unknown): BatchFault => ({
  path,
  code: value === undefined ? 'required' : 'type',
})

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/**
 * Judges what an SDK sent: each event by itself, so that a bad one never loses its neighbours.
 * @param receivedAt epoch ms
 */
export function judgeBatch(
  body: Record<string, unknown>,
  receivedAt: number,
  hashes: IdentityHashes,
): JudgedBatch | { faults: BatchFault[] } {
  const { sentAt, events: raw } = body
  const batch = textOf(body.batch, collectLimits.id)
  const visitor = visitorOf(body.visitor, hashes)
  if (batch === null || !isTime(sentAt) || visitor === null || !Array.isArray(raw)) {
    return { faults: faultsOf(body, batch !== null, visitor !== null) }
  }
  const context = contextOf(body.context)
  const rule = { receivedAt, fault: clockFault(sentAt, receivedAt), oldestMs: OLDEST_MS }
  const events: CollectedEvent[] = []
  const rejected: RejectedEvent[] = []
  for (let index = 0; index < raw.length; index++) {
    const judged = judgeEvent(raw[index], visitor, context, rule)
    if (typeof judged === 'string') rejected.push({ index, reason: judged })
    else events.push(judged)
  }
  return { batch, events, rejected }
}

function faultsOf(body: Record<string, unknown>, hasBatch: boolean, hasVisitor: boolean): BatchFault[] {
  const { batch, sentAt, visitor, events } = body
  const id = typeof visitor === 'object' && visitor !== null ? (visitor as Record<string, unknown>).id : undefined
  return [
    ...(hasBatch ? [] : [faultOf('/batch', batch)]),
    ...(isTime(sentAt) ? [] : [faultOf('/sentAt', sentAt)]),
    ...(hasVisitor ? [] : [faultOf('/visitor/id', id)]),
    ...(Array.isArray(events) ? [] : [faultOf('/events', events)]),
  ]
}
