import type { Transaction } from 'kysely'
import { VIEWER_LIMIT } from '../../../../src/contract/access-limits.ts'
import { scopes as allScopes } from '../../../../src/contract/scopes.ts'
import { ConflictError } from '../../../errors.ts'
import type { Deed, Terms } from '../../../ports/access.ts'
import type { Tables } from '../tables.ts'
import { expireGrants } from './expire-grants.ts'

/**
 * Refuses whoever may not become a viewer of a locked app.
 * @throws ConflictError `adminAlready` `viewerAlready` `viewersFull`
 */
export async function checkAdmission(
  trx: Transaction<Tables>,
  app: { appid: string; name: string },
  personId: string,
  now: number,
): Promise<void> {
  await expireGrants(trx, app, now)
  const present = await trx.selectFrom('grants').select(['person_id', 'role']).where('appid', '=', app.appid).execute()
  const own = present.find(row => row.person_id === personId)
  if (own) throw new ConflictError(own.role === 'admin' ? 'adminAlready' : 'viewerAlready')
  if (present.filter(row => row.role === 'viewer').length >= VIEWER_LIMIT) throw new ConflictError('viewersFull')
}

/** Lets in whoever was checked; a request of the same person is answered by it. */
export async function admit(
  trx: Transaction<Tables>,
  appid: string,
  personId: string,
  { scopes, expiresAt }: Terms,
  { actorId, at }: Deed,
): Promise<void> {
  await trx.deleteFrom('access_requests').where('appid', '=', appid).where('person_id', '=', personId).execute()
  await trx
    .insertInto('grants')
    .values({
      appid,
      person_id: personId,
      role: 'viewer',
      scopes: inOrder(scopes),
      expires_at: expiresAt,
      granted_by: actorId,
      granted_at: at,
      last_viewed_at: null,
    })
    .execute()
}

/** Scopes in the order of the contract, each once. */
export const inOrder = (scopes: readonly string[]) => allScopes.filter(scope => scopes.includes(scope))
