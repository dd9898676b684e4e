import { type CurveAnswer, type CurveAsk, curveMinutes } from '../../../ports/event-reports.ts'
import type { EventSql } from '../sql/database.ts'
import { DAY_MS, SESSION_GAP_MS, SHANGHAI_MS } from '../sql/time.ts'
import { VIEW } from '../sql/walk.ts'
import { numberOfDay } from './day-numbers.ts'
import type { Paths } from './paths.ts'

const MINUTE_MS = 60_000
const PAGES = 200

type CurvePoint = CurveAnswer['points'][number]

/** The curve of a day out of its buckets. @param page number of the page, 0 for all */
export async function readCurve(
  sql: EventSql,
  paths: Paths,
  app: number,
  ask: CurveAsk,
  page: number,
): Promise<CurveAnswer> {
  const start = numberOfDay(ask.day) * DAY_MS - SHANGHAI_MS
  const low = start + ask.fromMinute * MINUTE_MS
  const high = start + ask.toMinute * MINUTE_MS
  const within = (length: number) => `app = ${app} and length = ${length} and bucket >= ${low} and bucket < ${high}`
  const minute = `cast(int_div(bucket - ${start}, ${MINUTE_MS}) as integer) as minute`
  const points = await sql.rows<CurvePoint>(
    page === 0
      ? `select ${minute}, views, people, sessions from curves where ${within(ask.granularity)}`
      : `select ${minute}, views, people, sessions from page_curves where ${within(ask.granularity)} and page = ${page}`,
  )
  points.sort((one, other) => one.minute - other.minute)
  // views are added up: the longest buckets that fill the span are the fewest
  const longest = curveMinutes.findLast(length => ask.fromMinute % length === 0 && ask.toMinute % length === 0) ?? 1
  const seen = await sql.rows<{ page: number; views: number }>(
    `select page, cast(sum(views) as integer) as views from page_curves where ${within(longest)} and page > 0 and views > 0 group by page`,
  )
  return {
    points,
    totals: {
      views: points.reduce((sum, point) => sum + point.views, 0),
      sessions: points.reduce((sum, point) => sum + point.sessions, 0),
      people: await countPeople(sql, app, ask, page, { low, high }),
    },
    pages: mostViewed(
      seen,
      await paths.of(
        sql,
        app,
        seen.map(one => one.page),
      ),
    ),
  }
}

/** By name where the views are the same. */
function mostViewed(seen: readonly { page: number; views: number }[], paths: ReadonlyMap<number, string>) {
  const named = seen.map(({ page, views }) => ({ path: paths.get(page) ?? '', views }))
  named.sort((one, other) => other.views - one.views || (one.path < other.path ? -1 : 1))
  return named.slice(0, PAGES)
}

/** No session is silent for so long: one that began before such a span and goes on after it has an event in it. */
const SURE_MINUTES = SESSION_GAP_MS / MINUTE_MS

/**
 * People of the span: out of when each came first where the span begins with the day, out of sessions where it is long
 * enough; else, and for one page, out of the raw events of the span, or out of the page's day where they were forgotten.
 */
async function countPeople(
  sql: EventSql,
  app: number,
  ask: CurveAsk,
  page: number,
  span: { low: number; high: number },
): Promise<number | null> {
  const within = `app = ${app} and happened >= ${span.low} and happened < ${span.high}`
  const one = async (question: string) => (await sql.rows<{ people: number }>(question))[0]?.people ?? 0
  if (page === 0 && ask.toMinute - ask.fromMinute >= SURE_MINUTES) {
    return one(
      ask.fromMinute === 0
        ? `select cast(coalesce(sum(people), 0) as bigint) as people from day_firsts where app = ${app} and bucket >= ${span.low} and bucket < ${span.high}`
        : `select count(distinct person) as people from starts where app = ${app} and last >= ${span.low} and start < ${span.high}`,
    )
  }
  const day = numberOfDay(ask.day)
  const forgotten = await sql.rows(`select 1 as found from closed_days where app = ${app} and day = ${day} limit 1`)
  if (forgotten.length === 0) {
    const seen = page === 0 ? within : `${within} and kind = ${VIEW} and path = ${page}`
    return one(`select count(distinct person) as people from attributed where ${seen}`)
  }
  if (page === 0 || ask.fromMinute > 0 || ask.toMinute < DAY_MS / MINUTE_MS) return null
  return one(
    `select count(*) as people from page_days where app = ${app} and day = ${day} and page = ${page} and views > 0`,
  )
}

/** People with an event in the five minutes before: those whose session ends in them; raw events tell of the others. */
export async function countActive(sql: EventSql, app: number, now: number): Promise<number> {
  const low = now - 5 * MINUTE_MS
  const [active] = await sql.rows<{ people: number; beyond: number }>(
    `select count(distinct person) as people, count(case when last > ${now} then 1 end) as beyond
     from starts where app = ${app} and last > ${low} and start <= ${now}`,
  )
  if (!active || active.beyond === 0) return active?.people ?? 0
  const [row] = await sql.rows<{ people: number }>(
    `select count(distinct person) as people from attributed where app = ${app} and happened > ${low} and happened <= ${now}`,
  )
  return row?.people ?? 0
}
