import { isOpen } from './sql/closed.ts'
import { addMinutes, beginMinutes, countCurvesAnew } from './sql/curves-anew.ts'
import type { EventSql } from './sql/database.ts'
import { firstsOfDays } from './sql/day-firsts.ts'
import { countDays, dayTables } from './sql/days.ts'
import { keepDaysOfPeople } from './sql/days-of-people.ts'
import { markAllDaysDirty } from './sql/dirty.ts'
import { heatUp } from './sql/hot.ts'
import { lastMark, mark, markDays, newArrivals } from './sql/marks.ts'
import { cutSessions, keepSessions } from './sql/sessions.ts'
import { keepStarts } from './sql/starts.ts'
import { dayOfInstant } from './sql/time.ts'
import { walkPart } from './sql/walk.ts'

const PART_EVENTS = 1_000_000

/** Makes everything anew from raw events, part by part of the people. Closed days stay as they are. */
export async function countAnew(sql: EventSql, now: number): Promise<void> {
  const [all] = await sql.rows<{ events: number }>('select count(*) as events from events')
  const { upTo } = await newArrivals(sql, await lastMark(sql, 'marks'))
  await sql.runAll([
    ...['sessions', 'person_days', 'page_days', ...dayTables].map(
      table => `delete from ${table} where ${isOpen(`${table}.app`, `${table}.day`)}`,
    ),
    `delete from day_firsts where ${isOpen('day_firsts.app', dayOfInstant('day_firsts.bucket'))}`,
    `delete from starts where ${isOpen('starts.app', dayOfInstant('starts.start'))}`,
  ])
  await beginMinutes(sql)
  const parts = Math.ceil((all?.events ?? 0) / PART_EVENTS)
  for (let part = 0; part < parts; part += 1) {
    await walkPart(sql, part, parts)
    await cutSessions(sql)
    await keepSessions(sql)
    await keepStarts(sql)
    await keepDaysOfPeople(sql, 'all')
    await addMinutes(sql)
  }
  await countCurvesAnew(sql)
  await sql.run(firstsOfDays)
  await heatUp(sql)
  await markAllDaysDirty(sql)
  await countDays(sql)
  await mark(sql, upTo, now)
  await markDays(sql, upTo, now)
  await sql.run('delete from outdated')
}

/** Whether an older version of the program left counters that must be made anew before more is counted. */
export async function isOutdated(sql: EventSql): Promise<boolean> {
  return (await sql.rows('select since from outdated')).length > 0
}
