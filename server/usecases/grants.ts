import type { CreateGrant, Grant, GrantList, UpdateGrant } from '../../src/contract/access.ts'
import { VIEWER_LIMIT } from '../../src/contract/access-limits.ts'
import { ProblemError } from '../errors.ts'
import type { Deed, PersonFace, Viewer } from '../ports/access.ts'
import type { AccessDesk } from './access-desk.ts'
import { endOf, termsOf } from './access-terms.ts'

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** Somebody as the lists of admins show one. */
export const listed = ({ id, ...face }: PersonFace) => ({ userId: id, ...face })

export const grantOf = ({ person, scopes, expiresAt, grantedBy, grantedAt, lastViewedAt }: Viewer): Grant => ({
  ...listed(person),
  scopes,
  expiresAt: instant(expiresAt),
  grantedBy,
  grantedAt: new Date(grantedAt).toISOString(),
  lastViewedAt: instant(lastViewedAt),
})

export async function listGrants(
  { grants }: Pick<AccessDesk, 'grants'>,
  appid: string,
  now: number,
): Promise<GrantList> {
  return { limit: VIEWER_LIMIT, grants: (await grants.viewers(appid, now)).map(grantOf) }
}

/** @throws ProblemError `invalid` for a person who is none · ConflictError when there is a grant, or no room */
export async function createGrant(
  { grants, messages }: Pick<AccessDesk, 'grants' | 'messages'>,
  appid: string,
  { userId, scopes, expiresAt }: CreateGrant,
  deed: Deed,
): Promise<Grant> {
  const terms = termsOf({ scopes, end: expiresAt }, '/expiresAt', deed.at)
  const viewer = await grants.grant(appid, userId, terms, deed)
  if (!viewer) throw unknownPerson()
  messages.deliver({ kind: 'granted', appid, by: deed.actorId, to: [userId] })
  return grantOf(viewer)
}

/** What is left out stays. @throws ProblemError `not_found` where there is no grant in force */
export async function updateGrant(
  { grants }: Pick<AccessDesk, 'grants'>,
  { appid, userId }: { appid: string; userId: string },
  { scopes, expiresAt }: UpdateGrant,
  deed: Deed,
): Promise<Grant> {
  const terms = {
    ...(scopes ? { scopes } : {}),
    ...(expiresAt === undefined ? {} : { expiresAt: endOf(expiresAt, '/expiresAt', deed.at) }),
  }
  const viewer = await grants.change(appid, userId, terms, deed)
  if (!viewer) throw new ProblemError('not_found')
  return grantOf(viewer)
}

/** The next request of that person is refused, on every instance. @throws ProblemError `not_found` */
export async function revokeGrant(
  { grants, messages }: Pick<AccessDesk, 'grants' | 'messages'>,
  appid: string,
  userId: string,
  deed: Deed,
): Promise<void> {
  if (!(await grants.revoke(appid, userId, deed))) throw new ProblemError('not_found')
  messages.deliver({ kind: 'revoked', appid, by: deed.actorId, to: [userId] })
}

export const unknownPerson = () => new ProblemError('invalid', { issues: [{ path: '/userId', code: 'unknown_user' }] })
