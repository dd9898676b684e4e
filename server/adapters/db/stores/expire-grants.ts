import type { Kysely, Transaction } from 'kysely'
import { SYSTEM_ACTOR } from '../../../../src/contract/access-limits.ts'
import type { Tables } from '../tables.ts'
import { lockApp } from './app-lock.ts'
import { instantOf, record, tell } from './record.ts'

type App = { appid: string; name: string }

/**
 * Takes away the grants of a locked app that have run out at `now`, and writes so into the audit as of their end. Rights
 * do not wait for it: a grant that has run out is none, whether its row is still there or not.
 */
export async function expireGrants(trx: Transaction<Tables>, app: App, now: number): Promise<void> {
  const gone = await trx
    .deleteFrom('grants')
    .where('appid', '=', app.appid)
    .where('role', '=', 'viewer')
    .where('expires_at', '<=', now)
    .returning(['person_id', 'scopes', 'expires_at'])
    .execute()
  for (const { person_id, scopes, expires_at } of gone) {
    const deed = { actorId: SYSTEM_ACTOR, at: expires_at ?? now }
    await record(trx, app.appid, 'expire', deed, { target: person_id, scopes, expiresAt: instantOf(expires_at) })
    await tell(trx, app, 'expired', [person_id], deed, { scopes })
  }
}

/** The same for one app or for all, where there is something to take away: most of the time nothing is written. */
export async function expireWhereDue(db: Kysely<Tables>, now: number, appid: string | null = null): Promise<void> {
  const due = await db
    .selectFrom('grants')
    .select('appid')
    .distinct()
    .where('role', '=', 'viewer')
    .where('expires_at', '<=', now)
    .$if(appid !== null, query => query.where('appid', '=', appid))
    .execute()
  for (const row of due) {
    await db.transaction().execute(async trx => {
      const app = await lockApp(trx, row.appid)
      if (app) await expireGrants(trx, app, now)
    })
  }
}
