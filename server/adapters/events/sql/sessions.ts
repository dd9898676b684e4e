import { isOpen } from './closed.ts'
import type { EventSql } from './database.ts'
import { keepAs } from './temporary.ts'
import { dayOfInstant, SESSION_GAP_MS } from './time.ts'
import { PLACES, SHARE, TELLS_STAY, VIEW } from './walk.ts'

const seconds = (at: string) => `int_div(${at}, 1000)`
const page = `coalesce(path, 0)`
const placed = (what: string) => `place * ${PLACES} + ${what}`
/** The number that was told along with a place. */
const unplaced = (placed: string) => `cast(coalesce(${placed} % ${PLACES}, 0) as integer)`

/** What a session has of a page on a day. Stays are ms: told ones, and gaps to the next event in whole seconds. */
const pieces = `select app, person, visit, ${dayOfInstant('happened')} as day, ${page} as page,
    count(case when kind = ${VIEW} then 1 end) as views,
    count(case when kind = ${SHARE} then 1 end) as shares,
    cast(sum(case when ${TELLS_STAY} then stay end) as bigint) as told,
    cast(sum(case when kind = ${VIEW} and next_at - happened < ${SESSION_GAP_MS} then (${seconds('next_at')} - ${seconds('happened')}) * 1000 else 0 end) as bigint) as gaps,
    min(happened) as start, max(happened) as last,
    min(case when kind = ${VIEW} then ${placed(page)} end) as entry,
    max(case when kind = ${VIEW} then ${placed(page)} end) as departure,
    min(case when scene is not null then ${placed('scene')} end) as scene
  from walked
  group by app, person, visit, ${dayOfInstant('happened')}, ${page}`

/** One row a session. */
const visits = `select app, person, visit, min(start) as start, max(last) as last, cast(sum(views) as integer) as views,
    count(case when views > 0 then 1 end) as depth, cast(sum(told) as bigint) as told,
    ${unplaced('min(entry)')} as entry, int_div(min(entry), ${PLACES}) as entry_place, ${unplaced('max(departure)')} as departure,
    case when min(scene) is null then null else ${unplaced('min(scene)')} end as scene
  from (
    select app, person, visit, page, min(start) as start, max(last) as last, cast(sum(views) as integer) as views, cast(sum(told) as bigint) as told,
      min(entry) as entry, max(departure) as departure, min(scene) as scene
    from pieces group by app, person, visit, page
  ) as pages
  group by app, person, visit`

/** `pieces` and `visits`, out of `walked`. */
export async function cutSessions(sql: EventSql): Promise<void> {
  await keepAs(sql, 'pieces', pieces)
  await keepAs(sql, 'visits', visits)
}

/** Forgets the sessions of the touched; `former` says when they began. */
export async function forgetSessions(sql: EventSql, low: number): Promise<void> {
  const within = `t.app = sessions.app and t.person = sessions.person and sessions.start >= t.low and sessions.start <= t.high
    and sessions.start >= ${low} and ${isOpen('sessions.app', 'sessions.day')}`
  await keepAs(
    sql,
    'former',
    `select sessions.app as app, sessions.person as person, sessions.start as start, sessions.entry as entry from sessions join touched as t on ${within}`,
  )
  await sql.run(`delete from sessions using touched as t where ${within}`)
}

/** Keeps the sessions of `visits`. */
export async function keepSessions(sql: EventSql): Promise<void> {
  await sql.run(
    `insert into sessions select app, ${dayOfInstant('start')}, start, last, person, views, depth,
       cast(case when told is null then int_div(last, 1000) - int_div(start, 1000) else int_div(told, 1000) end as integer), scene, entry, departure
     from visits where ${isOpen('visits.app', dayOfInstant('visits.start'))} order by app, start`,
  )
}
