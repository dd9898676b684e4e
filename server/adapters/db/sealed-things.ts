import { type Kysely, sql } from 'kysely'
import type { SealedThing, SealedThings } from '../../ports/sealed.ts'
import { HASH_KEY_CONTEXT } from '../vault/hash-key.ts'
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
      const keys = await db.selectFrom('keys').selectAll().where(startsOtherwise('sealed', prefix)).execute()
      return [
        ...secrets.map(row => thing('app-secret', row.appid, secretContext(row.appid), row.sealed)),
        ...tokens.map(row => thing('access-token', row.appid, tokenContext(row.appid), row.sealed)),
        ...keys.map(row => thing('hash-key', row.name, HASH_KEY_CONTEXT, row.sealed)),
      ]
    },

    async replace({ kind, id, sealed: before }, sealed) {
      const { numUpdatedRows } = await (kind === 'app-secret'
        ? db
            .updateTable('apps')
            .set({ sealed_secret: sealed })
            .where('appid', '=', id)
            .where('sealed_secret', '=', before)
        : kind === 'access-token'
          ? db.updateTable('tokens').set({ sealed }).where('appid', '=', id).where('sealed', '=', before)
          : db.updateTable('keys').set({ sealed }).where('name', '=', id).where('sealed', '=', before)
      ).executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}

const thing = (kind: SealedThing['kind'], id: string, context: string, sealed: string): SealedThing => ({
  kind,
  id,
  context,
  sealed,
})
