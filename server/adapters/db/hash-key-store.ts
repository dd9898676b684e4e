import type { Kysely } from 'kysely'
import type { HashKeyStore } from '../vault/hash-key.ts'
import type { Tables } from './tables.ts'

const NAME = 'hash'

/** The sealed hash key's place in the table `keys`. */
export function createHashKeyStore(db: Kysely<Tables>): HashKeyStore {
  const read = async () => {
    const row = await db.selectFrom('keys').select('sealed').where('name', '=', NAME).executeTakeFirst()
    return row?.sealed ?? null
  }
  return {
    read,
    async keepFirst(sealed) {
      await db
        .insertInto('keys')
        .values({ name: NAME, sealed })
        .onConflict(conflict => conflict.doNothing())
        .execute()
      return (await read()) ?? sealed
    },
  }
}
