import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Database, databaseOn } from '../../server/adapters/db/database.ts'
import { createHashKeyStore } from '../../server/adapters/db/hash-key-store.ts'
import { migrate } from '../../server/adapters/db/migrate.ts'
import { openPglite } from '../../server/adapters/db/pglite/engine.ts'
import { createStores, type Stores } from '../../server/adapters/db/stores.ts'
import { createVault } from '../../server/adapters/vault/vault.ts'
import type { Vault } from '../../server/ports/vault.ts'
import { temporaryFolder } from './server-process.ts'

/** The master key of every test that does not test keys. */
export const testMasterKey = Buffer.alloc(32, 7)

export interface TestStores {
  stores: Stores
  vault: Vault
  db: Database
  close(): Promise<void>
}

/** All stores on an empty, migrated database in memory. Open once a file (half a second), close in `afterAll`. */
export async function openTestStores(): Promise<TestStores> {
  const db = await openMemoryDatabase()
  const vault = await createVault({ masterKeys: [testMasterKey], hashKeyStore: createHashKeyStore(db.kysely) })
  return { stores: createStores(db, vault), vault, db, close: db.close }
}

/** A new data folder with a migrated, empty database: the first start on it is as quick as any other, where making a database is not the subject. */
export async function seededFolder() {
  const data = await temporaryFolder()
  await seedDataDir(data.folder)
  return data
}

/** Puts a migrated, empty database into a data folder: a copy of one that is made once for each state of the migrations. */
export async function seedDataDir(dataDir: string): Promise<void> {
  const seed = madeUp('folder')
  if (!existsSync(seed)) await makeFolder(seed)
  mkdirSync(dataDir, { recursive: true })
  cpSync(seed, path.join(dataDir, 'database'), { recursive: true })
}

async function makeFolder(seed: string): Promise<void> {
  const unfinished = `${seed}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  const engine = await openPglite(unfinished, await image())
  await engine.close()
  try {
    renameSync(unfinished, seed)
  } catch (error) {
    // another process was quicker
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(seed)) throw error
  }
}

/** Migrated and empty, from an image of such a database that is made once for each state of the migrations. */
export async function openMemoryDatabase(): Promise<Database> {
  return databaseOn(await openPglite(null, await image()))
}

async function image(): Promise<Uint8Array> {
  const file = madeUp('tar')
  if (!existsSync(file)) await makeImage(file)
  return new Uint8Array(readFileSync(file))
}

async function makeImage(file: string): Promise<void> {
  const engine = await openPglite(null)
  const db = databaseOn(engine)
  await migrate(db.kysely)
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, await engine.image())
  renameSync(unfinished, file)
  await db.close()
}

/** Where it is kept from run to run. */
function madeUp(kind: 'tar' | 'folder'): string {
  const hash = createHash('sha256')
  const folder = new URL('../../server/adapters/db/migrations/', import.meta.url)
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(new URL(name, folder)))
  const engine = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  hash.update(readFileSync(path.join(path.dirname(engine), '..', 'package.json')))
  const user = process.getuid?.() ?? 0
  return path.join(tmpdir(), `data-assistant-test-${user}-${hash.digest('hex').slice(0, 16)}.${kind}`)
}
