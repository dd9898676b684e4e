import type { BatchReceipt, RejectedEvent } from '../../ports/events.ts'
import type { BatchName, StoredName } from './engine.ts'
import type { ArrivedBatch } from './event-rows.ts'
import { batchHash, batchLongs } from './hashing.ts'
import { type Column, columnsFor } from './sql/columns.ts'
import type { EventDatabase, EventSql } from './sql/database.ts'
import { batchesTable } from './sql/schema.ts'

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

/** The columns of `batches`. */
export function batchColumns(arrived: readonly ArrivedBatch[]): Column[] {
  const columns = columnsFor(batchesTable, arrived.length)
  const [apps, names, otherHalves, arrivals, received, imported, accepted, rejected] = columns
  for (const [row, { app, arrival, batch, events }] of arrived.entries()) {
    const [a, b] = batchLongs(batch.batch)
    apps?.setNumber(row, app)
    names?.setLong(row, a)
    otherHalves?.setLong(row, b)
    arrivals?.setNumber(row, arrival)
    received?.setNumber(row, batch.receivedAt)
    imported?.setNumber(row, batch.kind === 'import' ? 1 : 0)
    accepted?.setNumber(row, events.length)
    rejected?.set(row, batch.rejected.length === 0 ? '' : JSON.stringify(batch.rejected))
  }
  return columns
}

const NAMES_AT_ONCE = 50_000

/** Hashes of `collect` batches that were received since, in the order of arrival. */
export async function* storedNames(
  database: Pick<EventDatabase, 'read'>,
  receivedSince: number,
): AsyncGenerator<StoredName[]> {
  const range = await database.read(sql =>
    sql.rows<{ first: number | null; last: number | null }>(
      'select min(arrival) as first, max(arrival) as last from batches where imported = 0 and received >= $1',
      [receivedSince],
    ),
  )
  const { first, last } = range[0] ?? {}
  for (let from = first ?? 1; from <= (last ?? 0); from += NAMES_AT_ONCE) {
    yield await database.read(sql =>
      sql.rows<StoredName>(
        `select int_div(name_a, 4294967296) as high, name_a - int_div(name_a, 4294967296) * 4294967296 as low, received as "receivedAt"
         from batches where arrival >= $1 and arrival < $2 and imported = 0 and received >= $3`,
        [from, from + NAMES_AT_ONCE, receivedSince],
      ),
    )
  }
}

const readRejected = (text: string): RejectedEvent[] => (text === '' ? [] : (JSON.parse(text) as RejectedEvent[]))
