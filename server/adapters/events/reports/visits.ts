import type { Day, Granularity } from '../../../../src/contract/periods.ts'
import type { VisitCounts } from '../../../ports/event-reports.ts'
import type { EventSql } from '../sql/database.ts'
import { dayOfNumber, numberOfDay } from './day-numbers.ts'

interface DayRow {
  day: number
  sessions: number
  views: number
  people: number
  fresh: number
  shares: number
  sharers: number
  stay: number
  depth: number
  total: number
}

interface Range {
  from: Day
  to: Day
}

/** Each named period out of its days' counters; people of several days out of when each had come last. */
export async function readVisits(sql: EventSql, app: number, granularity: Granularity, periods: readonly Range[]) {
  if (periods.length === 0) return []
  const ranges = periods.map(({ from, to }) => ({ from: numberOfDay(from), to: numberOfDay(to) }))
  const days = await readDays(sql, app, ranges)
  const several = granularity === 'day' ? null : await readSeveralDays(sql, app, ranges)
  return periods.map(({ from, to }, index): VisitCounts => {
    const range = ranges[index] ?? { from: 0, to: -1 }
    const inside = days.filter(({ day }) => day >= range.from && day <= range.to)
    const sum = (pick: (row: DayRow) => number) => inside.reduce((total, row) => total + pick(row), 0)
    const before = days.filter(({ day }) => day <= range.to).at(-1)
    return {
      from,
      to,
      sessions: sum(row => row.sessions),
      views: sum(row => row.views),
      people: several ? (several.people.get(range.from) ?? 0) : sum(row => row.people),
      newPeople: sum(row => row.fresh),
      shares: sum(row => row.shares),
      sharers: several ? (several.sharers.get(range.from) ?? 0) : sum(row => row.sharers),
      staySeconds: sum(row => row.stay),
      depthSum: sum(row => row.depth),
      totalPeople: before?.total ?? 0,
    }
  })
}

interface NumberedRange {
  from: number
  to: number
}

/** The days of the ranges, and the last day before each of them, ascending, with all people ever up to each. */
function readDays(sql: EventSql, app: number, ranges: readonly NumberedRange[]): Promise<DayRow[]> {
  const last = Math.max(...ranges.map(({ to }) => to))
  const wanted = ranges.map(({ from, to }) => `(day <= ${to} and (day >= ${from} or following > ${to}))`).join(' or ')
  return sql.rows<DayRow>(
    `select * from (
       select day, sessions, views, people, fresh, shares, sharers, stay, depth,
         cast(sum(fresh) over (order by day rows unbounded preceding) as bigint) as total,
         coalesce(lead(day) over (order by day), 2147483647) as following
       from day_counts where app = ${app} and day <= ${last}
     ) as days where ${wanted} order by day`,
  )
}

async function readSeveralDays(sql: EventSql, app: number, ranges: readonly NumberedRange[]) {
  const first = Math.min(...ranges.map(({ from }) => from))
  const last = Math.max(...ranges.map(({ to }) => to))
  const list = ranges.map(({ from, to }) => `(${from}, ${to})`).join(', ')
  const people = await sql.rows<{ first: number; people: number }>(
    `select r.first as first, cast(sum(g.people) as bigint) as people
     from day_gaps as g join (values ${list}) as r(first, last) on g.day >= r.first and g.day <= r.last
     where g.app = ${app} and g.page = 0 and g.day >= ${first} and g.day <= ${last} and (g.gap = 0 or g.gap > g.day - r.first)
     group by r.first`,
  )
  const sharers = await sql.rows<{ first: number; people: number }>(
    `select r.first as first, count(distinct p.person) as people
     from person_days as p join (values ${list}) as r(first, last) on p.day >= r.first and p.day <= r.last
     where p.app = ${app} and p.shares > 0 and p.day >= ${first} and p.day <= ${last} group by r.first`,
  )
  const byFirst = (rows: { first: number; people: number }[]) => new Map(rows.map(row => [row.first, row.people]))
  return { people: byFirst(people), sharers: byFirst(sharers) }
}

/** The day of the app's first event ever, or `null`. */
export async function readFirstDay(sql: EventSql, app: number): Promise<Day | null> {
  const [row] = await sql.rows<{ day: number | null }>(`select min(day) as day from day_counts where app = ${app}`)
  return row && row.day !== null ? dayOfNumber(row.day) : null
}
