import type { BatchReceipt, EventBatch } from '../../ports/events.ts'
import { batchRow, knownBatches, nameKey } from './batches.ts'
import type { Dictionaries } from './dictionaries.ts'
import { type ArrivedBatch, eventColumns } from './event-rows.ts'
import type { Links } from './links.ts'
import { columnsOf } from './sql/columns.ts'
import type { EventSql } from './sql/database.ts'
import { batchesTable, eventsTable } from './sql/schema.ts'

/** Keeps the batches that are not there yet, inside a transaction, and answers for all. */
export async function keepBatches(
  sql: EventSql,
  { dictionaries, links }: { dictionaries: Dictionaries; links: Links },
  batches: readonly EventBatch[],
  isNew: (batch: EventBatch) => boolean = () => false,
): Promise<BatchReceipt[]> {
  for (const dictionary of Object.values(dictionaries)) dictionary.trim()
  const known = await knownBatches(
    sql,
    batches.filter(batch => !isNew(batch)),
  )
  await dictionaries.apps.resolve(sql, 0, [...new Set(batches.map(batch => batch.appid))])
  const [last] = await sql.rows<{ arrival: number | null }>(
    'select max(arrival) as arrival from (select arrival from batches union all select arrival from marks) as known',
  )
  let arrival = last?.arrival ?? 0
  const arrived: ArrivedBatch[] = []
  const receipts = batches.map(batch => {
    const key = nameKey(batch)
    const there = known.get(key)
    if (there) return there
    arrival += 1
    arrived.push({ app: dictionaries.apps.idOf(0, batch.appid), arrival, batch })
    const receipt = { duplicate: false, accepted: batch.events.length, rejected: batch.rejected }
    known.set(key, { ...receipt, duplicate: true })
    return receipt
  })
  if (arrived.length === 0) return receipts
  await sql.append(
    batchesTable,
    columnsOf(
      batchesTable,
      arrived.map(one => batchRow(one.app, one.arrival, one.batch)),
    ),
  )
  await sql.append(eventsTable, await eventColumns(sql, dictionaries, arrived))
  await links.make(sql, arrived)
  return receipts
}
