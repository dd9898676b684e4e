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
  `select app, person, happened as start, happened as last,
     case when is_view = 1 then path else 0 end as entry, case when is_view = 1 then happened end as entry_at,
     case when is_view = 1 then seq end as entry_seq, case when is_view = 1 then arrival end as entry_arrival,
     case when is_view = 1 then place end as entry_place
   from ${from}`

/** SQL: sessions put together where less than half an hour lies between; the first view of all is the entry. */
const joined = (pieces: string) =>
  `select app, person, min(start) as start, max(last) as last,
     ${columns
       .slice(4)
       .map(name => `max(case when rank = 1 then ${name} end) as ${name}`)
       .join(', ')}
   from (
     select *, row_number() over (partition by app, person, visit
       order by case when entry_at is null then 1 else 0 end, entry_at, entry_seq, entry_arrival, entry_place) as rank
     from (
       select *, sum(case when start - reached < ${SESSION_GAP_MS} then 0 else 1 end)
         over (partition by app, person order by start, last rows unbounded preceding) as visit
       from (
         select *, max(last) over (partition by app, person order by start, last rows between unbounded preceding and 1 preceding) as reached
         from (${pieces}) as pieces
       ) as ordered
     ) as numbered
   ) as ranked group by app, person, visit`

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
      `select app, person, min(low) as low, max(high) as high from (${reached}) as reached group by app, person`,
    ),
    ...kept(
      'begun_before',
      `select ${of('s')} from starts as s join touched as t on t.app = s.app and t.person = s.person
         and s.last > t.low - ${SESSION_GAP_MS} and s.start < t.high + ${SESSION_GAP_MS}
       where s.last > ${around.low - SESSION_GAP_MS} and s.start < ${around.high + SESSION_GAP_MS}`,
    ),
    ...kept(
      'begun',
      joined(
        `select ${list} from begun_before as b ${hasMoved ? `where not ${isMoved}` : ''} union all ${asSession('points')}`,
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
