import type { CounterMinutes } from '../engine.ts'
import { isOpen } from './closed.ts'
import type { EventSql } from './database.ts'
import { bucketOf, dayOfInstant } from './time.ts'

/**
 * Marks what must be counted again, for each length: the buckets of the changes, and those in which a session no longer
 * begins, or does now. A day is marked too when somebody who came on it was touched on an earlier one: since when that
 * person had last come may have changed.
 */
export async function markDirty(sql: EventSql, lengths: readonly CounterMinutes[]): Promise<void> {
  for (const length of lengths) await sql.run(length === 1440 ? dirtyDays : dirtyBuckets(length))
}

const moments = `select app, happened from changes
  union all select app, start as happened from (
    (select app, person, start, entry from former except select app, person, start, entry from visits)
    union all (select app, person, start, entry from visits except select app, person, start, entry from former)) as begun`

const dirtyBuckets = (length: CounterMinutes) =>
  `insert into dirty select distinct m.app, ${length}, ${bucketOf('m.happened', length)} from (${moments}) as m
   left join dirty as d on d.app = m.app and d.length = ${length} and d.bucket = ${bucketOf('m.happened', length)} where d.app is null and ${isOpen('m.app', dayOfInstant('m.happened'))}`

const dirtyDays = `insert into dirty select distinct m.app, 1440, m.day from (
    select t.app as app, cast(p.day as bigint) as day from touched_days as t
      join person_days as p on p.app = t.app and p.person = t.person where p.day >= t.first_day
    union select app, cast(${dayOfInstant('happened')} as bigint) from (${moments}) as n
  ) as m left join dirty as d on d.app = m.app and d.length = 1440 and d.bucket = m.day where d.app is null and ${isOpen('m.app', 'm.day')}`

/** All days that are not closed. */
export async function markAllDaysDirty(sql: EventSql): Promise<void> {
  await sql.run('delete from dirty')
  await sql.run(
    `insert into dirty select distinct app, 1440, day from person_days where ${isOpen('person_days.app', 'person_days.day')}`,
  )
}
