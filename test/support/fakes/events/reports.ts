import { sourceOfScene } from '../../../../server/domain/collector/source-keys.ts'
import type {
  CohortAsk,
  CohortCounts,
  CurveAnswer,
  CurveAsk,
  DeviceCounts,
  PageCounts,
  SceneCounts,
  SourcePeople,
  VisitCounts,
} from '../../../../server/ports/event-reports.ts'
import { type Day, periodOf, shiftPeriod, startOfDay } from '../../../../src/contract/periods.ts'
import {
  type ArrivedEvent,
  countPeople,
  firstDays,
  groupBy,
  type OwnedEvent,
  ownedEvents,
  pageStaysOf,
  pathOf,
  type Session,
  sessionsOf,
} from './scan.ts'

const STAYS = [2, 5, 10, 20, 30, 50, 100]
const MINUTE_MS = 60_000

const stayBucket = (seconds: number) => STAYS.filter(border => seconds > border).length + 1
const depthBucket = (depth: number) => (depth > 10 ? 7 : depth > 5 ? 6 : Math.max(1, depth))
const within = (from: Day, to: Day) => (one: { day: Day }) => one.day >= from && one.day <= to
const isView = ({ type }: OwnedEvent) => type === 'view'
const isShare = ({ type }: OwnedEvent) => type === 'share'
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
const depthOf = ({ paths }: Session) => new Set(paths).size

/** Every number of the event store by a plain look at all raw events: slow, and meant to be read. */
export class Scan {
  readonly #events: OwnedEvent[]
  readonly #sessions: Session[]
  readonly #firstDays: Map<string, Day>

  constructor(events: readonly ArrivedEvent[]) {
    this.#events = ownedEvents(events)
    this.#sessions = sessionsOf(this.#events)
    this.#firstDays = firstDays(this.#events)
  }

