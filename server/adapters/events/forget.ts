import { hashOf } from './hashing.ts'
import type { EventSql } from './sql/database.ts'
import { derivedTables } from './sql/schema.ts'
import { dayOfInstant } from './sql/time.ts'

const ofApp = [
  'events',
  'batches',
  'links',
  'paths',
  ...derivedTables.filter(table => table !== 'counted' && table !== 'day_counted'),
]

/** Erases all of an app but its number, and how often its counters changed. */
export async function eraseApp(sql: EventSql, appid: string): Promise<void> {
  const [row] = await sql.rows<{ app: number }>('select app from apps where appid = $1', [appid])
  if (!row) return
  for (const table of ofApp) await sql.run(`delete from ${table} where app = ${row.app}`)
}

/**
 * Erases one visitor's events and links. What was counted of them stays, under a number that nothing leads to, so that
 * the numbers of past days stay.
 * @param stranger a random number in place of the visitor's
 */
export async function erasePerson(
  sql: EventSql,
  appid: string,
  visitor: { id: string } | { openidHash: string },
  stranger: bigint,
): Promise<void> {
  const [row] = await sql.rows<{ app: number }>('select app from apps where appid = $1', [appid])
  if (!row) return
  const asked = 'id' in visitor ? hashOf(appid, 'device', visitor.id) : hashOf(appid, 'openid', visitor.openidHash)
  const links = await sql.rows<{ device: string; person: string }>(
    `select cast(device as varchar) as device, cast(person as varchar) as person from links
     where app = ${row.app} and (device = ${asked} or person = ${asked})`,
  )
  const devices = new Set([String(asked), ...links.map(link => link.device)])
  const people = 'id' in visitor ? [...links.map(link => link.person), String(asked)] : [...devices]
  const list = [...new Set(people)].join(', ')
  await sql.run(
    `delete from events where app = ${row.app} and (device in (${[...devices].join(', ')}) or openid in (${list}))`,
  )
  await sql.run(
    `delete from links where app = ${row.app} and (device in (${[...devices].join(', ')}) or person in (${list}))`,
  )
  for (const table of ['sessions', 'starts', 'presence', 'person_days', 'page_days']) {
    await sql.run(`update ${table} set person = ${stranger} where app = ${row.app} and person in (${list})`)
  }
}

/** Forgets raw events, closes their days, forgets names of batches that may not come again. */
export async function expire(
  sql: EventSql,
  { eventsReceivedBefore, batchesReceivedBefore }: { eventsReceivedBefore: number; batchesReceivedBefore: number },
): Promise<void> {
  const old = `received < ${Math.trunc(eventsReceivedBefore)}`
  await sql.run(
    `insert into closed_days select distinct e.app, ${dayOfInstant('e.happened')} from events as e
     left join closed_days as d on d.app = e.app and d.day = ${dayOfInstant('e.happened')} where e.${old} and d.app is null`,
  )
  await sql.run(`delete from events where ${old}`)
  await sql.run(`delete from batches where imported = 0 and received < ${Math.trunc(batchesReceivedBefore)}`)
}
