import { masterKeysOf } from '../adapters/data-dir/master-key.ts'
import { openDatabase } from '../adapters/db/database.ts'
import { createHashKeyStore } from '../adapters/db/hash-key-store.ts'
import { createSealedThings } from '../adapters/db/sealed-things.ts'
import { createResealer } from '../adapters/vault/resealer.ts'
import { createVault } from '../adapters/vault/vault.ts'
import { readConfig, SettingError } from '../config.ts'
import { rotateKeys } from '../usecases/rotate-keys.ts'

/** `npm run rotate-keys` with MASTER_KEY=new,old: seals everything under the first key; then it alone suffices. */
async function main(): Promise<number> {
  const config = readConfig(process.env)
  const masterKeys = await masterKeysOf(config)
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir })
  try {
    // refuses a ring that is not this database's before anything is changed
    await createVault({ masterKeys, hashKeyStore: createHashKeyStore(database.kysely) })
    const things = createSealedThings(database.kysely)
    const { resealed, unopened } = await rotateKeys({ things, resealer: createResealer(masterKeys) })
    console.log(
      `Sealed anew: ${resealed['app-secret']} AppSecrets, ${resealed['access-token']} access tokens, ` +
        `${resealed.openid} openids, ${resealed['hash-key']} hash key. 已重新加密。`,
    )
    for (const context of unopened) console.error(`No key of MASTER_KEY opens ${context}. 无法解密，保持原样。`)
    if (unopened.length > 0) return 1
    console.log('The first key of MASTER_KEY alone suffices now. 现在只需保留 MASTER_KEY 的第一个密钥。')
    return 0
  } finally {
    await database.close()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof SettingError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
