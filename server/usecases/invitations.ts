import type {
  AcceptedInvitation,
  CreateInvitation,
  Invitation,
  InvitationView,
} from '../../src/contract/invitations.ts'
import { hashOf, newCode } from '../domain/credentials.ts'
import { ProblemError } from '../errors.ts'
import type { CardRefusal, Deed } from '../ports/access.ts'
import type { AccessDesk } from './access-desk.ts'
import { termsOf } from './access-terms.ts'

type Desk = Pick<AccessDesk, 'invitations' | 'random' | 'admins' | 'messages'>

export const CARD_MS = 24 * 3_600_000

/** The page that accepts; a mini program code brings it the code as `scene`. */
export const INVITATION_PAGE = 'pages/invitation/index'

const details = { used: 'invitationUsed', expired: 'invitationExpired', void: 'invitationVoid' } as const

/** Makes a card. Its code is told once; only the hash is kept. */
export async function createInvitation(
  { invitations, random }: Pick<Desk, 'invitations' | 'random'>,
  appid: string,
  { scopes, grantExpiresAt, requireApproval = false }: CreateInvitation,
  deed: Deed,
): Promise<Invitation> {
  const terms = termsOf({ scopes, end: grantExpiresAt }, '/grantExpiresAt', deed.at)
  const code = newCode(random)
  const expiresAt = deed.at + CARD_MS
  const made = await invitations.create({ codeHash: hashOf(code), appid, terms, requireApproval, expiresAt }, deed)
  if (!made) throw new ProblemError('not_found')
  return { code, path: `${INVITATION_PAGE}?code=${code}`, expiresAt: new Date(expiresAt).toISOString() }
}

/** Who invites to what, before one agrees. @throws ProblemError `not_found` or `gone` */
export async function readInvitation(
  { invitations }: Pick<Desk, 'invitations'>,
  code: string,
  now: number,
): Promise<InvitationView> {
  const card = await invitations.find(hashOf(code), now)
  if (typeof card === 'string') throw refusedCard(card)
  const { appName, appAvatarUrl, inviter, scopes, requireApproval, grantExpiresAt, expiresAt } = card
  return {
    appName,
    avatarUrl: appAvatarUrl,
    inviter,
    scopes,
    requireApproval,
    grantExpiresAt: grantExpiresAt === null ? null : new Date(grantExpiresAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
  }
}

/** Takes a card, once, whoever races. @throws ProblemError `not_found` or `gone` · ConflictError, then the card stays good */
export async function acceptInvitation(
  { invitations, random, admins, messages }: Desk,
  code: string,
  personId: string,
  now: number,
): Promise<AcceptedInvitation> {
  const accepted = await invitations.accept(hashOf(code), { id: personId, requestId: random.uuid() }, now)
  if (typeof accepted === 'string') throw refusedCard(accepted)
  const { status, appid, inviterId } = accepted
  messages.deliver({ kind: status, appid, by: inviterId, to: [personId] })
  if (status === 'granted') return { status, appid }
  const deciding = (await admins.of(appid)).map(({ person }) => person.id)
  messages.deliver({ kind: 'request', appid, by: personId, to: deciding })
  return { status }
}

/** How a card that lets nobody in is told of. */
export const refusedCard = (refusal: CardRefusal): ProblemError =>
  refusal === 'absent' ? new ProblemError('not_found') : new ProblemError('gone', { detail: details[refusal] })
