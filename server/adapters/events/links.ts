import type { ArrivedBatch } from './event-rows.ts'
import { hashOf } from './hashing.ts'
import { columnsOf } from './sql/columns.ts'
import type { EventSql } from './sql/database.ts'
import { linksTable } from './sql/schema.ts'
import type { SqlValue } from './sql/values.ts'

const REACH_MS = 7 * 86_400_000
const DEVICES_A_PERSON = 20
const ASKED_AT_ONCE = 1000
const REMEMBERED = 100_000

interface Wish {
  app: number
  device: bigint
  person: bigint
  since: number
  arrival: number
}

/** Links devices to people: the first openid that a device's event carries, for its last 7 days. */
export interface Links {
  make(sql: EventSql, arrived: readonly ArrivedBatch[]): Promise<void>
  /** Forgets what a transaction that was undone had brought. */
  forget(): void
}

export function createLinks(): Links {
  /** Devices that need no look: linked already. */
  const linked = new Set<bigint>()

  return {
    async make(sql, arrived) {
      if (linked.size > REMEMBERED) linked.clear()
      const wishes = wishesOf(arrived, linked)
      if (wishes.size === 0) return
      await withdraw(sql, wishes, linked)
      const devices = await countDevices(sql, wishes)
      const rows: SqlValue[][] = []
      for (const { app, device, person, since, arrival } of wishes.values()) {
        const count = devices.get(person) ?? 0
        if (count >= DEVICES_A_PERSON) continue
        devices.set(person, count + 1)
        linked.add(device)
        rows.push([app, device, person, since, arrival])
      }
      await sql.append(linksTable, columnsOf(linksTable, rows))
    },
    forget: () => linked.clear(),
  }
}

/** The first openid of each device that is not known to be linked. */
function wishesOf(arrived: readonly ArrivedBatch[], linked: ReadonlySet<bigint>): Map<bigint, Wish> {
  const wishes = new Map<bigint, Wish>()
  for (const { app, arrival, batch, events } of arrived) {
    const looked = new Set<string>()
    for (const { at, visitor } of events) {
      if (visitor.openidHash === null || looked.has(visitor.id)) continue
      looked.add(visitor.id)
      const device = hashOf(batch.appid, 'device', visitor.id)
      if (linked.has(device) || wishes.has(device)) continue
      const person = hashOf(batch.appid, 'openid', visitor.openidHash)
      wishes.set(device, { app, device, person, since: at - REACH_MS, arrival })
    }
  }
  return wishes
}

/** Takes back the wishes of devices that have a link. */
async function withdraw(sql: EventSql, wishes: Map<bigint, Wish>, linked: Set<bigint>): Promise<void> {
  const known = await askInParts<{ device: string }>([...wishes.keys()], list =>
    sql.rows(`select cast(device as varchar) as device from links where device in (${list})`),
  )
  for (const { device } of known) {
    wishes.delete(BigInt(device))
    linked.add(BigInt(device))
  }
}

/** How many devices each person of the wishes has. */
async function countDevices(sql: EventSql, wishes: Map<bigint, Wish>): Promise<Map<bigint, number>> {
  const people = new Set([...wishes.values()].map(({ person }) => person))
  const known = await askInParts<{ person: string; devices: number }>([...people], list =>
    sql.rows(
      `select cast(person as varchar) as person, count(*) as devices from links where person in (${list}) group by person`,
    ),
  )
  return new Map(known.map(({ person, devices }) => [BigInt(person), devices]))
}

async function askInParts<Row>(values: readonly bigint[], ask: (list: string) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (let from = 0; from < values.length; from += ASKED_AT_ONCE) {
    rows.push(...(await ask(values.slice(from, from + ASKED_AT_ONCE).join(', '))))
  }
  return rows
}
