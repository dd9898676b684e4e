import { collectLimits, type EventType, eventTypes, pageEventTypes } from '../../../src/contract/collect.ts'
import type { CollectedEvent, EventContext, EventVisitor } from '../../ports/events.ts'
import { pathOf } from './path.ts'
import { propsOf } from './props.ts'
import { textOf } from './text.ts'
import { type TimeRule, timeOf } from './times.ts'
import { wholeNumberOf } from './whole-number.ts'

const known: ReadonlySet<unknown> = new Set(eventTypes)
const ofPages: ReadonlySet<EventType> = new Set(pageEventTypes)

/** A page is not looked at longer than a day at a stretch. */
const LONGEST_STAY_MS = 86_400_000
const MOST_SCENE = 2 ** 31 - 1

const isType = (value: unknown): value is EventType => known.has(value)

function stayOf(value: unknown): number | null {
  if (typeof value !== 'number' || !(value >= 0)) return null
  return Math.min(Math.floor(value), LONGEST_STAY_MS)
}

/** Why an event is not taken. */
export type Refused = 'event' | 'type' | 'at' | 'path' | 'too_old'

/** An event as it is kept, or why it is not. An optional field that is of no use is left out, and the event stays. */
export function judgeEvent(
  raw: unknown,
  visitor: EventVisitor,
  context: EventContext,
  rule: TimeRule,
): CollectedEvent | Refused {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return 'event'
  const event = raw as Record<string, unknown>
  const { type } = event
  if (!isType(type)) return 'type'
  const at = timeOf(event.at, rule)
  if (typeof at !== 'number') return at
  const path = pathOf(event.path)
  if (path === null && ofPages.has(type)) return 'path'
  return {
    type,
    at,
    seq: wholeNumberOf(event.seq),
    session: textOf(event.session, collectLimits.id),
    path,
    scene: wholeNumberOf(event.scene, MOST_SCENE),
    referrer: textOf(event.referrer, collectLimits.path),
    stayMs: stayOf(event.stayMs),
    name: textOf(event.name, collectLimits.name),
    props: propsOf(event.props),
    amountFen: wholeNumberOf(event.amountFen),
    visitor,
    context,
  }
}
