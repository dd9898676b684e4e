import type { Kysely, Transaction } from 'kysely'
import { API_BASE } from '../../../../src/contract/endpoints.ts'
import type { AvatarOwner, Avatars } from '../../../ports/avatars.ts'
import type { Tables } from '../tables.ts'

const addressOf = (id: string) => `${API_BASE}/avatars/${id}`

/** Pictures beside their owners' rows, which say where they stand. */
export function createAvatars(db: Kysely<Tables>): Avatars {
  return {
    async read(id) {
      const row = await db.selectFrom('avatars').select(['type', 'base64']).where('id', '=', id).executeTakeFirst()
      return row ? { type: row.type, bytes: Buffer.from(row.base64, 'base64') } : null
    },

    keep: (owner, id, { type, bytes }, now) =>
      db.transaction().execute(async trx => {
        if (!(await point(trx, owner, addressOf(id)))) return null
        await forgetAvatar(trx, owner)
        const whose = { person_id: null, appid: null, ...columnOf(owner) }
        await trx
          .insertInto('avatars')
          .values({ id, ...whose, type, base64: bytes.toString('base64'), check_trace: null, stored_at: now })
          .execute()
        return addressOf(id)
      }),

    async awaitCheck(id, trace) {
      await db.updateTable('avatars').set({ check_trace: trace }).where('id', '=', id).execute()
    },

    takeDown: trace =>
      db.transaction().execute(async trx => {
        const gone = await trx
          .deleteFrom('avatars')
          .where('check_trace', '=', trace)
          .returning(['person_id', 'appid'])
          .executeTakeFirst()
        if (!gone) return false
        await point(trx, gone.person_id === null ? { appid: gone.appid ?? '' } : { personId: gone.person_id }, null)
        return true
      }),
  }
}

const columnOf = (owner: AvatarOwner) => ('personId' in owner ? { person_id: owner.personId } : { appid: owner.appid })

/** Belongs to the write that takes a picture out of its owner's row. */
export async function forgetAvatar(db: Kysely<Tables> | Transaction<Tables>, owner: AvatarOwner): Promise<void> {
  const rows = db.deleteFrom('avatars')
  await ('personId' in owner
    ? rows.where('person_id', '=', owner.personId)
    : rows.where('appid', '=', owner.appid)
  ).execute()
}

async function point(trx: Transaction<Tables>, owner: AvatarOwner, address: string | null): Promise<boolean> {
  const set = { avatar_url: address }
  const { numUpdatedRows } = await ('personId' in owner
    ? trx.updateTable('people').set(set).where('id', '=', owner.personId)
    : trx.updateTable('apps').set(set).where('appid', '=', owner.appid)
  ).executeTakeFirst()
  return numUpdatedRows > 0n
}
