import { createArrivals } from './arrivals.ts'
import { knownBatches, nameKey, storedNames } from './batches.ts'
import { countMinutes, countWholeDays } from './counting.ts'
import { createDictionaries } from './dictionaries.ts'
import type { EventEngine } from './engine.ts'
import { eraseApp, erasePerson, expire } from './forget.ts'
import { keepBatches } from './keep.ts'
import { createLinks } from './links.ts'
import { createNameHashes } from './name-hashes.ts'
import { countAnew, isOutdated } from './rebuilding.ts'
import { readRecent } from './recent.ts'
import { createPaths } from './reports/paths.ts'
import { createReports } from './reports/reports.ts'
import type { EventDatabase, EventSql } from './sql/database.ts'
import { createStanding } from './standing.ts'

export interface SqlEngineOptions {
  /** No other process writes to the database: what was read of it may be remembered. */
  isAlone: boolean
  /** Events that are taken into the counters together; half a million when nothing is said. */
  eventsAtOnce?: number
  /** 63 random bits. */
  randomBits(): bigint
}

/** An engine of events upon a database that speaks the common dialect. */
export function createSqlEngine(
  database: EventDatabase,
  { isAlone, randomBits, eventsAtOnce = 500_000 }: SqlEngineOptions,
): EventEngine {
  const dictionaries = createDictionaries()
  const links = createLinks()
  let isUpToDate = false
  const arrivals = createArrivals()
  const hashes = createNameHashes()
  const standing = createStanding(database, isAlone)
  const paths = createPaths(isAlone)
  const reports = createReports(database, standing, paths)

  const forget = () => {
    for (const memory of [...Object.values(dictionaries), links, arrivals]) memory.forget()
  }
  type Lane = 'count' | 'countDays'
  async function count(now: number, lane: Lane, work: (sql: EventSql) => Promise<number[]>): Promise<string[]> {
    const appids = await database[lane](async sql => {
      const apps = await work(sql)
      await standing.raise(sql, apps, lane === 'count' ? 'counted' : 'day_counted')
      if (apps.length === 0) return []
      const rows = await sql.rows<{ appid: string }>(`select appid from apps where app in (${apps.join(', ')})`)
      return rows.map(({ appid }) => appid)
    })
    standing.counted(now, appids)
    return appids
  }
  async function rebuild(now: number): Promise<void> {
    await database.countDays(() =>
      count(now, 'count', async sql => {
        await countAnew(sql, now)
        return (await sql.rows<{ app: number }>('select app from apps')).map(({ app }) => app)
      }),
    )
  }
  /** Nothing is counted meanwhile. */
  const alone = <T>(work: (sql: EventSql) => Promise<T>): Promise<T> => database.countDays(() => database.count(work))

  return {
    async insert(batches, isNew) {
      try {
        return await database.write(sql => keepBatches(sql, { dictionaries, hashes, links, arrivals }, batches, isNew))
      } catch (error) {
        // what was remembered of a transaction that failed was never kept
        forget()
        throw error
      } finally {
        if (!isAlone) forget()
      }
    },
    receipts: names =>
      database.read(async sql => {
        const known = await knownBatches(sql, names)
        return names.map(name => known.get(nameKey(name)) ?? null)
      }),
    names: receivedSince => storedNames(database, receivedSince),
    async count(now, lengths) {
      const how = { now, lengths, eventsAtOnce }
      isUpToDate ||= !(await database.read(isOutdated))
      if (!isUpToDate) await rebuild(now)
      isUpToDate = true
      const appids = new Set(await count(now, 'count', sql => countMinutes(sql, how)))
      if (!lengths.includes(1440)) return { appids: [...appids] }
      for (const appid of await count(now, 'countDays', sql => countWholeDays(sql, how))) appids.add(appid)
      return { appids: [...appids] }
    },
    rebuild,
    expire: before => alone(sql => expire(sql, before)),
    async erase(appid) {
      // nothing is kept meanwhile: numbers of paths that are gone must not be given to new events
      await database.write(async () => {
        await alone(sql => eraseApp(sql, appid))
        forget()
        paths.forget()
      })
    },
    async eraseVisitor(appid, visitor) {
      await alone(sql => erasePerson(sql, appid, visitor, randomBits()))
      links.forget()
    },
    recent: (appid, limit) => database.read(sql => readRecent(sql, appid, limit)),
    reports,
    close: () => database.close(),
  }
}
