import type { BatchReceipt, EventBatch } from '../../ports/events.ts'
import type { Arrivals } from './arrivals.ts'
import { batchColumns, knownBatches, nameKey } from './batches.ts'
import { type ArrivedBatch, eventColumns, type NumberingDeps } from './event-rows.ts'
import type { Links } from './links.ts'
import type { EventSql } from './sql/database.ts'
import { batchesTable, eventsTable } from './sql/schema.ts'

/** Keeps the batches that are not there yet, inside a transaction, and answers for all. */
export async function keepBatches(
  sql: EventSql,
  { links, arrivals, ...numbering }: NumberingDeps & { links: Links; arrivals: Arrivals },
  batches: readonly EventBatch[],
  isNew: (batch: EventBatch) => boolean = () => false,
): Promise<BatchReceipt[]> {
  const { dictionaries } = numbering
  for (const dictionary of Object.values(dictionaries)) dictionary.trim()
  const known = await knownBatches(
    sql,
    batches.filter(batch => !isNew(batch)),
  )
  await dictionaries.apps.resolve(sql, 0, [...new Set(batches.map(batch => batch.appid))])
  let arrival = await arrivals.last(sql)
  const arrived: ArrivedBatch[] = []
  const seen = new Map<string, BatchReceipt>()
  const receipts = batches.map(batch => {
    const there = known.size > 0 ? known.get(nameKey(batch)) : undefined
    if (there) return there
    const name = `${batch.appid}\n${batch.batch}`
    const twin = seen.get(name)
    if (twin) return { ...twin, duplicate: true }
    arrival += 1
    const { events } = batch
    arrived.push({ app: dictionaries.apps.idOf(0, batch.appid), arrival, batch, events })
    const receipt = { duplicate: false, accepted: events.length, rejected: batch.rejected }
    seen.set(name, receipt)
    return receipt
  })
  if (arrived.length === 0) return receipts
  arrivals.reached(arrival)
  await sql.append(batchesTable, batchColumns(arrived))
  await sql.append(eventsTable, await eventColumns(sql, numbering, arrived))
  await links.make(sql, arrived)
  return receipts
}