  firstDay(): Day | null {
    return [...this.#firstDays.values()].sort()[0] ?? null
  }

  visits(periods: { from: Day; to: Day }[]): VisitCounts[] {
    return periods.map(({ from, to }) => {
      const events = this.#events.filter(within(from, to))
      const sessions = this.#sessions.filter(within(from, to))
      const births = [...this.#firstDays.values()]
      return {
        from,
        to,
        sessions: sessions.length,
        views: events.filter(isView).length,
        people: countPeople(events),
        newPeople: births.filter(day => day >= from && day <= to).length,
        shares: events.filter(isShare).length,
        sharers: countPeople(events.filter(isShare)),
        staySeconds: sum(sessions.map(({ stay }) => stay)),
        depthSum: sum(sessions.map(depthOf)),
        totalPeople: births.filter(day => day <= to).length,
      }
    })
  }

  scenes(from: Day, to: Day): SceneCounts[] {
    const groups = groupBy(this.#sessions.filter(within(from, to)), ({ day, scene }) => `${day} ${scene}`)
    return [...groups.values()].flatMap(sessions => {
      const [first] = sessions
      return first
        ? [{ day: first.day, scene: first.scene, sessions: sessions.length, people: countPeople(sessions) }]
        : []
    })
  }

  sourcePeople(from: Day, to: Day): SourcePeople[] {
    const sessions = this.#sessions.filter(within(from, to))
    const bySource = (own: Session[], day: Day | null) =>
      [...groupBy(own, ({ scene }) => String(sourceOfScene(scene)))].map(([source, those]) => ({
        day,
        source: Number(source),
        people: countPeople(those),
      }))
    const days = [...groupBy(sessions, ({ day }) => day)]
    return [...days.flatMap(([day, own]) => bySource(own, day)), ...bySource(sessions, null)]
  }

  engagement(from: Day, to: Day) {
    const sessions = this.#sessions.filter(within(from, to))
    const bucketsBy = (bucketOf: (session: Session) => number) =>
      [...groupBy(sessions, session => String(bucketOf(session)))].map(([key, own]) => ({
        key: Number(key),
        sessions: own.length,
      }))
    return {
      stay: bucketsBy(({ stay }) => stayBucket(stay)),
      depth: bucketsBy(session => depthBucket(depthOf(session))),
    }
  }

  pages(from: Day, to: Day): PageCounts[] {
    const events = this.#events.filter(event => within(from, to)(event) && event.path !== null)
    const sessions = this.#sessions.filter(within(from, to))
    const stays = sessions.map(pageStaysOf)
    return [...groupBy(events, pathOf)]
      .map(([path, own]) => ({
        path,
        views: own.filter(isView).length,
        people: countPeople(own.filter(isView)),
        staySeconds: sum(stays.map(pages => pages.get(path) ?? 0)),
        entries: sessions.filter(({ paths }) => paths[0] === path).length,
        exits: sessions.filter(({ paths }) => paths.at(-1) === path).length,
        shares: own.filter(isShare).length,
        sharers: countPeople(own.filter(isShare)),
      }))
      .sort((a, b) => b.views - a.views || (a.path < b.path ? -1 : 1))
  }

  cohorts({ granularity, cohort, periods, keys }: CohortAsk, today: Day): CohortCounts[] {
    const cameIn = ({ from, to }: { from: Day; to: Day }) =>
      new Set(this.#events.filter(within(from, to)).map(({ person }) => person))
    return periods.map(first => {
      const period = periodOf(granularity, first)
      const people = [...cameIn(period)].filter(person => {
        const born = this.#firstDays.get(person)
        return cohort === 'active' || (born !== undefined && born >= period.from)
      })
      const counts = keys.flatMap(key => {
        const later = shiftPeriod(granularity, period, key)
        if (later.from > today) return []
        const back = cameIn(later)
        return [{ key, people: people.filter(person => back.has(person)).length }]
      })
      return { period: first, size: people.length, counts }
    })
  }

  devices(from: Day, to: Day, users: 'new' | 'active'): DeviceCounts[] {
    const isNew = ({ person }: OwnedEvent) => (this.#firstDays.get(person) ?? '') >= from
    const events = this.#events.filter(event => within(from, to)(event) && (users === 'active' || isNew(event)))
    return (['platform', 'model', 'system'] as const).flatMap(kind =>
      [...groupBy(events, ({ context }) => JSON.stringify(context[kind]))].map(([name, own]) => ({
        kind,
        name: JSON.parse(name) as string | null,
        people: countPeople(own),
      })),
    )
  }

  curve({ day, granularity, page, fromMinute, toMinute }: CurveAsk): CurveAnswer {
    const minuteOf = (at: number) => Math.floor((at - startOfDay(day)) / MINUTE_MS)
    const isInside = (at: number) => minuteOf(at) >= fromMinute && minuteOf(at) < toMinute
    const bucketOf = (at: number) => minuteOf(at) - (minuteOf(at) % granularity)
    const inSpan = this.#events.filter(({ at }) => isInside(at))
    const events = inSpan.filter(({ path }) => page === null || path === page)
    // of one page: the sessions that it begins
    const starts = this.#sessions.filter(
      ({ startsAt, paths }) => isInside(startsAt) && (page === null || paths[0] === page),
    )
    const minutes = [
      ...new Set([...events.map(({ at }) => at), ...starts.map(({ startsAt }) => startsAt)].map(bucketOf)),
    ]
    return {
      points: minutes
        .sort((a, b) => a - b)
        .map(minute => {
          const own = events.filter(({ at }) => bucketOf(at) === minute)
          return {
            minute,
            views: own.filter(isView).length,
            people: countPeople(own),
            sessions: starts.filter(({ startsAt }) => bucketOf(startsAt) === minute).length,
          }
        }),
      totals: { views: events.filter(isView).length, people: countPeople(events), sessions: starts.length },
      pages: [...groupBy(inSpan.filter(isView), pathOf)]
        .map(([path, own]) => ({ path, views: own.length }))
        .sort((a, b) => b.views - a.views || (a.path < b.path ? -1 : 1))
        .slice(0, 200),
    }
  }

  activeUsers(now: number): number {
    return countPeople(this.#events.filter(({ at }) => at > now - 5 * MINUTE_MS && at <= now))
  }
}
