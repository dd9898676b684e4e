import { sourceOfScene } from '../../../server/domain/collector/source-keys.ts'
import type { CurveAsk, EventReports } from '../../../server/ports/event-reports.ts'
import type { CollectedEvent, EventBatch } from '../../../server/ports/events.ts'
import { type Day, dayOf, type Granularity, periodOf, startOfDay } from '../../../src/contract/periods.ts'
import { type NaiveSession, naivePeople, naiveSessions, type Owned } from './naive-people.ts'

type Answers = Pick<
  EventReports,
  | 'firstDay'
  | 'visits'
  | 'scenes'
  | 'sourcePeople'
  | 'engagement'
  | 'pages'
  | 'cohorts'
  | 'devices'
  | 'curve'
  | 'activeUsers'
>

const seconds = (ms: number) => Math.floor(ms / 1000)
const count = <Item>(items: readonly Item[], which: (item: Item) => boolean) => items.filter(which).length
const distinct = (items: readonly unknown[]) => new Set(items).size
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** Every report by looking at every event: slow, short, and with no code of the counters. */
export function naiveReports(batches: readonly EventBatch[], appid: string): Answers {
  const people = naivePeople(batches, appid)
  const owned = [...people.values()].flat()
  const sessions = naiveSessions(people)
  const within = (from: Day, to: Day) => owned.filter(({ event }) => dayOf(event.at) >= from && dayOf(event.at) <= to)
  const starting = (from: Day, to: Day) =>
    sessions.filter(({ events }) => dayOf(startOf(events)) >= from && dayOf(startOf(events)) <= to)
  const firstDays = new Map([...people].map(([person, [first]]) => [person, first ? dayOf(first.event.at) : '']))
  const shares = (part: Owned[]) => part.filter(({ event }) => event.type === 'share')
  const views = (part: Owned[]) => part.filter(({ event }) => event.type === 'view')

  return {
    firstDay: async () => [...firstDays.values()].sort()[0] ?? null,

    visits: async (_, __, periods) =>
      periods.map(({ from, to }) => {
        const part = within(from, to)
        const begun = starting(from, to)
        return {
          from,
          to,
          sessions: begun.length,
          views: views(part).length,
          people: distinct(part.map(({ person }) => person)),
          newPeople: count([...firstDays.values()], day => day >= from && day <= to),
          shares: shares(part).length,
          sharers: distinct(shares(part).map(({ person }) => person)),
          staySeconds: sum(begun.map(stayOf)),
          depthSum: sum(begun.map(depthOf)),
          totalPeople: count([...firstDays.values()], day => day <= to),
        }
      }),

    scenes: async (_, from, to) => {
      const keys = new Map(starting(from, to).map(one => [`${dayOf(startOf(one.events))} ${sceneOf(one)}`, one]))
      return [...keys.values()].map(one => {
        const day = dayOf(startOf(one.events))
        const scene = sceneOf(one)
        const same = starting(day, day).filter(other => sceneOf(other) === scene)
        return { day, scene, sessions: same.length, people: distinct(same.map(({ person }) => person)) }
      })
    },

    sourcePeople: async (_, from, to) => {
      const bySource = (begun: NaiveSession[], day: Day | null) =>
        [...new Set(begun.map(sourceOf))].map(source => ({
          day,
          source,
          people: distinct(begun.filter(one => sourceOf(one) === source).map(({ person }) => person)),
        }))
      const begun = starting(from, to)
      const days = [...new Set(begun.map(({ events }) => dayOf(startOf(events))))]
      return [...days.flatMap(day => bySource(starting(day, day), day)), ...bySource(begun, null)]
    },

    engagement: async (_, from, to) => {
      const buckets = (of: (session: NaiveSession) => number) =>
        [1, 2, 3, 4, 5, 6, 7, 8]
          .map(key => ({ key, sessions: count(starting(from, to), session => of(session) === key) }))
          .filter(bucket => bucket.sessions > 0)
      return { stay: buckets(stayBucket), depth: buckets(depthBucket) }
    },

    pages: async (_, from, to) => {
      const part = within(from, to)
      const paths = [...new Set(owned.map(({ event }) => event.path ?? ''))]
      const rows = paths.map(path => {
        const here = part.filter(({ event }) => event.path === path)
        return {
          path,
          views: views(here).length,
          people: distinct(views(here).map(({ person }) => person)),
          staySeconds: sum(sessions.map(session => pageStayOf(session, path, from, to))) / 1000,
          entries: count(starting(from, to), ({ events }) => viewsOf(events)[0]?.path === path),
          exits: count(starting(from, to), ({ events }) => viewsOf(events).at(-1)?.path === path),
          shares: shares(here).length,
          sharers: distinct(shares(here).map(({ person }) => person)),
        }
      })
      return rows.filter(row => row.views + row.shares + row.staySeconds + row.entries + row.exits > 0)
    },

    cohorts: async (_, { granularity, cohort, periods, keys }) =>
      periods.map(period => {
        const { from, to } = periodOf(granularity, period)
        const members = new Set(
          cohort === 'active'
            ? within(from, to).map(({ person }) => person)
            : [...firstDays].filter(([, day]) => day >= from && day <= to).map(([person]) => person),
        )
        const counts = [0, ...keys].map(key => {
          const span = periodOf(granularity, later(granularity, period, key))
          const back = within(span.from, span.to).filter(({ person }) => members.has(person))
          return { key, people: distinct(back.map(({ person }) => person)) }
        })
        return { period, size: members.size, counts }
      }),

    devices: async (_, from, to, users) => {
      const part = within(from, to).filter(({ person }) => {
        const first = firstDays.get(person) ?? ''
        return users === 'active' || (first >= from && first <= to)
      })
      const counts = (['platform', 'model', 'system'] as const).flatMap(kind =>
        [...new Set(part.map(({ event }) => event.context[kind]))].map(name => ({
          kind,
          name,
          people: distinct(part.filter(({ event }) => event.context[kind] === name).map(({ person }) => person)),
        })),
      )
      return { counts, forgotten: [] }
    },

    curve: async (_, ask) => curveOf(ask, owned, sessions),

    activeUsers: async (_, now) =>
      distinct(owned.filter(({ event }) => event.at > now - 300_000 && event.at <= now).map(({ person }) => person)),
  }
}

