import { type Arrivals, arrivedIn } from './arrivals.ts'
import type { EventSql } from './database.ts'
import { OTHER_PAGES, PAGES_A_BUCKET } from './pages-a-bucket.ts'
import { presenceOf } from './presence.ts'

const HOUR_MS = 3_600_000
/** Curves are kept up event by event for the hour that runs and so many before it. */
const HOURS = 2

/** Since when `presence` knows who was where, epoch ms: the curves since then are kept up event by event. */
export async function hotSince(sql: EventSql): Promise<number> {
  const [row] = await sql.rows<{ since: number }>('select since from hot')
  return row?.since ?? 0
}

const hourBefore = (newest: number) => newest - (newest % HOUR_MS) - HOURS * HOUR_MS

/**
 * Lets the hours cool down that are over since a while: what comes late for them is counted out of raw events, and so
 * are now their buckets with more pages than are told apart.
 */
export async function coolDown(sql: EventSql, arrivals: Arrivals): Promise<void> {
  const [newest] = await sql.rows<{ received: number | null }>(
    `select max(received) as received from batches where ${arrivedIn('arrival', arrivals)}`,
  )
  if (!newest || newest.received === null) return
  const since = hourBefore(newest.received)
  const before = await hotSince(sql)
  if (since <= before) return
  await sql.runAll([
    `insert into dirty select app, length, bucket from page_curves where bucket >= ${before} and bucket < ${since} and page <> ${OTHER_PAGES}
     group by app, length, bucket having count(*) > ${PAGES_A_BUCKET}`,
    `delete from presence where minute < ${since}`,
    'delete from hot',
    `insert into hot values (${since})`,
  ])
}

/** Makes `presence` anew out of raw events. */
export async function heatUp(sql: EventSql): Promise<void> {
  const [newest] = await sql.rows<{ happened: number | null }>('select max(happened) as happened from events')
  const since = hourBefore(newest?.happened ?? 0)
  const points = `(select app, person, happened, case when kind = 3 then 1 else 0 end as is_view, path from attributed where happened >= ${since}) as points`
  await sql.runAll([
    'delete from presence',
    `insert into presence (app, page, person, minute) ${presenceOf(points)}`,
    'delete from hot',
    `insert into hot values (${since})`,
  ])
}
