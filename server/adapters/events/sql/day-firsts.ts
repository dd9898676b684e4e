import { kept } from './temporary.ts'
import { bucketOf, DAY_MS, dayOfInstant, startOfDayNumber } from './time.ts'

const FAR_MS = 2 * DAY_MS
const lastDay = dayOfInstant('last')
const shapes = (from: string) => `select app, person, start, ${lastDay} as last_day from ${from}`
const isOnDay = (session: string, day: string) =>
  `${session}.last >= ${startOfDayNumber(day)} and ${session}.start < ${startOfDayNumber(day)} + ${DAY_MS}`
/** SQL: when each person's first session of a day begins, or the day when that session does before. */
const firsts = (from: string) =>
  `select app, day, person, min(greatest(start, ${startOfDayNumber('day')})) as first from ${from} group by app, day, person`

/**
 * `first_changes`: how many people have their first session of the day in another minute now, out of `begun_before`
 * and `begun`; before `starts` follows these. Whoever came over midnight counts for the first minute.
 * @param low of the events that arrived; sessions that ended days before are far from all that changes
 */
export const findFirsts = (low: number): readonly string[] => [
  ...kept('reshaped', changed),
  ...kept(
    'first_days',
    `select distinct d.app, d.person, d.day from (
       select app, person, ${dayOfInstant('start')} as day from reshaped union all select app, person, last_day from reshaped
     ) as d left join closed_days as closed on closed.app = d.app and closed.day = d.day where closed.app is null`,
  ),
  ...kept(
    'first_before',
    `select d.app as app, d.day as day, d.person as person, s.start as start
     from first_days as d join starts as s on s.app = d.app and s.person = d.person and ${isOnDay('s', 'd.day')}
     where s.last > ${low - FAR_MS}`,
  ),
  ...kept(
    'first_after',
    `select b.app, b.day, b.person, b.start from first_before as b
       left join begun_before as gone on gone.app = b.app and gone.person = b.person and gone.start = b.start where gone.app is null
     union all select d.app, d.day, d.person, n.start
       from first_days as d join begun as n on n.app = d.app and n.person = d.person and ${isOnDay('n', 'd.day')}`,
  ),
  ...kept(
    'first_changes',
    `select app, ${bucketOf('first', 1)} as bucket, sum(people) as people from (
       select app, first, 1 as people from (${firsts('first_after')}) as a union all select app, first, -1 from (${firsts('first_before')}) as b
     ) as moved group by app, ${bucketOf('first', 1)} having sum(people) <> 0`,
  ),
  `update day_firsts set people = cast(day_firsts.people + c.people as integer) from first_changes as c
   where c.app = day_firsts.app and c.bucket = day_firsts.bucket and day_firsts.bucket >= ${low - FAR_MS}`,
  `insert into day_firsts select c.app, c.bucket, c.people from first_changes as c
     left join day_firsts as old on old.app = c.app and old.bucket = c.bucket where old.app is null`,
]

/** Sessions that begin, or end on a day, as they did not. */
const changed = `(${shapes('begun')} except ${shapes('begun_before')}) union all (${shapes('begun_before')} except ${shapes('begun')})`

/** SQL: `day_firsts` out of what each person did on each day. */
export const firstsOfDays = `insert into day_firsts select app, ${bucketOf('first', 1)}, count(*) from person_days
  where not exists (select 1 from day_firsts as there where there.app = person_days.app and ${dayOfInstant('there.bucket')} = person_days.day)
  group by app, ${bucketOf('first', 1)} order by app, ${bucketOf('first', 1)}`
