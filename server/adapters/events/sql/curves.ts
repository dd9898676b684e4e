import type { CurveLength } from './curve-lengths.ts'
import type { EventSql } from './database.ts'
import { OTHER_PAGES, PAGES_A_BUCKET } from './pages-a-bucket.ts'
import { keepAs } from './temporary.ts'
import { bucketOf } from './time.ts'
import { VIEW } from './walk.ts'

/** Counts the dirty buckets of a length again, out of raw events and of when sessions began. */
export async function countCurves(sql: EventSql, length: CurveLength): Promise<void> {
  await keepAs(sql, 'buckets', `select distinct app, bucket from dirty where length = ${length}`)
  const [stretch] = await sql.rows<{ low: number | null; high: number | null }>(
    'select min(bucket) as low, max(bucket) as high from buckets',
  )
  if (!stretch || stretch.low === null || stretch.high === null) return
  const high = stretch.high + length * 60_000
  const inStretch = (at: string) => `${at} >= ${stretch.low} and ${at} < ${high}`
  await keepAs(
    sql,
    'bucketed',
    `select e.app as app, b.bucket as bucket, e.person as person, case when e.kind = ${VIEW} then e.path else 0 end as page,
       count(case when e.kind = ${VIEW} then 1 end) as views
     from attributed as e join buckets as b on b.app = e.app and b.bucket = ${bucketOf('e.happened', length)}
     where ${inStretch('e.happened')} group by e.app, b.bucket, e.person, case when e.kind = ${VIEW} then e.path else 0 end`,
  )
  await keepAs(
    sql,
    'begun',
    `select s.app as app, b.bucket as bucket, s.entry as page, count(*) as sessions
     from starts as s join buckets as b on b.app = s.app and b.bucket = ${bucketOf('s.start', length)}
     where ${inStretch('s.start')} group by s.app, b.bucket, s.entry`,
  )
  for (const table of ['curves', 'page_curves']) {
    await sql.run(
      `delete from ${table} using buckets as b where b.app = ${table}.app and b.bucket = ${table}.bucket
         and ${table}.length = ${length} and ${inStretch(`${table}.bucket`)}`,
    )
  }
  await sql.run(insertCurves(length))
  await keepAs(sql, 'page_parts', pageParts)
  await insertPageCurves(sql, length)
  await sql.run(`delete from dirty where length = ${length}`)
}

const insertCurves = (length: number) =>
  `insert into curves select app, ${length}, bucket, cast(sum(views) as integer), cast(sum(people) as integer), cast(sum(sessions) as integer) from (
     select app, bucket, sum(views) as views, count(*) as people, 0 as sessions
     from (select app, bucket, person, sum(views) as views from bucketed group by app, bucket, person) as people group by app, bucket
     union all select app, bucket, 0, 0, sum(sessions) from begun group by app, bucket
   ) as parts group by app, bucket order by app, bucket`

const pageParts = `select app, bucket, page, sum(views) as views, sum(people) as people, sum(sessions) as sessions
   from (
     select app, bucket, page, sum(views) as views, count(*) as people, 0 as sessions from bucketed where views > 0 group by app, bucket, page
     union all select app, bucket, page, 0, 0, sessions from begun where page <> 0
   ) as parts group by app, bucket, page`

/** Keeps `page_parts`; pages beyond the most viewed ones of a bucket are counted together. */
export async function insertPageCurves(sql: EventSql, length: number): Promise<void> {
  const counts = 'cast(sum(views) as integer), cast(sum(people) as integer), cast(sum(sessions) as integer)'
  const page = `case when rank > ${PAGES_A_BUCKET} then ${OTHER_PAGES} else page end`
  const crowded = await sql.rows(
    `select 1 as crowded from page_parts group by app, bucket having count(*) > ${PAGES_A_BUCKET} limit 1`,
  )
  const statement =
    crowded.length === 0
      ? 'select app, bucket, page, views, people, sessions from page_parts'
      : `select app, bucket, ${page} as page, ${counts} from (
           select *, row_number() over (partition by app, bucket order by views desc, page) as rank from page_parts
         ) as ranked group by app, bucket, ${page}`
  await sql.run(
    `insert into page_curves select app, ${length}, bucket, page, views, people, sessions from (${statement}) as kept(app, bucket, page, views, people, sessions) order by app, bucket, page`,
  )
}
