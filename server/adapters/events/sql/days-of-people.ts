import type { EventSql } from './database.ts'

/**
 * Makes anew what the touched did on each of their days. Only whole days inside their stretch: of the session that
 * reaches over its border the other day's part stays.
 */
export async function renewDaysOfPeople(sql: EventSql): Promise<void> {
  const [least] = await sql.rows<{ day: number }>('select min(first_day) as day from touched_days')
  const firstDay = least?.day ?? 0
  for (const table of ['person_days', 'page_days']) {
    await sql.run(
      `delete from ${table} using touched_days as t where t.app = ${table}.app and t.person = ${table}.person
         and ${table}.day >= t.first_day and ${table}.day <= t.last_day
         and ${table}.day >= ${firstDay}`,
    )
  }
  await sql.run(
    `insert into person_days select p.app, p.day, p.person, min(p.start), cast(sum(p.shares) as integer)
     from pieces as p join touched_days as t on t.app = p.app and t.person = p.person
     where p.day >= t.first_day and p.day <= t.last_day
     group by p.app, p.day, p.person order by p.app, p.day`,
  )
  await sql.run(
    `insert into page_days select p.app, p.day, p.person, p.page, cast(sum(p.views) as integer),
       cast(sum(case when v.told is null then p.gaps else coalesce(p.told, 0) end) as bigint), cast(sum(p.shares) as integer)
     from pieces as p join touched_days as t on t.app = p.app and t.person = p.person
       join visits as v on v.app = p.app and v.person = p.person and v.visit = p.visit
     where p.day >= t.first_day and p.day <= t.last_day
     group by p.app, p.day, p.person, p.page
     having sum(p.views) > 0 or sum(p.shares) > 0 or sum(p.told) > 0 order by p.app, p.day, p.page`,
  )
}
