import { type Day, dayOf, type Granularity } from '../../../../src/contract/periods.ts'
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
    const before = days.findLast(({ day }) => day <= range.to)
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

/**
 * All days up to the last range, ascending, with all people ever up to each. One question for the ranges and for those
 * who came before them: a row a day is little to read, a second question is not.
 */
async function readDays(sql: EventSql, app: number, ranges: readonly NumberedRange[]): Promise<DayRow[]> {
  const last = Math.max(...ranges.map(({ to }) => to))
  const rows = await sql.rows<Omit<DayRow, 'total'>>(
    `select day, sessions, views, people, fresh, shares, sharers, stay, depth
     from day_counts where app = ${app} and day <= ${last}`,
  )
  let total = 0
  return rows
    .sort((one, other) => one.day - other.day)
    .map((row): DayRow => {
      total += row.fresh
      return { ...row, total }
    })
}

async function readSeveralDays(sql: EventSql, app: number, ranges: readonly NumberedRange[]) {
  const first = Math.min(...ranges.map(({ from }) => from))
  const last = Math.max(...ranges.map(({ to }) => to))
  const list = ranges.map(({ from, to }) => `(${from}, ${to})`).join(', ')
  const peopleOf = (table: 'day_gaps' | 'day_sharers') =>
    sql.rows<{ first: number; people: number }>(
      `select r.first as first, cast(sum(g.people) as bigint) as people
       from ${table} as g join (values ${list}) as r(first, last) on g.day >= r.first and g.day <= r.last
       where g.app = ${app} and g.page = 0 and g.day >= ${first} and g.day <= ${last} and (g.gap = 0 or g.gap > g.day - r.first)
       group by r.first`,
    )
  const people = await peopleOf('day_gaps')
  const sharers = await peopleOf('day_sharers')
  const byFirst = (rows: { first: number; people: number }[]) => new Map(rows.map(row => [row.first, row.people]))
  return { people: byFirst(people), sharers: byFirst(sharers) }
}

/** The day of the app's first event ever, or `null`. */
export async function readFirstDay(sql: EventSql, app: number): Promise<Day | null> {
  const [row] = await sql.rows<{ day: number | null }>(`select min(day) as day from day_counts where app = ${app}`)
  if (row && row.day !== null) return dayOfNumber(row.day)
  // days are counted every minute: a new app is known by its first minutes before
  const [minute] = await sql.rows<{ bucket: number | null }>(
    `select min(bucket) as bucket from curves where app = ${app} and length = 1`,
  )
  return minute && minute.bucket !== null ? dayOf(minute.bucket) : null
}
