import type { CollectedEvent, EventBatch } from '../../../server/ports/events.ts'

/** An event of a report and whose it is. */
export interface Owned {
  event: CollectedEvent
  person: string
}

const WEEK_MS = 7 * 24 * 3_600_000

/** The events of an app that reports count, of each person in order: said again as plainly as can be. */
export function naivePeople(batches: readonly EventBatch[], appid: string): Map<string, Owned[]> {
  const seen = new Set<string>()
  const arrived: { event: CollectedEvent; order: number }[] = []
  for (const { appid: of, batch, events } of batches) {
    if (of !== appid || seen.has(batch)) continue
    seen.add(batch)
    for (const event of events) arrived.push({ event, order: arrived.length })
  }
  const links = new Map<string, { openid: string; since: number }>()
  for (const { event } of arrived) {
    const { id, openidHash } = event.visitor
    if (openidHash === null || links.has(id)) continue
    const devices = [...links.values()].filter(link => link.openid === openidHash).length
    if (devices < 20) links.set(id, { openid: openidHash, since: event.at - WEEK_MS })
  }
  const people = new Map<string, { owned: Owned; order: number }[]>()
  for (const { event, order } of arrived) {
    if (event.context.env !== 'release') continue
    const link = links.get(event.visitor.id)
    const openid = event.visitor.openidHash ?? (link && event.at >= link.since ? link.openid : null)
    const person = openid === null ? `device ${event.visitor.id}` : `openid ${openid}`
    people.set(person, [...(people.get(person) ?? []), { owned: { event, person }, order }])
  }
  const inOrder = [...people].map(([person, events]): [string, Owned[]] => {
    const sorted = events.sort(
      (one, other) =>
        one.owned.event.at - other.owned.event.at ||
        (one.owned.event.seq ?? Number.POSITIVE_INFINITY) - (other.owned.event.seq ?? Number.POSITIVE_INFINITY) ||
        one.order - other.order,
    )
    return [person, sorted.map(({ owned }) => owned)]
  })
  return new Map(inOrder)
}

/** One run of a person's events. */
export interface NaiveSession {
  person: string
  events: CollectedEvent[]
}

/** Cut where half an hour or more lies between. */
export function naiveSessions(people: Map<string, Owned[]>): NaiveSession[] {
  const sessions: NaiveSession[] = []
  for (const [person, owned] of people) {
    let last = Number.NEGATIVE_INFINITY
    for (const { event } of owned) {
      if (event.at - last >= 30 * 60_000) sessions.push({ person, events: [] })
      sessions.at(-1)?.events.push(event)
      last = event.at
    }
  }
  return sessions
}
