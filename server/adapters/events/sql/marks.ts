import { type Arrivals, arrivedIn } from './arrivals.ts'
import type { EventSql } from './database.ts'

/** The last batch that was taken in: into the curves (`marks`), into the days. */
export async function lastMark(sql: EventSql, table: 'marks' | 'day_marks'): Promise<number> {
  const [last] = await sql.rows<{ arrival: number | null }>(`select max(arrival) as arrival from ${table}`)
  return last?.arrival ?? 0
}

export async function mark(sql: EventSql, arrival: number, now: number): Promise<void> {
  await sql.runAll(['delete from marks', `insert into marks values (${arrival}, ${now})`])
}

export async function markDays(sql: EventSql, arrival: number, now: number): Promise<void> {
  await sql.runAll(['delete from day_marks', `insert into day_marks (arrival, counted_at) values (${arrival}, ${now})`])
}

/** What arrived after a batch, and how many events that are. */
export async function newArrivals(sql: EventSql, after: number): Promise<Arrivals & { events: number }> {
  const [newest] = await sql.rows<{ arrival: number | null; events: number | null }>(
    `select max(arrival) as arrival, cast(sum(accepted) as bigint) as events from batches where arrival > ${after}`,
  )
  return { after, upTo: newest?.arrival ?? after, events: newest?.events ?? 0 }
}

/** The batch with which enough events have come. */
export async function nextStop(sql: EventSql, arrivals: Arrivals, events: number): Promise<number> {
  const [stop] = await sql.rows<{ arrival: number | null }>(
    `select min(arrival) as arrival from (
       select arrival, sum(accepted) over (order by arrival rows unbounded preceding) as events
       from batches where ${arrivedIn('arrival', arrivals)}
     ) as running where events >= ${events}`,
  )
  return stop?.arrival ?? arrivals.upTo
}
