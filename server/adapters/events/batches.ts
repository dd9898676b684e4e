import type { BatchReceipt, EventBatch, RejectedEvent } from '../../ports/events.ts'
import type { BatchName } from './engine.ts'
import { batchHash } from './hashing.ts'
import type { EventSql, SqlValue } from './sql/database.ts'

const ASKED_AT_ONCE = 1000

/** The batches of a list that are kept already, by {@link nameKey}. */
export async function knownBatches(sql: EventSql, names: readonly BatchName[]): Promise<Map<string, BatchReceipt>> {
  const known = new Map<string, BatchReceipt>()
  for (let from = 0; from < names.length; from += ASKED_AT_ONCE) {
    const part = names.slice(from, from + ASKED_AT_ONCE)
    const hashes = new Map(part.map(name => [batchHash(name.batch)[0], name]))
    const rows = await sql.rows<{ appid: string; a: string; b: string; accepted: number; rejected: string }>(
      `select a.appid as appid, cast(b.name_a as varchar) as a, cast(b.name_b as varchar) as b, b.accepted as accepted, b.rejected as rejected
       from batches as b join apps as a on a.app = b.app where b.name_a in (${[...hashes.keys()].join(', ')})`,
    )
    for (const { appid, a, b, accepted, rejected } of rows) {
      known.set(`${appid} ${a} ${b}`, { duplicate: true, accepted, rejected: readRejected(rejected) })
    }
  }
  return known
}

export function nameKey({ appid, batch }: BatchName): string {
  const [a, b] = batchHash(batch)
  return `${appid} ${a} ${b}`
}

export function batchRow(app: number, arrival: number, batch: EventBatch): SqlValue[] {
  const [a, b] = batchHash(batch.batch)
  const rejected = batch.rejected.length === 0 ? '' : JSON.stringify(batch.rejected)
  return [app, a, b, arrival, batch.receivedAt, batch.kind === 'import' ? 1 : 0, batch.events.length, rejected]
}

const readRejected = (text: string): RejectedEvent[] => (text === '' ? [] : (JSON.parse(text) as RejectedEvent[]))