function curveOf({ day, granularity, page, fromMinute, toMinute }: CurveAsk, owned: Owned[], sessions: NaiveSession[]) {
  const minuteOf = (at: number) => Math.floor((at - startOfDay(day)) / 60_000)
  const isIn = (at: number) => minuteOf(at) >= fromMinute && minuteOf(at) < toMinute
  const all = owned.filter(({ event }) => isIn(event.at))
  const shown = page === null ? all : all.filter(({ event }) => event.type === 'view' && event.path === page)
  const begun = sessions.filter(
    ({ events }) => isIn(startOf(events)) && (page === null || viewsOf(events)[0]?.path === page),
  )
  const bucket = (at: number) => minuteOf(at) - (minuteOf(at) % granularity)
  const counts = (part: Owned[], started: number) => ({
    views: count(part, ({ event }) => event.type === 'view'),
    people: distinct(part.map(({ person }) => person)),
    sessions: started,
  })
  const minutes = [
    ...new Set([...shown.map(({ event }) => bucket(event.at)), ...begun.map(one => bucket(startOf(one.events)))]),
  ]
  const seen = all.filter(({ event }) => event.type === 'view')
  return {
    points: minutes
      .sort((one, other) => one - other)
      .map(minute => ({
        minute,
        ...counts(
          shown.filter(({ event }) => bucket(event.at) === minute),
          count(begun, ({ events }) => bucket(startOf(events)) === minute),
        ),
      })),
    totals: counts(shown, begun.length),
    pages: [...new Set(seen.map(({ event }) => event.path ?? ''))]
      .map(path => ({ path, views: count(seen, ({ event }) => event.path === path) }))
      .sort((one, other) => other.views - one.views || byText(one.path, other.path)),
  }
}

const startOf = (events: CollectedEvent[]) => events[0]?.at ?? Number.NaN
const viewsOf = (events: CollectedEvent[]) => events.filter(({ type }) => type === 'view')
const depthOf = ({ events }: NaiveSession) => distinct(viewsOf(events).map(({ path }) => path))
const sceneOf = ({ events }: NaiveSession) => events.find(({ scene }) => scene !== null)?.scene ?? null
const sourceOf = (session: NaiveSession) => sourceOfScene(sceneOf(session))
const tellers = (events: CollectedEvent[]) =>
  events.filter(({ type, stayMs }) => (type === 'leave' || type === 'hide') && stayMs !== null)

function stayOf({ events }: NaiveSession): number {
  const told = tellers(events)
  if (told.length > 0) return seconds(sum(told.map(({ stayMs }) => stayMs ?? 0)))
  return seconds(events.at(-1)?.at ?? 0) - seconds(startOf(events))
}

/** Ms that a session spent on a page on the days of a range. */
function pageStayOf({ events }: NaiveSession, path: string, from: Day, to: Day): number {
  const isHere = (event: CollectedEvent) => event.path === path && dayOf(event.at) >= from && dayOf(event.at) <= to
  const told = tellers(events)
  if (told.length > 0) return sum(told.filter(isHere).map(({ stayMs }) => stayMs ?? 0))
  const gaps = events.map((event, index) => {
    const next = events[index + 1]
    return next && event.type === 'view' && isHere(event) ? (seconds(next.at) - seconds(event.at)) * 1000 : 0
  })
  return sum(gaps)
}

function stayBucket(session: NaiveSession): number {
  const bound = [2, 5, 10, 20, 30, 50, 100].findIndex(most => stayOf(session) <= most)
  return bound < 0 ? 8 : bound + 1
}

function depthBucket(session: NaiveSession): number {
  const depth = Math.max(1, depthOf(session))
  if (depth <= 5) return depth
  return depth <= 10 ? 6 : 7
}

function later(granularity: Granularity, day: Day, steps: number): Day {
  if (steps === 0) return day
  const end = startOfDay(periodOf(granularity, day).to) + 36 * 3_600_000
  return later(granularity, dayOf(end), steps - 1)
}
