import { isOpen } from './closed.ts'
import type { EventSql } from './database.ts'
import { dayOfInstant } from './time.ts'

const moments = `select app, happened from changes
  union all select app, start as happened from (
    (select app, person, start, entry from former except select app, person, start, entry from visits)
    union all (select app, person, start, entry from visits except select app, person, start, entry from former)) as begun`

const dirtyDays = `insert into dirty select distinct m.app, 1440, m.day from (
    select t.app as app, cast(p.day as bigint) as day from touched_days as t
      join person_days as p on p.app = t.app and p.person = t.person where p.day >= t.first_day
    union select app, cast(${dayOfInstant('happened')} as bigint) from (${moments}) as n
  ) as m left join dirty as d on d.app = m.app and d.length = 1440 and d.bucket = m.day where d.app is null and ${isOpen('m.app', 'm.day')}`

/**
 * Marks the days that must be counted again: those of the changes, and those on which a session no longer begins, or
 * does now. A day is marked too when somebody who came on it was touched on an earlier one: since when that person had
 * last come may have changed.
 */
export async function markDirtyDays(sql: EventSql): Promise<void> {
  await sql.run(dirtyDays)
}

/** All days that are not closed. */
export async function markAllDaysDirty(sql: EventSql): Promise<void> {
  await sql.run('delete from dirty')
  await sql.run(
    `insert into dirty select distinct app, 1440, day from person_days where ${isOpen('person_days.app', 'person_days.day')}`,
  )
}
