import type { Kysely } from 'kysely'
import { ConflictError } from '../../../errors.ts'
import type { Tables } from '../tables.ts'
import { adminsOf, lockApp } from './app-lock.ts'
import { record, tell } from './record.ts'

/**
 * Erases a person. The references of the schema take sessions, grants, requests, cards, notices, consents and the
 * picture along; what others did with them stays in the audit under a bare id.
 * @throws ConflictError `lastAdminOfApp`, with the names of all such apps
 */
export async function erasePerson(db: Kysely<Tables>, id: string, now: number): Promise<void> {
  await db.transaction().execute(async trx => {
    const concerned = await trx
      .selectFrom('grants')
      .select('appid')
      .where('person_id', '=', id)
      .union(trx.selectFrom('access_requests').select('appid').where('person_id', '=', id))
      .union(trx.selectFrom('invitations').select('appid').where('invited_by', '=', id))
      .orderBy('appid')
      .execute()
    const deed = { actorId: id, at: now }
    const alone: string[] = []
    for (const { appid } of concerned) {
      const app = await lockApp(trx, appid)
      if (!app) continue
      const grant = await trx
        .selectFrom('grants')
        .select('role')
        .where('appid', '=', appid)
        .where('person_id', '=', id)
        .executeTakeFirst()
      if (!grant) continue
      const admins = await adminsOf(trx, appid)
      if (grant.role === 'admin' && admins.length === 1) {
        alone.push(app.name)
        continue
      }
      await record(trx, appid, grant.role === 'admin' ? 'admin_remove' : 'leave', deed, { target: id })
      await tell(trx, app, 'left', admins, deed)
    }
    if (alone.length > 0) throw new ConflictError('lastAdminOfApp', alone)
    await trx.deleteFrom('people').where('id', '=', id).execute()
  })
}
