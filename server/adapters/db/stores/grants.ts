import type { Kysely, Transaction } from 'kysely'
import type { AuditAction } from '../../../../src/contract/audit.ts'
import type { Deed, Grants, Terms } from '../../../ports/access.ts'
import type { Tables } from '../tables.ts'
import { admit, checkAdmission, inOrder } from './admission.ts'
import { adminsOf, holdPerson, lockApp } from './app-lock.ts'
import { expireGrants } from './expire-grants.ts'
import { instantOf, record, tell } from './record.ts'
import { readViewers } from './viewers.ts'

const told = ({ scopes, expiresAt }: Terms) => ({ scopes: inOrder(scopes), expiresAt: instantOf(expiresAt) })

/** Grants to viewers: every change with its audit entry and its notices in one transaction, one at a time an app. */
export function createGrants(db: Kysely<Tables>): Grants {
  const one = async (trx: Transaction<Tables>, appid: string, personId: string, now: number) =>
    (await readViewers(trx, appid, now, personId))[0] ?? null

  /** Takes a viewer's row away. @returns what the app was called and what the grant said */
  async function remove(trx: Transaction<Tables>, appid: string, personId: string, action: AuditAction, deed: Deed) {
    const app = await lockApp(trx, appid)
    if (!app) return null
    await expireGrants(trx, app, deed.at)
    const gone = await trx
      .deleteFrom('grants')
      .where('appid', '=', appid)
      .where('person_id', '=', personId)
      .where('role', '=', 'viewer')
      .returning(['scopes', 'expires_at as expiresAt'])
      .executeTakeFirst()
    if (!gone) return null
    await record(trx, appid, action, deed, { target: personId, ...told(gone) })
    return { app, gone }
  }

  return {
    viewers: (appid, now) => readViewers(db, appid, now),

    grant: (appid, personId, terms, deed) =>
      db.transaction().execute(async trx => {
        const app = await lockApp(trx, appid)
        if (!app || !(await holdPerson(trx, personId))) return null
        await checkAdmission(trx, app, personId, deed.at)
        await admit(trx, appid, personId, terms, deed)
        await record(trx, appid, 'grant', deed, { target: personId, ...told(terms) })
        await tell(trx, app, 'granted', [personId], deed, told(terms))
        return one(trx, appid, personId, deed.at)
      }),

    change: (appid, personId, { scopes, expiresAt }, deed) =>
      db.transaction().execute(async trx => {
        const app = await lockApp(trx, appid)
        if (!app) return null
        await expireGrants(trx, app, deed.at)
        const before = await one(trx, appid, personId, deed.at)
        if (!before) return null
        const after = {
          scopes: scopes ?? before.scopes,
          expiresAt: expiresAt === undefined ? before.expiresAt : expiresAt,
        }
        await trx
          .updateTable('grants')
          .set({ scopes: inOrder(after.scopes), expires_at: after.expiresAt })
          .where('appid', '=', appid)
          .where('person_id', '=', personId)
          .execute()
        await record(trx, appid, 'change', deed, { target: personId, ...told(after) })
        await tell(trx, app, 'changed', [personId], deed, told(after))
        return one(trx, appid, personId, deed.at)
      }),

    revoke: (appid, personId, deed) =>
      db.transaction().execute(async trx => {
        const removed = await remove(trx, appid, personId, 'revoke', deed)
        if (removed) await tell(trx, removed.app, 'revoked', [personId], deed, {})
        return removed !== null
      }),

    leave: (appid, personId, at) =>
      db.transaction().execute(async trx => {
        const deed = { actorId: personId, at }
        const removed = await remove(trx, appid, personId, 'leave', deed)
        if (removed) await tell(trx, removed.app, 'left', await adminsOf(trx, appid), deed, {})
        return removed !== null
      }),
  }
}
