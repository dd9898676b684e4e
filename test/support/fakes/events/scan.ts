import type { CollectedEvent } from '../../../../server/ports/events.ts'
import { type Day, dayOf } from '../../../../src/contract/periods.ts'

/** An event with its place in the order of arrival, over all batches of an app. */
export interface ArrivedEvent extends CollectedEvent {
  receivedAt: number
  arrival: number
}

/** An event with the person whom it belongs to. */
export interface OwnedEvent extends ArrivedEvent {
  person: string
  day: Day
}

/** A run of one person's events. */
export interface Session {
  person: string
  events: OwnedEvent[]
  day: Day
  startsAt: number
  scene: number | null
  /** Whole seconds. */
  stay: number
  /** Paths of its views, in order. */
  paths: string[]
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const GAP_MS = 30 * MINUTE_MS
const LINK_REACHES_BACK_MS = 7 * DAY_MS
const IDS_OF_AN_OPENID = 20

interface Link {
  openidHash: string
  since: number
}

/** Which id became whose: the first event to arrive with an openid for an id decides, twenty ids at most. */
export function linksOf(events: readonly ArrivedEvent[]): Map<string, Link> {
  const links = new Map<string, Link>()
  const taken = new Map<string, number>()
  for (const { visitor, at } of byArrival(events)) {
    const { id, openidHash } = visitor
    if (openidHash === null || links.has(id)) continue
    const ids = taken.get(openidHash) ?? 0
    if (ids >= IDS_OF_AN_OPENID) continue
    taken.set(openidHash, ids + 1)
    links.set(id, { openidHash, since: at - LINK_REACHES_BACK_MS })
  }
  return links
}

function personOf({ visitor, at }: ArrivedEvent, links: Map<string, Link>): string {
  if (visitor.openidHash !== null) return `openid ${visitor.openidHash}`
  const link = links.get(visitor.id)
  return link && at >= link.since ? `openid ${link.openidHash}` : `id ${visitor.id}`
}

const byArrival = (events: readonly ArrivedEvent[]) => [...events].sort((a, b) => a.arrival - b.arrival)

/** By time, then by `seq` where both have one, then by arrival. */
function inOrder(a: ArrivedEvent, b: ArrivedEvent): number {
  if (a.at !== b.at) return a.at - b.at
  if (a.seq !== null && b.seq !== null && a.seq !== b.seq) return a.seq - b.seq
  return a.arrival - b.arrival
}

/** What counts in reports, in the order of one person's doings, with whose it is. */
export function ownedEvents(events: readonly ArrivedEvent[]): OwnedEvent[] {
  const links = linksOf(events)
  return events
    .filter(event => event.context.env === 'release')
    .map(event => ({ ...event, person: personOf(event, links), day: dayOf(event.at) }))
    .sort(inOrder)
}

/** Every run of one person's events without a gap of half an hour; never cut at midnight. */
export function sessionsOf(events: readonly OwnedEvent[]): Session[] {
  const runs: OwnedEvent[][] = []
  for (const own of groupBy(events, event => event.person).values()) {
    let run: OwnedEvent[] = []
    let last = Number.NEGATIVE_INFINITY
    for (const event of own) {
      if (event.at - last >= GAP_MS) {
        run = []
        runs.push(run)
      }
      run.push(event)
      last = event.at
    }
  }
  return runs.map(sessionOf)
}

const second = (ms: number) => Math.floor(ms / 1000)

/** What the SDK measured itself: the time that a page was seen. */
const measured = (events: readonly OwnedEvent[]) =>
  events.filter(({ type, stayMs }) => (type === 'leave' || type === 'hide') && stayMs !== null)

const sumOfStays = (events: readonly OwnedEvent[]) => events.reduce((sum, { stayMs }) => sum + (stayMs ?? 0), 0)

function sessionOf(events: OwnedEvent[]): Session {
  const [first] = events
  const last = events.at(-1)
  if (!first || !last) throw new RangeError('a session has events')
  const told = measured(events)
  return {
    person: first.person,
    events,
    day: first.day,
    startsAt: first.at,
    scene: events.find(({ scene }) => scene !== null)?.scene ?? null,
    stay: told.length > 0 ? second(sumOfStays(told)) : second(last.at) - second(first.at),
    paths: events.filter(({ type }) => type === 'view').map(pathOf),
  }
}

/** Seconds on each page of a session. */
export function pageStaysOf({ events }: Session): Map<string, number> {
  const told = measured(events)
  const stays = new Map<string, number>()
  if (told.length > 0) {
    for (const [path, own] of groupBy(told, pathOf)) stays.set(path, sumOfStays(own) / 1000)
    return stays
  }
  events.forEach((event, index) => {
    const next = events[index + 1]
    if (event.type !== 'view' || !next) return
    const path = pathOf(event)
    stays.set(path, (stays.get(path) ?? 0) + second(next.at) - second(event.at))
  })
  return stays
}

export const pathOf = ({ path }: OwnedEvent): string => path ?? '/'

/** The first day of each person. */
export function firstDays(events: readonly OwnedEvent[]): Map<string, Day> {
  const days = new Map<string, Day>()
  for (const { person, day } of events) {
    const known = days.get(person)
    if (known === undefined || day < known) days.set(person, day)
  }
  return days
}

export function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

export const countPeople = (events: readonly { person: string }[]): number =>
  new Set(events.map(({ person }) => person)).size
