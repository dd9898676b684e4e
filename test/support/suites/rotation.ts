import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { createHashKeyStore } from '../../../server/adapters/db/hash-key-store.ts'
import { createSealedThings } from '../../../server/adapters/db/sealed-things.ts'
import { createStores } from '../../../server/adapters/db/stores.ts'
import { createResealer } from '../../../server/adapters/vault/resealer.ts'
import { createVault } from '../../../server/adapters/vault/vault.ts'
import { rotateKeys } from '../../../server/usecases/rotate-keys.ts'
import { type TestStores, testMasterKey } from '../database.ts'
import { bound, registered, T0 } from './stores/made-up.ts'

const NEW_KEY = Buffer.alloc(32, 9)

/** Rotation on every engine. @param open stores on a database of their own */
export function describeRotation(engine: string, open: () => Promise<TestStores>): void {
  it(`rotation on ${engine}: afterwards the new key alone opens all, the old one nothing, and hashes are the same`, async () => {
    const before = await open()
    const { kysely } = before.db
    const vaultUnder = (masterKeys: Buffer[]) => createVault({ masterKeys, hashKeyStore: createHashKeyStore(kysely) })
    try {
      const apps = [await bound(before), await bound(before)]
      for (const { appid } of apps) await before.stores.tokens.write(appid, { token: `of ${appid}`, expiresAt: T0 })

      const person = await registered(before)
      await before.stores.people.keepOpenid(person.id, 'openid of lin')

      const resealer = createResealer([NEW_KEY, testMasterKey])
      const { resealed, unopened } = await rotateKeys({ things: createSealedThings(kysely), resealer })
      expect(resealed).toEqual({ 'app-secret': 2, 'access-token': 2, openid: 1, 'hash-key': 1 })
      expect(unopened).toEqual([])

      const vault = await vaultUnder([NEW_KEY])
      const after = createStores(before.db, vault)
      for (const { appid } of apps) {
        expect(await after.secrets.read(appid)).toBe(`secret of ${appid}`)
        expect(await after.tokens.read(appid)).toEqual({ token: `of ${appid}`, expiresAt: T0 })
      }
      expect(await after.openids.of(person.id)).toBe('openid of lin')
      expect(vault.hash('openid', 'openid')).toBe(before.vault.hash('openid', 'openid'))
      await expect(vaultUnder([testMasterKey])).rejects.toThrow(/^MASTER_KEY does not open this database/)
      await expect(before.stores.secrets.read(apps[0]?.appid ?? '')).rejects.toMatchObject({
        failure: 'secret_unreadable',
      })
    } finally {
      await before.close()
    }
  })

  it(`rotation on ${engine} knows every column that holds sealed text`, async () => {
    const { db, close } = await open()
    try {
      const { rows } = await sql<{ place: string }>`
        select table_name || '.' || column_name as place from information_schema.columns
        where table_schema = 'public' and column_name like '%sealed%' order by 1`.execute(db.kysely)
      expect(rows.map(({ place }) => place)).toEqual([
        'apps.sealed_secret',
        'keys.sealed',
        'people.sealed_openid',
        'tokens.sealed',
      ])
    } finally {
      await close()
    }
  })
}
