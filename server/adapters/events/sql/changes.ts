import { isOpen } from './closed.ts'
import type { EventSql } from './database.ts'
import { keepAs } from './temporary.ts'
import { dayOfInstant } from './time.ts'

/** What arrived after `after`, up to and with `upTo`. */
export interface Arrivals {
  after: number
  upTo: number
}

/** Whose past a link moved: both the device that loses the events and the person that gets them. */
const moved = (owner: 'person' | 'device', { after, upTo }: Arrivals) =>
  `select l.app, l.${owner} as person, e.happened from links as l join events as e on e.app = l.app and e.device = l.device
   where l.arrival > ${after} and l.arrival <= ${upTo} and e.openid = 0 and e.env = 0 and e.happened >= l.since`

const arrivedSince = (arrivals: Arrivals) =>
  `select app, person, happened from attributed where arrival > ${arrivals.after} and arrival <= ${arrivals.upTo}
   union all ${moved('person', arrivals)} union all ${moved('device', arrivals)}`

/** `changes`: whose (person) numbers changed and when, by what arrived since. Days that are closed stay as they are. */
export async function findChanges(sql: EventSql, arrivals: Arrivals): Promise<void> {
  await keepChanges(sql, arrivedSince(arrivals))
}

async function keepChanges(sql: EventSql, question: string) {
  await keepAs(
    sql,
    'changes',
    `select c.app as app, c.person as person, c.happened as happened from (${question}) as c
     where ${isOpen('c.app', dayOfInstant('c.happened'))}`,
  )
}
