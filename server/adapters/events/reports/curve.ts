import { type CurveAnswer, type CurveAsk, curveMinutes } from '../../../ports/event-reports.ts'
import type { EventSql } from '../sql/database.ts'
import { DAY_MS, SHANGHAI_MS } from '../sql/time.ts'
import { VIEW } from '../sql/walk.ts'
import { numberOfDay } from './day-numbers.ts'

const MINUTE_MS = 60_000
const PAGES = 200

interface Bucket {
  bucket: number
  views: number
  people: number
  sessions: number
}

/** The curve of a day out of its buckets. @param page number of the page, 0 for all */
export async function readCurve(sql: EventSql, app: number, ask: CurveAsk, page: number): Promise<CurveAnswer> {
  const start = numberOfDay(ask.day) * DAY_MS - SHANGHAI_MS
  const low = start + ask.fromMinute * MINUTE_MS
  const high = start + ask.toMinute * MINUTE_MS
  const within = (length: number) => `app = ${app} and length = ${length} and bucket >= ${low} and bucket < ${high}`
  const buckets = await sql.rows<Bucket>(
    page === 0
      ? `select bucket, views, people, sessions from curves where ${within(ask.granularity)} order by bucket`
      : `select bucket, views, people, sessions from page_curves where ${within(ask.granularity)} and page = ${page} order by bucket`,
  )
  const points = buckets.map(({ bucket, ...counts }) => ({ minute: (bucket - start) / MINUTE_MS, ...counts }))
  // views are added up: the longest buckets that fill the span are the fewest
  const longest = curveMinutes.findLast(length => ask.fromMinute % length === 0 && ask.toMinute % length === 0) ?? 1
  return {
    points,
    totals: {
      views: points.reduce((sum, point) => sum + point.views, 0),
      sessions: points.reduce((sum, point) => sum + point.sessions, 0),
      people: await countPeople(sql, app, ask, page, { low, high }),
    },
    pages: await sql.rows(
      `select p.path as path, n.views as views from (
         select page, cast(sum(views) as bigint) as views from page_curves where ${within(longest)} and page > 0 and views > 0 group by page
       ) as n join paths as p on p.app = ${app} and p.id = n.page order by n.views desc, p.path limit ${PAGES}`,
    ),
  }
}

/** Whoever came over midnight is counted in the first minute of the day, and was there within the first half hour. */
const SURE_MINUTES = 30

/** People of the span: out of when each came first where the span begins with the day, else out of raw events. */
async function countPeople(
  sql: EventSql,
  app: number,
  ask: CurveAsk,
  page: number,
  span: { low: number; high: number },
) {
  const question =
    page === 0 && ask.fromMinute === 0 && ask.toMinute >= SURE_MINUTES
      ? `select cast(coalesce(sum(people), 0) as bigint) as people from day_firsts where app = ${app} and bucket >= ${span.low} and bucket < ${span.high}`
      : `select count(distinct person) as people from attributed where app = ${app} and happened >= ${span.low} and happened < ${span.high}
         ${page === 0 ? '' : ` and kind = ${VIEW} and path = ${page}`}`
  const [row] = await sql.rows<{ people: number }>(question)
  return row?.people ?? 0
}

/** People with an event in the five minutes before. */
export async function countActive(sql: EventSql, app: number, now: number): Promise<number> {
  const [row] = await sql.rows<{ people: number }>(
    `select count(distinct person) as people from attributed where app = ${app} and happened > ${now - 5 * MINUTE_MS} and happened <= ${now}`,
  )
  return row?.people ?? 0
}
