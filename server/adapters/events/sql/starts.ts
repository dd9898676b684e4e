import { isOpen } from './closed.ts'
import type { EventSql } from './database.ts'
import { kept } from './temporary.ts'
import { dayOfInstant, SESSION_GAP_MS } from './time.ts'

const columns = [
  'app',
  'person',
  'start',
  'last',
  'entry',
  'entry_at',
  'entry_seq',
  'entry_arrival',
  'entry_place',
] as const
const list = columns.join(', ')
const of = (alias: string) => columns.map(name => `${alias}.${name}`).join(', ')

/** SQL: an event as a session of its own, of rows like `points`. */
export const asSession = (from: string) =>
  `select t.number, p.app, p.person, happened as start, happened as last,
     case when is_view = 1 then path else 0 end as entry, case when is_view = 1 then happened end as entry_at,
     case when is_view = 1 then seq end as entry_seq, case when is_view = 1 then arrival end as entry_arrival,
     case when is_view = 1 then place end as entry_place
   from ${from} as p join touched as t on t.app = p.app and t.person = p.person`

/** Far more than any instant: people stand one behind the other on one line of time, each by so much later. */
const LIFETIME_MS = 2 ** 43

/**
 * SQL: sessions put together where less than half an hour lies between; the first view of all is the entry. Windows over
 * all people in one order, by their numbers: a window for each of some thousand people takes ten times as long.
 */
const joined = (pieces: string) => {
  const from = `number * ${LIFETIME_MS} + start`
  const to = `number * ${LIFETIME_MS} + last`
  return `select app, person, min(start) as start, max(last) as last,
     ${columns
       .slice(4)
       .map(name => `max(case when is_entry = 1 then ${name} end) as ${name}`)
       .join(', ')}
   from (
     select *, case when visit = lag(visit) over (order by visit, case when entry_at is null then 1 else 0 end, entry_at, entry_seq, entry_arrival, entry_place)
       then 0 else 1 end as is_entry
     from (
       select *, sum(case when begins - reached < ${SESSION_GAP_MS} then 0 else 1 end) over (order by begins, ends) as visit
       from (
         select *, max(ends) over (order by begins, ends rows between unbounded preceding and 1 preceding) as reached
         from (select *, ${from} as begins, ${to} as ends from (${pieces}) as pieces) as placed
       ) as ordered
     ) as numbered
   ) as ranked group by visit, app, person`
}

/**
 * `begun_before`, `begun`: the sessions around the `points`, as they were and as they are. More
 * events join sessions and never cut one, so that nothing but the points need be looked at; the sessions of the
 * moved are made of points alone.
 */
export function joinSessions(around: { low: number; high: number }, hasMoved: boolean): readonly string[] {
  const reached = `${hasMoved ? 'select app, device as person, low, high from moved union all ' : ''}
    select app, person, happened as low, happened as high from points`
  const isMoved = 'exists (select 1 from moved as m where m.app = b.app and m.device = b.person and b.last >= m.since)'
  return [
    ...kept(
      'touched',
      `select row_number() over () as number, app, person, min(low) as low, max(high) as high from (${reached}) as reached group by app, person`,
    ),
    ...kept(
      'begun_before',
      `select t.number as number, ${of('s')} from starts as s join touched as t on t.app = s.app and t.person = s.person
         and s.last > t.low - ${SESSION_GAP_MS} and s.start < t.high + ${SESSION_GAP_MS}
       where s.last > ${around.low - SESSION_GAP_MS} and s.start < ${around.high + SESSION_GAP_MS}`,
    ),
    ...kept(
      'begun',
      joined(
        `select number, ${list} from begun_before as b ${hasMoved ? `where not ${isMoved}` : ''} union all ${asSession('points')}`,
      ),
    ),
  ]
}

/** `starts` follows `begun_before` and `begun`. */
export const keepJoined = (around: { low: number }): readonly string[] => [
  `delete from starts using begun_before as b
   where b.app = starts.app and b.person = starts.person and b.start = starts.start and starts.last > ${around.low - SESSION_GAP_MS}`,
  `insert into starts (${list}) select ${list} from begun`,
]

/** Keeps when the sessions of `visits` began. */
export async function keepStarts(sql: EventSql): Promise<void> {
  await sql.run(
    `insert into starts (${list})
     select v.app, v.person, v.start, v.last, v.entry, w.happened, w.seq, w.arrival, w.place_in_batch
     from visits as v left join walked as w on w.person = v.person and w.place = v.entry_place
     where ${isOpen('v.app', dayOfInstant('v.start'))} order by v.start`,
  )
}
