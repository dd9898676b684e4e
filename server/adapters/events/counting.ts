import type { CounterMinutes } from './engine.ts'
import type { Arrivals } from './sql/arrivals.ts'
import { findChanges } from './sql/changes.ts'
import { changeCurves } from './sql/curve-changes.ts'
import { curveLengths } from './sql/curve-lengths.ts'
import { countCurves } from './sql/curves.ts'
import type { EventSql } from './sql/database.ts'
import { findFirsts } from './sql/day-firsts.ts'
import { countDays } from './sql/days.ts'
import { forgetDaysOfPeople, keepDaysOfPeople } from './sql/days-of-people.ts'
import { markDirtyDays } from './sql/dirty.ts'
import { coolDown, hotSince } from './sql/hot.ts'
import { lastMark, mark, markDays, newArrivals, nextStop } from './sql/marks.ts'
import { findMoved, findPoints } from './sql/points.ts'
import { changePresence } from './sql/presence.ts'
import { cutSessions, forgetSessions, keepSessions } from './sql/sessions.ts'
import { joinSessions, keepJoined } from './sql/starts.ts'
import { findTouched, walkTouched } from './sql/walk.ts'

/** How to count what arrived. */
export interface Counting {
  now: number
  lengths: readonly CounterMinutes[]
  /** So many events, or one batch more, are taken in together: a large import fits into memory. */
  eventsAtOnce: number
}

/**
 * Takes what arrived since the last time into the curves: those of the last hours at once, however long the day is; of
 * older ones the buckets become dirty and are counted again out of raw events. @returns numbers of apps
 */
export async function countMinutes(sql: EventSql, { now, lengths, eventsAtOnce }: Counting): Promise<number[]> {
  const apps = new Set<number>()
  const all = await newArrivals(sql, await lastMark(sql, 'marks'))
  for (let left: Arrivals = all; left.after < left.upTo; ) {
    const upTo = all.events <= eventsAtOnce ? left.upTo : await nextStop(sql, left, eventsAtOnce)
    for (const app of await takeIn(sql, { after: left.after, upTo })) apps.add(app)
    left = { after: upTo, upTo: left.upTo }
  }
  if (all.after < all.upTo) {
    if (lengths.includes(60)) await coolDown(sql, all)
    await mark(sql, all.upTo, now)
  }
  const dirty = await sql.rows<{ app: number; length: number }>(
    `select distinct app, length from dirty where length in (${lengths.join(', ')}) and length < 1440`,
  )
  for (const length of curveLengths) if (dirty.some(one => one.length === length)) await countCurves(sql, length)
  return [...new Set([...apps, ...dirty.map(one => one.app)])]
}

async function takeIn(sql: EventSql, arrivals: Arrivals): Promise<number[]> {
  const moved = await findMoved(sql, arrivals)
  await sql.runAll(findPoints(arrivals, moved))
  const [around] = await sql.rows<{ low: number | null; high: number | null }>(
    'select min(happened) as low, max(happened) as high from points',
  )
  if (!around || around.low === null || around.high === null) return []
  const hot = await hotSince(sql)
  await sql.runAll([
    ...joinSessions({ low: around.low, high: around.high }, moved !== null),
    ...findFirsts(around.low),
    ...keepJoined({ low: around.low }),
    ...changePresence(around.low, hot, moved !== null),
    ...changeCurves(around.low, hot),
  ])
  const apps = await sql.rows<{ app: number }>('select distinct app from points')
  return apps.map(({ app }) => app)
}

/** Takes what `countMinutes` has taken in into the days. @returns numbers of apps */
export async function countWholeDays(sql: EventSql, { now, eventsAtOnce }: Counting): Promise<number[]> {
  const last = await lastMark(sql, 'marks')
  let after = await lastMark(sql, 'day_marks')
  while (after < last) {
    const upTo = await nextStop(sql, { after, upTo: last }, eventsAtOnce)
    await findChanges(sql, { after, upTo })
    if (await renewTouched(sql)) await markDirtyDays(sql)
    after = upTo
  }
  await markDays(sql, after, now)
  const apps = await sql.rows<{ app: number }>('select distinct app from dirty where length = 1440')
  await countDays(sql)
  return apps.map(({ app }) => app)
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
