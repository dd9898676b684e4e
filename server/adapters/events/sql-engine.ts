import { knownBatches, nameKey, storedNames } from './batches.ts'
import { countAnew, countArrivals } from './counting.ts'
import { createDictionaries } from './dictionaries.ts'
import type { EventEngine } from './engine.ts'
import { eraseApp, erasePerson, expire } from './forget.ts'
import { keepBatches } from './keep.ts'
import { createLinks } from './links.ts'
import { readRecent } from './recent.ts'
import { createReports } from './reports/reports.ts'
import type { EventDatabase } from './sql/database.ts'

/**
 * An engine of events upon a database that speaks the common dialect.
 * @param randomBits 63 random bits
 */
export function createSqlEngine(database: EventDatabase, randomBits: () => bigint): EventEngine {
  const dictionaries = createDictionaries()
  const links = createLinks()
  const counted = new Map<string, { at: number; version: number }>()
  let countedAt = 0
  const reports = createReports(database, {
    countedAt: () => countedAt,
    version: appid => counted.get(appid)?.version ?? 0,
  })

  /** What was remembered of a transaction that failed was never kept. */
  const forgetting = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      for (const memory of [...Object.values(dictionaries), links]) memory.forget()
      throw error
    }
  }
  const changed = (appid: string, now: number) => {
    counted.set(appid, { at: now, version: (counted.get(appid)?.version ?? 0) + 1 })
  }

  return {
    insert: batches => forgetting(database.write(sql => keepBatches(sql, { dictionaries, links }, batches))),
    receipts: names =>
      database.read(async sql => {
        const known = await knownBatches(sql, names)
        return names.map(name => known.get(nameKey(name)) ?? null)
      }),
    names: receivedSince => storedNames(database, receivedSince),
    async count(now, lengths) {
      const appids = await database.count(async sql => {
        const numbers = await countArrivals(sql, lengths)
        if (numbers.length === 0) return []
        return sql.rows<{ appid: string }>(`select appid from apps where app in (${numbers.join(', ')})`)
      })
      for (const { appid } of appids) changed(appid, now)
      countedAt = now
      return { appids: appids.map(({ appid }) => appid) }
    },
    async rebuild(now) {
      await database.count(countAnew)
      for (const appid of counted.keys()) changed(appid, now)
      countedAt = now
    },
    expire: before => database.count(sql => expire(sql, before)),
    async erase(appid) {
      await forgetting(database.count(sql => eraseApp(sql, appid)))
      for (const memory of [...Object.values(dictionaries), links]) memory.forget()
    },
    async eraseVisitor(appid, visitor) {
      await database.count(sql => erasePerson(sql, appid, visitor, randomBits()))
      links.forget()
    },
    recent: (appid, limit) => database.read(sql => readRecent(sql, appid, limit)),
    reports,
    close: () => database.close(),
  }
}
