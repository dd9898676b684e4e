import { type Kysely, type Selectable, sql } from 'kysely'
import type { WriteKeyPair, WriteKeyStore } from '../../../ports/write-keys.ts'
import type { Tables } from '../tables.ts'
import { lockApp } from './app-lock.ts'

const columns = ['appid', 'key', 'previous_key', 'previous_until'] as const

const pairOf = (row: Pick<Selectable<Tables['write_keys']>, (typeof columns)[number]>): WriteKeyPair => ({
  appid: row.appid,
  key: row.key,
  previousKey: row.previous_key,
  previousUntil: row.previous_until,
})

/** Write keys of bound apps. */
export function createWriteKeyStore(db: Kysely<Tables>): WriteKeyStore {
  const keys = db.selectFrom('write_keys').select(columns)
  return {
    all: async () => (await keys.execute()).map(pairOf),

    async stamp() {
      // the clocks of instances differ, so no time says what is new
      const all = sql<string>`md5(coalesce(string_agg(concat_ws(' ', key, previous_key), ',' order by appid), ''))`
      const row = await db.selectFrom('write_keys').select(all.as('stamp')).executeTakeFirstOrThrow()
      return row.stamp
    },

    async find(key) {
      const row = await keys
        .where(({ eb, or }) => or([eb('key', '=', key), eb('previous_key', '=', key)]))
        .executeTakeFirst()
      return row ? pairOf(row) : null
    },

    keepFirst: (appid, key, now) =>
      db.transaction().execute(async trx => {
        if (!(await lockApp(trx, appid))) return null
        const row = { appid, key, previous_key: null, previous_until: null, changed_at: now }
        await trx
          .insertInto('write_keys')
          .values(row)
          .onConflict(conflict => conflict.column('appid').doNothing())
          .execute()
        const kept = await trx
          .selectFrom('write_keys')
          .select(columns)
          .where('appid', '=', appid)
          .executeTakeFirstOrThrow()
        return pairOf(kept)
      }),

    async rotate(appid, key, { now, previousUntil }) {
      const row = await db
        .updateTable('write_keys')
        .set(({ ref }) => ({ key, previous_key: ref('key'), previous_until: previousUntil, changed_at: now }))
        .where('appid', '=', appid)
        .returning(columns)
        .executeTakeFirst()
      return row ? pairOf(row) : null
    },
  }
}
