import { masterKeysOf } from '../adapters/data-dir/master-key.ts'
import { openDatabase } from '../adapters/db/database.ts'
import { createHashKeyStore } from '../adapters/db/hash-key-store.ts'
import { createStores } from '../adapters/db/stores.ts'
import { createVault } from '../adapters/vault/vault.ts'
import { readConfig } from '../config.ts'
import { systemClock } from '../ports/clock.ts'
import { operatorAdmins } from '../usecases/operator-admins.ts'
import { fail } from './run.ts'

/** `npm run admins -- add <appid> <handle>`: helps when the only admin of an app is gone. */
try {
  const config = readConfig(process.env)
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir })
  try {
    const hashKeyStore = createHashKeyStore(database.kysely)
    const vault = await createVault({ masterKeys: await masterKeysOf(config), hashKeyStore })
    console.log(await operatorAdmins({ ...createStores(database, vault), clock: systemClock }, process.argv.slice(2)))
  } finally {
    await database.close()
  }
} catch (error) {
  fail(error)
}
