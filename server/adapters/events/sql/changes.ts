import { type Arrivals, arrivedIn } from './arrivals.ts'
import { isOpen } from './closed.ts'
import type { EventSql } from './database.ts'
import { keepAs } from './temporary.ts'
import { dayOfInstant } from './time.ts'

/** `relinked`: devices whose counted past a link moves to somebody. @returns since when, or `null` */
async function findRelinked(sql: EventSql, arrivals: Arrivals): Promise<number | null> {
  const [links] = await sql.rows<{ since: number | null }>(
    `select min(since) as since from links where ${arrivedIn('arrival', arrivals)}`,
  )
  if (!links || links.since === null) return null
  await keepAs(
    sql,
    'relinked',
    `select distinct l.app as app, l.device as device, l.person as person, l.since as since
     from links as l join sessions as s on s.app = l.app and s.person = l.device and s.last >= l.since
     where ${arrivedIn('l.arrival', arrivals)} and s.last >= ${links.since}`,
  )
  const [least] = await sql.rows<{ since: number | null }>('select min(since) as since from relinked')
  return least?.since ?? null
}

/** Whose past a link moved: both the device that loses the events and the person that gets them. */
const moved = (owner: 'person' | 'device', since: number) =>
  `select e.app, l.${owner} as person, e.happened from relinked as l join events as e on e.app = l.app and e.device = l.device
   where e.openid = 0 and e.env = 0 and e.happened >= l.since and e.happened >= ${since}`

/** `changes`: whose (person) numbers changed and when, by what arrived. Days that are closed stay as they are. */
export async function findChanges(sql: EventSql, arrivals: Arrivals): Promise<void> {
  const since = await findRelinked(sql, arrivals)
  const arrived = `select app, person, happened from attributed where ${arrivedIn('arrival', arrivals)}`
  const question =
    since === null ? arrived : `${arrived} union all ${moved('person', since)} union all ${moved('device', since)}`
  await keepAs(
    sql,
    'changes',
    `select c.app as app, c.person as person, c.happened as happened from (${question}) as c
     where ${isOpen('c.app', dayOfInstant('c.happened'))}`,
  )
}
