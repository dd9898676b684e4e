import type { EventSql } from './database.ts'
import { OTHER_PAGES, PAGES_A_BUCKET } from './pages-a-bucket.ts'
import { keepSharers } from './sharers.ts'
import { keepAs } from './temporary.ts'

/** How many days back a return is looked for: the keys of daily retention. */
export const RETURN_GAPS = [1, 2, 3, 4, 5, 6, 7, 14, 30] as const

/** What is kept of a day. */
export const dayTables = [
  'day_counts',
  'day_pages',
  'day_gaps',
  'day_returns',
  'day_scenes',
  'day_buckets',
  'day_sharers',
]

/** Counts the dirty days again, out of what each person did on each day, and out of sessions. */
export async function countDays(sql: EventSql): Promise<void> {
  await keepAs(sql, 'days', 'select distinct app, cast(bucket as integer) as day from dirty where length = 1440')
  const [least] = await sql.rows<{ day: number | null; last: number | null }>(
    'select min(day) as day, max(day) as last from days',
  )
  if (!least || least.day === null || least.last === null) return
  const within = (alias: string) =>
    `d.app = ${alias}.app and d.day = ${alias}.day and ${alias}.day >= ${least.day} and ${alias}.day <= ${least.last}`
  for (const table of dayTables) await sql.run(`delete from ${table} using days as d where ${within(table)}`)
  await keepAs(sql, 'day_sessions', `select s.* from sessions as s join days as d on ${within('s')}`)
  await keepAs(sql, 'day_people', `select p.* from person_days as p join days as d on ${within('p')}`)
  await keepAs(sql, 'day_views', `select p.* from page_days as p join days as d on ${within('p')}`)
  await keepAs(sql, 'known', known)
  await keepAs(sql, 'page_parts', pageParts)
  await insertPages(sql)
  for (const statement of [counts, peopleGaps, pageGaps, returns, scenes, buckets, sharers]) await sql.run(statement)
  await sql.run('delete from dirty where length = 1440')
}

/** Since when and how each person of the days has been known. */
const known = `select p.app as app, p.day as day, p.person as person, max(e.day) as previous,
    ${RETURN_GAPS.map(gap => `max(case when e.day = p.day - ${gap} then 1 else 0 end) as g${gap}`).join(', ')},
    min(e.day) as first_day
  from day_people as p left join person_days as e on e.app = p.app and e.person = p.person and e.day < p.day
  group by p.app, p.day, p.person`

const pageParts = `select app, day, page, sum(views) as views, sum(people) as people, sum(stay) as stay, sum(entries) as entries,
    sum(departures) as departures, sum(shares) as shares
  from (
    select app, day, page, cast(sum(views) as integer) as views, count(case when views > 0 then 1 end) as people, cast(sum(stay) as bigint) as stay, 0 as entries, 0 as departures, cast(sum(shares) as integer) as shares
      from day_views group by app, day, page
    union all select app, day, entry, 0, 0, 0, count(*), 0, 0 from day_sessions where entry <> 0 group by app, day, entry
    union all select app, day, departure, 0, 0, 0, 0, count(*), 0 from day_sessions where departure <> 0 group by app, day, departure
  ) as parts where page <> 0 group by app, day, page`

/** Keeps `page_parts`; pages beyond the most viewed ones of a day are counted together. */
async function insertPages(sql: EventSql): Promise<void> {
  const names = ['views', 'people', 'stay', 'entries', 'departures', 'shares']
  const page = `case when rank > ${PAGES_A_BUCKET} then ${OTHER_PAGES} else page end`
  const crowded = await sql.rows(
    `select 1 as crowded from page_parts group by app, day having count(*) > ${PAGES_A_BUCKET} limit 1`,
  )
  const statement =
    crowded.length === 0
      ? 'select * from page_parts'
      : `select app, day, ${page} as page, ${names.map(name => `sum(${name}) as ${name}`).join(', ')} from (
           select *, row_number() over (partition by app, day order by views desc, page) as rank from page_parts
         ) as ranked group by app, day, ${page}`
  await sql.run(
    `insert into day_pages select app, day, page, ${names.join(', ')} from (${statement}) as kept order by app, day, page`,
  )
}

const counts = `insert into day_counts select app, day, cast(sum(sessions) as integer), cast(sum(views) as integer), cast(sum(people) as integer), cast(sum(fresh) as integer),
    cast(sum(shares) as integer), cast(sum(sharers) as integer), cast(sum(stay) as bigint), cast(sum(depth) as bigint)
  from (
    select app, day, count(*) as sessions, 0 as views, 0 as people, 0 as fresh, 0 as shares, 0 as sharers, sum(stay) as stay, sum(depth) as depth
      from day_sessions group by app, day
    union all select app, day, 0, sum(views), 0, 0, 0, 0, 0, 0 from day_views group by app, day
    union all select app, day, 0, 0, count(*), 0, sum(shares), count(case when shares > 0 then 1 end), 0, 0 from day_people group by app, day
    union all select app, day, 0, 0, 0, count(*), 0, 0, 0, 0 from known where previous is null group by app, day
  ) as parts group by app, day order by app, day`

const sharers = keepSharers('day_people', 'day_views')

const peopleGaps = `insert into day_gaps select app, day, 0, coalesce(day - previous, 0), count(*) from known
  group by app, day, coalesce(day - previous, 0) order by 1, 2, 4`

const pageGaps = `insert into day_gaps select app, day, page, coalesce(day - previous, 0), count(*) from (
    select v.app as app, v.day as day, v.page as page, v.person as person, max(e.day) as previous
    from day_views as v left join page_days as e on e.app = v.app and e.person = v.person and e.page = v.page and e.day < v.day and e.views > 0
    where v.views > 0 group by v.app, v.day, v.page, v.person
  ) as seen group by app, day, page, coalesce(day - previous, 0) order by 1, 2, 3, 4`

const returns = `insert into day_returns select app, day, gap, cast(sum(active) as integer), cast(sum(fresh) as integer) from (
    ${RETURN_GAPS.map(
      gap =>
        `select app, day, ${gap} as gap, sum(g${gap}) as active, count(case when day - first_day = ${gap} then 1 end) as fresh from known group by app, day`,
    ).join(' union all ')}
  ) as parts where active > 0 group by app, day, gap order by 1, 2, 3`

const scenes = `insert into day_scenes select app, day, scene, cast(sum(sessions) as integer), count(*) from (
    select app, day, scene, person, count(*) as sessions from day_sessions group by app, day, scene, person
  ) as people group by app, day, scene order by 1, 2, 3`

const STAY_BUCKETS = `case when stay <= 2 then 1 when stay <= 5 then 2 when stay <= 10 then 3 when stay <= 20 then 4
  when stay <= 30 then 5 when stay <= 50 then 6 when stay <= 100 then 7 else 8 end`

const DEPTH_BUCKETS = `case when depth <= 1 then 11 when depth <= 5 then 10 + depth when depth <= 10 then 16 else 17 end`

const bucketsOf = (bucket: string) =>
  `select app, day, ${bucket} as bucket, count(*) as sessions from day_sessions group by app, day, ${bucket}`

const buckets = `insert into day_buckets select app, day, bucket, sessions from (
    ${bucketsOf(STAY_BUCKETS)} union all ${bucketsOf(DEPTH_BUCKETS)}) as parts order by 1, 2, 3`
