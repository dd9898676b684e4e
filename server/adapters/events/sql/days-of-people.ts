import { isOpen } from './closed.ts'
import type { EventSql } from './database.ts'

/** Forgets what the touched did on the days that are worked out anew. */
export async function forgetDaysOfPeople(sql: EventSql): Promise<void> {
  const [least] = await sql.rows<{ day: number }>('select min(first_day) as day from touched_days')
  for (const table of ['person_days', 'page_days']) {
    await sql.run(
      `delete from ${table} using touched_days as t where t.app = ${table}.app and t.person = ${table}.person
         and ${table}.day >= t.first_day and ${table}.day <= t.last_day and ${table}.day >= ${least?.day ?? 0}
         and ${isOpen(`${table}.app`, `${table}.day`)}`,
    )
  }
}

/**
 * Keeps what each person of `pieces` did on each day; of the touched only whole days inside their stretch: the part of a
 * session that reaches over its border stays as it was.
 */
export async function keepDaysOfPeople(sql: EventSql, which: 'touched' | 'all'): Promise<void> {
  const inside =
    which === 'all'
      ? ''
      : 'join touched_days as t on t.app = p.app and t.person = p.person and p.day >= t.first_day and p.day <= t.last_day'
  await sql.run(
    `insert into person_days select p.app, p.day, p.person, min(p.start), cast(sum(p.shares) as integer)
     from pieces as p ${inside} where ${isOpen('p.app', 'p.day')}
     group by p.app, p.day, p.person order by p.app, p.day`,
  )
  await sql.run(
    `insert into page_days select p.app, p.day, p.person, p.page, cast(sum(p.views) as integer),
       cast(sum(case when v.told is null then p.gaps else coalesce(p.told, 0) end) as bigint), cast(sum(p.shares) as integer)
     from pieces as p ${inside} join visits as v on v.person = p.person and v.visit = p.visit
     where ${isOpen('p.app', 'p.day')}
     group by p.app, p.day, p.person, p.page
     having sum(p.views) > 0 or sum(p.shares) > 0 or sum(p.told) > 0 order by p.app, p.day, p.page`,
  )
}
