import type { Kysely, Transaction } from 'kysely'
import { ConflictError } from '../../../errors.ts'
import type { AccessRequests } from '../../../ports/access.ts'
import type { Tables } from '../tables.ts'
import { admit, checkAdmission } from './admission.ts'
import { lockApp } from './app-lock.ts'
import { faceColumns, toFace } from './faces.ts'
import { instantOf, record, tell } from './record.ts'
import { readViewers } from './viewers.ts'

/** Who took a card that wants an admin's word. */
export function createAccessRequests(db: Kysely<Tables>): AccessRequests {
  /** Locks the app, then takes the request away. */
  async function take(trx: Transaction<Tables>, appid: string, id: string) {
    const app = await lockApp(trx, appid)
    if (!app) return null
    const request = await trx
      .deleteFrom('access_requests')
      .where('appid', '=', appid)
      .where('id', '=', id)
      .returning(['person_id', 'scopes', 'grant_expires_at'])
      .executeTakeFirst()
    return request ? { app, request } : null
  }

  return {
    async of(appid) {
      const rows = await db
        .selectFrom('access_requests')
        .innerJoin('people', 'people.id', 'access_requests.person_id')
        .select(faceColumns)
        .select(['access_requests.id as request_id', 'scopes', 'grant_expires_at', 'asked_at'])
        .where('appid', '=', appid)
        .orderBy('asked_at')
        .orderBy('access_requests.id')
        .execute()
      return rows.map(row => ({
        id: row.request_id,
        person: toFace(row),
        scopes: row.scopes,
        grantExpiresAt: row.grant_expires_at,
        askedAt: row.asked_at,
      }))
    },

    approve: (appid, id, deed) =>
      db.transaction().execute(async trx => {
        const taken = await take(trx, appid, id)
        if (!taken) return null
        const { app, request } = taken
        const { person_id: personId, scopes, grant_expires_at: expiresAt } = request
        if (expiresAt !== null && expiresAt <= deed.at) throw new ConflictError('requestOver')
        await checkAdmission(trx, app, personId, deed.at)
        await admit(trx, appid, personId, { scopes, expiresAt }, deed)
        const detail = { scopes, expiresAt: instantOf(expiresAt) }
        await record(trx, appid, 'approve', deed, { target: personId, ...detail })
        await tell(trx, app, 'approved', [personId], deed, detail)
        return (await readViewers(trx, appid, deed.at, personId))[0] ?? null
      }),

    reject: (appid, id, deed) =>
      db.transaction().execute(async trx => {
        const taken = await take(trx, appid, id)
        if (!taken) return null
        const { app, request } = taken
        await record(trx, appid, 'reject', deed, { target: request.person_id, scopes: request.scopes })
        await tell(trx, app, 'rejected', [request.person_id], deed)
        return request.person_id
      }),
  }
}
