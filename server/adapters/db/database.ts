import path from 'node:path'
import { Kysely, sql } from 'kysely'
import { SettingError } from '../../config/setting-error.ts'
import { lockDataDir } from '../data-dir/lock.ts'
import { orNoRoom } from '../data-dir/room.ts'
import { PostgresLikeDialect } from './dialect.ts'
import type { DatabaseFailure, Engine } from './engine.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pglite/engine.ts'
import type { Tables } from './tables.ts'

export interface Database {
  kysely: Kysely<Tables>
  engine: Engine['name']
  /** @throws DatabaseFailure when it cannot be reached */
  ping(): Promise<void>
  /** Resolves when it is gone for good; absent where it comes back. */
  lost?: Promise<DatabaseFailure>
  /** Waits for what runs, then closes and frees the data folder. */
  close(): Promise<void>
}

/**
 * Opens and migrates the database: PostgreSQL at `url`, else the embedded one in `dataDir`, which it locks.
 * @throws SettingError when the database cannot be reached, or another process lives on the same folder
 * @throws DatabaseFailure when it cannot be migrated
 */
export async function openDatabase(where: { url: string | null; dataDir: string }): Promise<Database> {
  if (where.url === null) return openEmbedded(where.dataDir)
  // the embedded case pays no memory for it
  const { openPostgres } = await import('./postgres/engine.ts')
  await migrateAlone(openPostgres(where.url, { size: 1, statementMs: null }))
  return databaseOn(openPostgres(where.url))
}

async function openEmbedded(dataDir: string): Promise<Database> {
  const lock = await lockDataDir(dataDir)
  try {
    const database = databaseOn(await openPglite(path.join(dataDir, 'database')).catch(refuseFolder(dataDir)))
    await prepare(database.kysely).catch(error => database.close().then(() => Promise.reject(error)))
    return { ...database, close: () => database.close().finally(lock.release) }
  } catch (error) {
    await lock.release()
    throw await orNoRoom(error, dataDir)
  }
}

/** What the engine cannot open is no database, a damaged one, or somebody else's; its own words are for programmers. */
const refuseFolder = (dataDir: string) => async (error: unknown) => {
  const cause = await orNoRoom(error, dataDir)
  if (cause instanceof SettingError) throw cause
  throw new SettingError(
    'DATA_DIR',
    'holds a database that cannot be opened: it is damaged, or this user may not write to it; put a backup there, or write another folder',
  )
}

/** The folder is locked for us, so whoever has a lease or a claim in it is dead: what a killed process was at goes on at once. */
async function prepare(kysely: Kysely<Tables>): Promise<void> {
  await migrate(kysely)
  await kysely.deleteFrom('leases').execute()
  await kysely.updateTable('archive').set({ claimed_until: null }).where('claimed_until', 'is not', null).execute()
}

/** On a connection of its own: everyday statements have a time limit, a migration has none. */
async function migrateAlone(engine: Engine): Promise<void> {
  const database = databaseOn(engine)
  try {
    await database.ping().catch(refuseUrl)
    await migrate(database.kysely)
  } finally {
    await database.close()
  }
}

function refuseUrl(failure: DatabaseFailure): never {
  const words = failure.message.replaceAll(/\s+/g, ' ')
  throw new SettingError('DATABASE_URL', `leads to no database (${words}); write the address of one that runs`)
}

/** A database on an open engine, as it is. */
export function databaseOn(engine: Engine): Database {
  const kysely = new Kysely<Tables>({ dialect: new PostgresLikeDialect(engine) })
  return {
    kysely,
    engine: engine.name,
    ...(engine.lost && { lost: engine.lost }),
    async ping() {
      await sql`select 1`.execute(kysely)
    },
    close: () => kysely.destroy(),
  }
}
