import type { DayStanding } from '../../../ports/event-reports.ts'
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
  if (!marks || days >= marks.curves) return { countedAt: curvesAt, behind: [], behindSince, uncounted: [] }
  const arrived = await sql.rows<{ day: number; counted: number | null }>(
    `select a.day as day, max(c.day) as counted
     from (select distinct ${dayOfInstant('happened')} as day from events
       where app = ${app} and env = 0 and arrival > ${days} and arrival <= ${marks.curves}) as a
     left join day_counts as c on c.app = ${app} and c.day = a.day group by a.day order by a.day`,
  )
  const daysOf = (rows: readonly { day: number }[]) => rows.map(({ day }) => dayOfNumber(day))
  return {
    countedAt: curvesAt,
    behind: daysOf(arrived),
    behindSince,
    uncounted: daysOf(arrived.filter(({ counted }) => counted === null)),
  }
}
