import type { EventSql } from './database.ts'
import { keepAs } from './temporary.ts'
import { DAY_MS, dayOfInstant, SESSION_GAP_MS, startOfDayNumber } from './time.ts'

/** Larger than any `seq`: events without one come after those of the same instant that have one. */
export const NO_SEQ = '9007199254740991'
/** Larger than any path or scene: a place and one of them are told in one number. */
export const PLACES = 4_294_967_296
export const VIEW = 3
export const SHARE = 5
/** Events that may tell how long a page was seen: hide and leave. */
export const TELLS_STAY = 'kind in (2, 4)'

interface Stretch {
  low: number
  high: number
}

/**
 * `touched_days`: people with changes and the whole days that are worked out anew for each: those of the changes and of
 * the sessions around them. `touched`: the same people with the time of all sessions that reach into these days.
 * @returns the time of all of them, or `null` when nobody is touched
 */
export async function findTouched(sql: EventSql): Promise<Stretch | null> {
  await keepAs(
    sql,
    'changed',
    'select app, person, min(happened) as low, max(happened) as high from changes group by app, person',
  )
  if (!(await widen(sql, 'changed', 'around'))) return null
  await keepAs(
    sql,
    'touched_days',
    `select app, person, ${dayOfInstant('low')} as first_day, ${dayOfInstant('high')} as last_day,
       ${startOfDayNumber(dayOfInstant('low'))} as low, ${startOfDayNumber(dayOfInstant('high'))} + ${DAY_MS - 1} as high from around`,
  )
  return widen(sql, 'touched_days', 'touched')
}

/** Stretches each person's time to the sessions that it touches: those less than half an hour away too. */
async function widen(sql: EventSql, from: string, to: string): Promise<Stretch | null> {
  const least = await stretchOf(sql, from)
  if (!least) return null
  await keepAs(
    sql,
    to,
    `select t.app as app, t.person as person,
       least(t.low, coalesce(min(s.start), t.low)) as low, greatest(t.high, coalesce(max(s.last), t.high)) as high
     from ${from} as t left join sessions as s on s.app = t.app and s.person = t.person
       and s.last > t.low - ${SESSION_GAP_MS} and s.start < t.high + ${SESSION_GAP_MS}
       and s.last > ${least.low - SESSION_GAP_MS} and s.start < ${least.high + SESSION_GAP_MS}
     group by t.app, t.person, t.low, t.high`,
  )
  return stretchOf(sql, to)
}

async function stretchOf(sql: EventSql, table: string): Promise<Stretch | null> {
  const [found] = await sql.rows<{ low: number | null; high: number | null }>(
    `select min(low) as low, max(high) as high from ${table}`,
  )
  return found && found.low !== null && found.high !== null ? { low: found.low, high: found.high } : null
}

/** `walked`: each event of the touched, in its person's order: its place, its session's number, the times around it. */
export async function walkTouched(sql: EventSql, { low, high }: Stretch): Promise<void> {
  await walk(
    sql,
    `join touched as t on t.app = e.app and t.person = e.person
     where e.happened >= ${low} and e.happened <= ${high} and e.happened >= t.low and e.happened <= t.high`,
  )
}

/** `walked` of a part of all people. */
export async function walkPart(sql: EventSql, part: number, parts: number): Promise<void> {
  await walk(sql, parts === 1 ? '' : `where e.person % ${parts} = ${part}`)
}

/** A person is of one app alone, so that the app need not be looked at in ordering. */
async function walk(sql: EventSql, which: string) {
  await keepAs(
    sql,
    'walked',
    `select app, person, happened, kind, path, scene, stay, seq, arrival, place_in_batch, place, previous_at, next_at,
       cast(sum(case when happened - previous_at < ${SESSION_GAP_MS} then 0 else 1 end)
         over (partition by person order by place rows unbounded preceding) as integer) as visit
     from (
       select e.app as app, e.person as person, e.happened as happened, e.kind as kind, e.path as path, e.scene as scene, e.stay as stay,
         coalesce(e.seq, ${NO_SEQ}) as seq, e.arrival as arrival, e.place as place_in_batch,
         row_number() over w as place, lag(e.happened) over w as previous_at, lead(e.happened) over w as next_at
       from attributed as e ${which}
       window w as (partition by e.person order by e.happened, coalesce(e.seq, ${NO_SEQ}), e.arrival, e.place)
     ) as ordered`,
  )
}
