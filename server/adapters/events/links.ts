import type { ArrivedBatch } from './event-rows.ts'
import { hashOf } from './hashing.ts'
import type { EventSql, SqlValue } from './sql/database.ts'
import { linksTable } from './sql/schema.ts'

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
  const linked = new Set<string>()

  return {
    async make(sql, arrived) {
      if (linked.size > REMEMBERED) linked.clear()
      const wishes = wishesOf(arrived, linked)
      if (wishes.size === 0) return
      await withdraw(sql, wishes, linked)
      const devices = await countDevices(sql, wishes)
      const rows: SqlValue[][] = []
      for (const [key, { app, device, person, since, arrival }] of wishes) {
        const owner = `${app} ${person}`
        const count = devices.get(owner) ?? 0
        if (count >= DEVICES_A_PERSON) continue
        devices.set(owner, count + 1)
        linked.add(key)
        rows.push([app, device, person, since, arrival])
      }
      await sql.append(linksTable, rows)
    },
    forget: () => linked.clear(),
  }
}

/** The first openid of each device that is not known to be linked. */
function wishesOf(arrived: readonly ArrivedBatch[], linked: ReadonlySet<string>): Map<string, Wish> {
  const wishes = new Map<string, Wish>()
  for (const { app, arrival, batch } of arrived) {
    for (const { at, visitor } of batch.events) {
      if (visitor.openidHash === null) continue
      const device = hashOf('device', visitor.id)
      const key = `${app} ${device}`
      if (linked.has(key) || wishes.has(key)) continue
      wishes.set(key, { app, device, person: hashOf('openid', visitor.openidHash), since: at - REACH_MS, arrival })
    }
  }
  return wishes
}

/** Takes back the wishes of devices that have a link. */
async function withdraw(sql: EventSql, wishes: Map<string, Wish>, linked: Set<string>): Promise<void> {
  for (const [app, devices] of byApp(wishes, wish => wish.device)) {
    const known = await askInParts<{ device: string }>(devices, list =>
      sql.rows(`select cast(device as varchar) as device from links where app = ${app} and device in (${list})`),
    )
    for (const { device } of known) {
      wishes.delete(`${app} ${device}`)
      linked.add(`${app} ${device}`)
    }
  }
}

async function countDevices(sql: EventSql, wishes: Map<string, Wish>): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const [app, people] of byApp(wishes, wish => wish.person)) {
    const known = await askInParts<{ person: string; devices: number }>(people, list =>
      sql.rows(
        `select cast(person as varchar) as person, count(*) as devices from links where app = ${app} and person in (${list}) group by person`,
      ),
    )
    for (const { person, devices } of known) counts.set(`${app} ${person}`, devices)
  }
  return counts
}

function byApp(wishes: Map<string, Wish>, of: (wish: Wish) => bigint): Map<number, bigint[]> {
  const found = new Map<number, Set<bigint>>()
  for (const wish of wishes.values()) {
    const values = found.get(wish.app) ?? new Set()
    found.set(wish.app, values.add(of(wish)))
  }
  return new Map([...found].map(([app, values]) => [app, [...values]]))
}

async function askInParts<Row>(values: readonly bigint[], ask: (list: string) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (let from = 0; from < values.length; from += ASKED_AT_ONCE) {
    rows.push(...(await ask(values.slice(from, from + ASKED_AT_ONCE).join(', '))))
  }
  return rows
}
