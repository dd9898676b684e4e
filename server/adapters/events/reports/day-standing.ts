import type { DayStanding } from '../../../ports/event-reports.ts'
import { arrivedIn } from '../sql/arrivals.ts'
import type { EventSql } from '../sql/database.ts'
import { dayOfInstant } from '../sql/time.ts'
import { dayOfNumber } from './day-numbers.ts'

/**
 * How far the days of an app are behind its curves.
 * @param curvesAt when the curves were counted, epoch ms
 */
export async function readDayStanding(sql: EventSql, app: number, curvesAt: number): Promise<DayStanding> {
  const [marks] = await sql.rows<{ curves: number; days: number | null; at: number | null }>(
    'select m.arrival as curves, d.arrival as days, d.counted_at as "at" from marks as m left join day_marks as d on 1 = 1',
  )
  const days = marks?.days ?? 0
  const behindSince = marks?.at ?? 0
  if (!marks || days >= marks.curves) return { countedAt: curvesAt, behindFrom: null, behindSince, uncounted: [] }
  const isNew = (row: string) =>
    `${row}.app = ${app} and ${arrivedIn(`${row}.arrival`, { after: days, upTo: marks.curves })}`
  const arrived = await sql.rows<{ day: number; counted: number | null }>(
    `select a.day as day, max(c.day) as counted
     from (select distinct ${dayOfInstant('happened')} as day from events as e where ${isNew('e')} and env = 0) as a
     left join day_counts as c on c.app = ${app} and c.day = a.day group by a.day order by a.day`,
  )
  // an openid that was told moves what its device did before
  const [moved] = await sql.rows<{ day: number | null }>(
    `select ${dayOfInstant('min(s.start)')} as day from links as l
       join sessions as s on s.app = l.app and s.person = l.device and s.last >= l.since where ${isNew('l')}`,
  )
  const first = Math.min(...[arrived[0]?.day, moved?.day].map(day => day ?? Number.POSITIVE_INFINITY))
  return {
    countedAt: curvesAt,
    behindFrom: Number.isFinite(first) ? dayOfNumber(first) : null,
    behindSince,
    uncounted: arrived.filter(({ counted }) => counted === null).map(({ day }) => dayOfNumber(day)),
  }
}
