import { type Arrivals, arrivedIn } from './arrivals.ts'
import { isOpen } from './closed.ts'
import type { EventSql } from './database.ts'
import { keepAs, kept } from './temporary.ts'
import { dayOfInstant } from './time.ts'
import { NO_SEQ, VIEW } from './walk.ts'

/**
 * `moved`: devices of which new links take counted events away, their new owner, and when the first session begins that
 * loses any of them.
 * @returns that time of all of them, or `null` when no link moves anything
 */
export async function findMoved(sql: EventSql, arrivals: Arrivals): Promise<number | null> {
  const made = `select min(since) as since from links where ${arrivedIn('arrival', arrivals)}`
  const [links] = await sql.rows<{ since: number | null }>(made)
  if (!links || links.since === null) return null
  await keepAs(
    sql,
    'moved',
    `select l.app as app, l.device as device, l.person as person, l.since as since, min(s.start) as low, max(s.last) as high
     from links as l join starts as s on s.app = l.app and s.person = l.device and s.last >= l.since
     where ${arrivedIn('l.arrival', arrivals)} and s.last >= ${links.since}
     group by l.app, l.device, l.person, l.since`,
  )
  const [least] = await sql.rows<{ low: number | null }>('select min(low) as low from moved')
  return least?.low ?? null
}

const columns = `e.app as app, e.happened as happened, coalesce(e.seq, ${NO_SEQ}) as seq, e.arrival as arrival, e.place as place,
  case when e.kind = ${VIEW} then 1 else 0 end as is_view, e.path as path`

/**
 * `points`: the events that are to be counted, with whose they are: those that arrived (`is_new`), and those of the
 * moved that were counted as somebody else's.
 */
export function findPoints(arrivals: Arrivals, movedSince: number | null): readonly string[] {
  const arrived = kept(
    'arrived',
    `select ${columns}, e.device as device, e.openid as openid from events as e
       left join closed_days as closed on closed.app = e.app and closed.day = ${dayOfInstant('e.happened')}
     where ${arrivedIn('e.arrival', arrivals)} and e.env = 0 and closed.app is null`,
  )
  const owned = `select a.app as app, a.happened as happened, a.seq as seq, a.arrival as arrival, a.place as place, a.is_view as is_view, a.path as path, 1 as is_new,
      case when a.openid <> 0 then a.openid when l.person is not null and a.happened >= l.since then l.person else a.device end as person
    from arrived as a left join links as l on l.app = a.app and l.device = a.device`
  const recounted = `select ${columns}, 0 as is_new, case when e.happened >= m.since then m.person else m.device end as person
    from events as e join moved as m on m.app = e.app and m.device = e.device
    where e.happened >= ${movedSince ?? 0} and e.happened >= m.low and e.openid = 0 and e.env = 0 and e.arrival <= ${arrivals.after}
      and ${isOpen('e.app', dayOfInstant('e.happened'))}`
  return [...arrived, ...kept('points', movedSince === null ? owned : `${owned} union all ${recounted}`)]
}
