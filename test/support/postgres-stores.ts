import { openDatabase } from '../../server/adapters/db/database.ts'
import { createHashKeyStore } from '../../server/adapters/db/hash-key-store.ts'
import { createStores } from '../../server/adapters/db/stores.ts'
import { createVault } from '../../server/adapters/vault/vault.ts'
import { type TestStores, testMasterKey } from './database.ts'

/** All stores on a database of a PostgreSQL, as one instance opens them. */
export async function openStoresOn(url: string): Promise<TestStores> {
  const db = await openDatabase({ url, dataDir: '/nowhere' })
  const vault = await createVault({ masterKeys: [testMasterKey], hashKeyStore: createHashKeyStore(db.kysely) })
  return { db, vault, stores: createStores(db, vault), close: db.close }
}
