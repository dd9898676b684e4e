import type { Grant } from '../../src/contract/access.ts'
import type { AccessRequestList } from '../../src/contract/invitations.ts'
import { ProblemError } from '../errors.ts'
import type { Deed } from '../ports/access.ts'
import type { AccessDesk } from './access-desk.ts'
import { grantOf } from './grants.ts'

type Desk = Pick<AccessDesk, 'accessRequests'>
type TellingDesk = Pick<AccessDesk, 'accessRequests' | 'messages'>

export async function listRequests({ accessRequests }: Desk, appid: string): Promise<AccessRequestList> {
  const waiting = await accessRequests.of(appid)
  return {
    requests: waiting.map(({ id, person, scopes, grantExpiresAt, askedAt }) => ({
      id,
      user: person,
      scopes,
      grantExpiresAt: grantExpiresAt === null ? null : new Date(grantExpiresAt).toISOString(),
      at: new Date(askedAt).toISOString(),
    })),
  }
}

/** @throws ProblemError `not_found` · ConflictError when there is no room, or the end has passed */
export async function approveRequest(
  { accessRequests, messages }: TellingDesk,
  appid: string,
  id: string,
  deed: Deed,
): Promise<Grant> {
  const viewer = await accessRequests.approve(appid, id, deed)
  if (!viewer) throw new ProblemError('not_found')
  messages.deliver({ kind: 'approved', appid, by: deed.actorId, to: [viewer.person.id] })
  return grantOf(viewer)
}

/** @throws ProblemError `not_found` */
export async function rejectRequest({ accessRequests }: Desk, appid: string, id: string, deed: Deed): Promise<void> {
  if ((await accessRequests.reject(appid, id, deed)) === null) throw new ProblemError('not_found')
}
