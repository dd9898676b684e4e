import { addDays, type Day, type Granularity, periodOf } from '../../../../src/contract/periods.ts'
import type { CohortAsk, CohortCounts } from '../../../ports/event-reports.ts'
import type { EventSql } from '../sql/database.ts'
import { RETURN_GAPS } from '../sql/days.ts'
import { numberOfDay } from './day-numbers.ts'

interface Cell {
  period: number
  key: number
  people: number
}

const counted: readonly number[] = RETURN_GAPS

/** Cohorts of days out of counters; of weeks and months, and of other keys, out of who came on which day. */
export async function readCohorts(sql: EventSql, app: number, ask: CohortAsk): Promise<CohortCounts[]> {
  if (ask.periods.length === 0) return []
  const keys = ask.keys.filter(key => key > 0)
  const isCounted = ask.granularity === 'day' && keys.every(key => counted.includes(key))
  const cells = isCounted ? await countedCells(sql, app, ask, keys) : await walkedCells(sql, app, ask, keys)
  const people = new Map(cells.map(cell => [`${cell.period} ${cell.key}`, cell.people]))
  return ask.periods.map((period): CohortCounts => {
    const at = (key: number) => people.get(`${numberOfDay(period)} ${key}`) ?? 0
    return { period, size: at(0), counts: [0, ...keys].map(key => ({ key, people: at(key) })) }
  })
}

function countedCells(sql: EventSql, app: number, ask: CohortAsk, keys: readonly number[]): Promise<Cell[]> {
  const list = ask.periods.map(numberOfDay)
  const first = Math.min(...list)
  const last = Math.max(...list)
  const [size, count] = ask.cohort === 'new' ? ['fresh', 'fresh'] : ['people', 'active']
  const returns = `select day - gap as period, gap as key, ${count} as people from day_returns
     where app = ${app} and day >= ${first + 1} and day <= ${last + Math.max(1, ...keys)} and gap in (${keys.join(', ')})
       and day - gap >= ${first} and day - gap <= ${last}`
  return sql.rows<Cell>(
    `select day as period, 0 as key, ${size} as people from day_counts where app = ${app} and day >= ${first} and day <= ${last}
     ${keys.length === 0 ? '' : `union all ${returns}`}`,
  )
}

function walkedCells(sql: EventSql, app: number, ask: CohortAsk, keys: readonly number[]): Promise<Cell[]> {
  const pairs = ask.periods.flatMap(period => [0, ...keys].map(key => ({ period, key })))
  const spans = pairs.map(({ period, key }) => {
    const { from, to } = periodOf(ask.granularity, later(ask.granularity, period, key))
    return [numberOfDay(period), key, numberOfDay(from), numberOfDay(to)]
  })
  const cohortSpans = ask.periods.map(period => {
    const { from, to } = periodOf(ask.granularity, period)
    return [numberOfDay(period), numberOfDay(from), numberOfDay(to)]
  })
  const values = (rows: number[][]) => rows.map(row => `(${row.join(', ')})`).join(', ')
  const members =
    ask.cohort === 'active'
      ? `select distinct s.period as period, p.person as person from person_days as p
           join (values ${values(cohortSpans)}) as s(period, first, last) on p.day >= s.first and p.day <= s.last where p.app = ${app}`
      : `select s.period as period, p.person as person from (select person, min(day) as day from person_days where app = ${app} group by person) as p
           join (values ${values(cohortSpans)}) as s(period, first, last) on p.day >= s.first and p.day <= s.last`
  return sql.rows<Cell>(
    `select s.period as period, s.key as key, count(distinct m.person) as people
     from (${members}) as m join (values ${values(spans)}) as s(period, key, first, last) on s.period = m.period
     join person_days as p on p.app = ${app} and p.person = m.person and p.day >= s.first and p.day <= s.last
     group by s.period, s.key`,
  )
}

/** The first day of the period that begins `count` periods after. */
function later(granularity: Granularity, day: Day, count: number): Day {
  let first = day
  for (let step = 0; step < count; step += 1) first = addDays(periodOf(granularity, first).to, 1)
  return first
}
