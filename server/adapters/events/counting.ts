import type { CounterMinutes } from './engine.ts'
import { counterMinutes } from './engine.ts'
import { type Arrivals, findChanges } from './sql/changes.ts'
import { isOpen } from './sql/closed.ts'
import { countCurves } from './sql/curves.ts'
import { addMinutes, beginMinutes, countCurvesAnew } from './sql/curves-anew.ts'
import type { EventSql } from './sql/database.ts'
import { countDays, dayTables } from './sql/days.ts'
import { forgetDaysOfPeople, keepDaysOfPeople } from './sql/days-of-people.ts'
import { markAllDaysDirty, markDirty } from './sql/dirty.ts'
import { cutSessions, forgetSessions, keepSessions } from './sql/sessions.ts'
import { findTouched, walkPart, walkTouched } from './sql/walk.ts'

const PART_EVENTS = 1_000_000

/** How to count what arrived. */
export interface Counting {
  now: number
  lengths: readonly CounterMinutes[]
  /** So many events, or one batch more, are taken in together: a large import fits into memory. */
  eventsAtOnce: number
}

/** Takes in what arrived since the last time, then counts the dirty buckets of the lengths. @returns numbers of apps */
export async function countArrivals(sql: EventSql, { now, lengths, eventsAtOnce }: Counting): Promise<number[]> {
  let after = await lastMark(sql)
  const [newest] = await sql.rows<{ arrival: number | null }>('select max(arrival) as arrival from batches')
  const last = Math.max(after, newest?.arrival ?? 0)
  while (after < last) {
    const upTo = await nextStop(sql, { after, upTo: last }, eventsAtOnce)
    await findChanges(sql, { after, upTo })
    if (await renewTouched(sql)) await markDirty(sql, counterMinutes)
    await mark(sql, upTo, now)
    after = upTo
  }
  const apps = await sql.rows<{ app: number }>(`select distinct app from dirty where length in (${lengths.join(', ')})`)
  await countLengths(sql, lengths)
  return apps.map(({ app }) => app)
}

/** Makes everything anew from raw events, part by part of the people. Closed days stay as they are. */
export async function countAnew(sql: EventSql, now: number): Promise<void> {
  const [all] = await sql.rows<{ events: number }>('select count(*) as events from events')
  const [newest] = await sql.rows<{ arrival: number | null }>('select max(arrival) as arrival from batches')
  for (const table of ['sessions', 'person_days', 'page_days', ...dayTables]) {
    await sql.run(`delete from ${table} where ${isOpen(`${table}.app`, `${table}.day`)}`)
  }
  await beginMinutes(sql)
  const parts = Math.ceil((all?.events ?? 0) / PART_EVENTS)
  for (let part = 0; part < parts; part += 1) {
    await walkPart(sql, part, parts)
    await cutSessions(sql)
    await keepSessions(sql)
    await keepDaysOfPeople(sql, 'all')
    await addMinutes(sql)
  }
  await countCurvesAnew(sql)
  await markAllDaysDirty(sql)
  await countDays(sql)
  await mark(sql, Math.max(newest?.arrival ?? 0, await lastMark(sql)), now)
}

async function renewTouched(sql: EventSql): Promise<boolean> {
  const stretch = await findTouched(sql)
  if (!stretch) return false
  await walkTouched(sql, stretch)
  await cutSessions(sql)
  await forgetSessions(sql, stretch.low)
  await keepSessions(sql)
  await forgetDaysOfPeople(sql)
  await keepDaysOfPeople(sql, 'touched')
  return true
}

async function countLengths(sql: EventSql, lengths: readonly CounterMinutes[]) {
  for (const length of lengths) {
    if (length === 1440) await countDays(sql)
    else await countCurves(sql, length)
  }
}

/** The batch with which enough events have come. */
async function nextStop(sql: EventSql, { after, upTo }: Arrivals, events: number): Promise<number> {
  const [stop] = await sql.rows<{ arrival: number | null }>(
    `select min(arrival) as arrival from (
       select arrival, sum(accepted) over (order by arrival rows unbounded preceding) as events
       from batches where arrival > ${after} and arrival <= ${upTo}
     ) as running where events >= ${events}`,
  )
  return stop?.arrival ?? upTo
}

async function mark(sql: EventSql, arrival: number, now: number) {
  await sql.run('delete from marks')
  await sql.run(`insert into marks values (${arrival}, ${now})`)
}

async function lastMark(sql: EventSql): Promise<number> {
  const [last] = await sql.rows<{ arrival: number }>('select max(arrival) as arrival from marks')
  return last?.arrival ?? 0
}
