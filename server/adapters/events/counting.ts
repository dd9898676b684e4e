import type { CounterMinutes } from './engine.ts'
import { counterMinutes } from './engine.ts'
import { findChanges, findEverything } from './sql/changes.ts'
import { countCurves } from './sql/curves.ts'
import type { EventSql } from './sql/database.ts'
import { countDays } from './sql/days.ts'
import { renewDaysOfPeople } from './sql/days-of-people.ts'
import { markDirty, markEverythingDirty } from './sql/dirty.ts'
import { renewSessions } from './sql/sessions.ts'
import { findTouched, walk } from './sql/walk.ts'

const PART_EVENTS = 1_000_000

/** Takes in what arrived since the last time, then counts the dirty buckets of the lengths. @returns numbers of apps */
export async function countArrivals(sql: EventSql, now: number, lengths: readonly CounterMinutes[]): Promise<number[]> {
  const after = await lastMark(sql)
  const [newest] = await sql.rows<{ arrival: number | null }>('select max(arrival) as arrival from batches')
  const upTo = Math.max(after, newest?.arrival ?? 0)
  if (upTo > after) {
    await findChanges(sql, { after, upTo })
    if (await renewTouched(sql)) await markDirty(sql, counterMinutes)
    await mark(sql, upTo, now)
  }
  const apps = await sql.rows<{ app: number }>(`select distinct app from dirty where length in (${lengths.join(', ')})`)
  await countLengths(sql, lengths)
  return apps.map(({ app }) => app)
}

/** Makes everything anew from raw events, part by part of the people. */
export async function countAnew(sql: EventSql, now: number): Promise<void> {
  const [all] = await sql.rows<{ events: number; newest: number | null }>(
    'select count(*) as events, max(arrival) as newest from events',
  )
  const open = (table: string) =>
    `not exists (select 1 from closed_days as c where c.app = ${table}.app and c.day = ${table}.day)`
  for (const table of ['sessions', 'person_days', 'page_days'])
    await sql.run(`delete from ${table} where ${open(table)}`)
  const parts = Math.ceil((all?.events ?? 0) / PART_EVENTS)
  for (let part = 0; part < parts; part += 1) {
    await findEverything(sql, part, parts)
    await renewTouched(sql)
  }
  await markEverythingDirty(sql, counterMinutes)
  await countLengths(sql, counterMinutes)
  await mark(sql, all?.newest ?? 0, now)
}

async function renewTouched(sql: EventSql): Promise<boolean> {
  const stretch = await findTouched(sql)
  if (!stretch) return false
  await walk(sql, stretch)
  await renewSessions(sql, stretch.low)
  await renewDaysOfPeople(sql)
  return true
}

async function countLengths(sql: EventSql, lengths: readonly CounterMinutes[]) {
  for (const length of lengths) {
    if (length === 1440) await countDays(sql)
    else await countCurves(sql, length)
  }
}

async function mark(sql: EventSql, arrival: number, now: number) {
  await sql.run('delete from marks')
  await sql.run(`insert into marks values (${arrival}, ${now})`)
}

async function lastMark(sql: EventSql): Promise<number> {
  const [last] = await sql.rows<{ arrival: number }>('select max(arrival) as arrival from marks')
  return last?.arrival ?? 0
}
