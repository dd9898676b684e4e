import type { Day } from '../../../../src/contract/periods.ts'
import type { DeviceCounts, Devices } from '../../../ports/event-reports.ts'
import { isOpen } from '../sql/closed.ts'
import type { EventSql } from '../sql/database.ts'
import { DAY_MS, dayOfInstant, SHANGHAI_MS } from '../sql/time.ts'
import { dayOfNumber, numberOfDay } from './day-numbers.ts'

const kinds = ['platform', 'model', 'system'] as const

/** People of a range by what their events of the range came with; of days of which raw events are left, all of them. */
export async function readDevices(
  sql: EventSql,
  app: number,
  from: Day,
  to: Day,
  users: 'new' | 'active',
): Promise<Devices> {
  const low = numberOfDay(from) * DAY_MS - SHANGHAI_MS
  const high = (numberOfDay(to) + 1) * DAY_MS - SHANGHAI_MS
  const fresh =
    users === 'active'
      ? ''
      : `join (select person, min(day) as day from person_days where app = ${app} group by person) as f
           on f.person = e.person and f.day >= ${numberOfDay(from)} and f.day <= ${numberOfDay(to)}`
  const seen = `select distinct e.person as person, e.context as context from attributed as e ${fresh}
    where e.app = ${app} and e.happened >= ${low} and e.happened < ${high} and ${isOpen('e.app', dayOfInstant('e.happened'))}`
  const parts = kinds.map(
    kind =>
      `select '${kind}' as kind, c.${kind} as name, count(distinct s.person) as people
       from seen as s join contexts as c on c.id = s.context group by c.${kind}`,
  )
  const counts = await sql.rows<DeviceCounts>(
    `with seen as (${seen}) select kind, name, people from (${parts.join(' union all ')}) as counts order by kind, people desc, name`,
  )
  const forgotten = await sql.rows<{ day: number }>(
    `select distinct day from closed_days where app = ${app} and day >= ${numberOfDay(from)} and day <= ${numberOfDay(to)} order by day`,
  )
  return { counts, forgotten: forgotten.map(({ day }) => dayOfNumber(day)) }
}
