import type { Kysely } from 'kysely'
import { scopes as allScopes } from '../../../../src/contract/scopes.ts'
import { ConflictError } from '../../../errors.ts'
import type { Admins, AppAdmin } from '../../../ports/access.ts'
import type { Tables } from '../tables.ts'
import { holdPerson, lockApp } from './app-lock.ts'
import { faceColumns, toFace } from './faces.ts'
import { record, tell } from './record.ts'

/** Admins of apps. The lock on the app keeps two of them from removing each other at once. */
export function createAdmins(db: Kysely<Tables>): Admins {
  async function read(executor: Kysely<Tables>, appid: string): Promise<AppAdmin[]> {
    const rows = await executor
      .selectFrom('grants')
      .innerJoin('people', 'people.id', 'grants.person_id')
      .select(faceColumns)
      .select('grants.granted_at')
      .where('grants.appid', '=', appid)
      .where('grants.role', '=', 'admin')
      .orderBy('grants.granted_at')
      .orderBy('grants.person_id')
      .execute()
    return rows.map(row => ({ person: toFace(row), since: row.granted_at }))
  }

  return {
    of: appid => read(db, appid),

    async administersAny(personId) {
      const row = await db
        .selectFrom('grants')
        .select('appid')
        .where('person_id', '=', personId)
        .where('role', '=', 'admin')
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },

    add: (appid, personId, deed) =>
      db.transaction().execute(async trx => {
        const app = await lockApp(trx, appid)
        if (!app || !(await holdPerson(trx, personId))) return null
        const before = await read(trx, appid)
        if (before.some(admin => admin.person.id === personId)) throw new ConflictError('adminAlready')
        const row = {
          role: 'admin' as const,
          scopes: [...allScopes],
          expires_at: null,
          granted_by: deed.actorId,
          granted_at: deed.at,
        }
        await trx
          .insertInto('grants')
          .values({ appid, person_id: personId, last_viewed_at: null, ...row })
          .onConflict(conflict => conflict.columns(['appid', 'person_id']).doUpdateSet(row))
          .execute()
        await trx.deleteFrom('access_requests').where('appid', '=', appid).where('person_id', '=', personId).execute()
        await record(trx, appid, 'admin_add', deed, { target: personId })
        await tell(trx, app, 'admin_added', [personId], deed)
        return (await read(trx, appid)).find(admin => admin.person.id === personId) ?? null
      }),

    remove: (appid, personId, deed) =>
      db.transaction().execute(async trx => {
        const app = await lockApp(trx, appid)
        const admins = app ? await read(trx, appid) : []
        if (!app || !admins.some(admin => admin.person.id === personId)) return false
        if (admins.length === 1) throw new ConflictError('lastAdmin')
        await trx.deleteFrom('grants').where('appid', '=', appid).where('person_id', '=', personId).execute()
        await trx
          .updateTable('invitations')
          .set({ void: true })
          .where('appid', '=', appid)
          .where('invited_by', '=', personId)
          .execute()
        await record(trx, appid, 'admin_remove', deed, { target: personId })
        await tell(trx, app, 'admin_removed', [personId], deed)
        return true
      }),
  }
}
