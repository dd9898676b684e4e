import { type Kysely, sql } from 'kysely'
import type { SealedThing, SealedThings } from '../../ports/sealed.ts'
import { HASH_KEY_CONTEXT } from '../vault/hash-key.ts'
import { openidContext } from './stores/people.ts'
import { secretContext } from './stores/secrets.ts'
import { tokenContext } from './stores/tokens.ts'
import type { Tables } from './tables.ts'

/** Every column that holds sealed text. A new one belongs here too. */
export function createSealedThings(db: Kysely<Tables>): SealedThings {
  const startsOtherwise = (column: string, prefix: string) =>
    sql<boolean>`left(${sql.ref(column)}, ${prefix.length}::int) <> ${prefix}`

  return {
    async listOthers(prefix) {
      const secrets = await db
        .selectFrom('apps')
        .select(['appid', 'sealed_secret as sealed'])
        .where(startsOtherwise('sealed_secret', prefix))
        .orderBy('appid')
        .execute()
      const tokens = await db
        .selectFrom('tokens')
        .select(['appid', 'sealed'])
        .where(startsOtherwise('sealed', prefix))
        .orderBy('appid')
        .execute()
      const openids = await db
        .selectFrom('people')
        .select(['id', 'sealed_openid'])
        .where(startsOtherwise('sealed_openid', prefix))
        .orderBy('id')
        .execute()
      const keys = await db.selectFrom('keys').selectAll().where(startsOtherwise('sealed', prefix)).execute()
      return [
        ...secrets.map(row => thing('app-secret', row.appid, secretContext(row.appid), row.sealed)),
        ...tokens.map(row => thing('access-token', row.appid, tokenContext(row.appid), row.sealed)),
        ...openids.map(row => thing('openid', row.id, openidContext(row.id), row.sealed_openid ?? '')),
        ...keys.map(row => thing('hash-key', row.name, HASH_KEY_CONTEXT, row.sealed)),
      ]
    },

    async replace({ kind, id, sealed: before }, sealed) {
      const { numUpdatedRows } = await updates(db, id, before, sealed)[kind]().executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}

/** How each kind is written, only where it still is as it was read. */
const updates = (db: Kysely<Tables>, id: string, before: string, sealed: string) => ({
  'app-secret': () =>
    db.updateTable('apps').set({ sealed_secret: sealed }).where('appid', '=', id).where('sealed_secret', '=', before),
  'access-token': () => db.updateTable('tokens').set({ sealed }).where('appid', '=', id).where('sealed', '=', before),
  openid: () =>
    db.updateTable('people').set({ sealed_openid: sealed }).where('id', '=', id).where('sealed_openid', '=', before),
  'hash-key': () => db.updateTable('keys').set({ sealed }).where('name', '=', id).where('sealed', '=', before),
})

const thing = (kind: SealedThing['kind'], id: string, context: string, sealed: string): SealedThing => ({
  kind,
  id,
  context,
  sealed,
})
