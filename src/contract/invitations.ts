import Type, { type Static } from 'typebox'
import { Face, ScopesField } from './access'
import { InstantField, Nullable } from './fields'
import { scopes } from './scopes'

const closed = { additionalProperties: false }
const Sections = Type.Array(Type.Enum([...scopes]))

export const CreateInvitation = Type.Object(
  {
    scopes: Type.Optional(ScopesField),
    grantExpiresAt: Type.Optional(Nullable(InstantField)),
    requireApproval: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type CreateInvitation = Static<typeof CreateInvitation>

/** A card. Its code is told once and good for one person within 24 hours. */
export const Invitation = Type.Object({
  code: Type.String({ description: '22 base64url characters, 128 bits: fits the scene of a mini program code' }),
  path: Type.String({ description: 'the page that accepts; it also reads `scene`' }),
  expiresAt: InstantField,
})
export type Invitation = Static<typeof Invitation>

/** What one sees before one agrees. */
export const InvitationView = Type.Object({
  appName: Type.String(),
  avatarUrl: Nullable(Type.String({ description: 'of the app' })),
  inviter: Type.Object({ id: Type.String(), nickname: Type.String(), avatarUrl: Nullable(Type.String()) }),
  scopes: Sections,
  requireApproval: Type.Boolean(),
  grantExpiresAt: Nullable(InstantField),
  expiresAt: Type.String({ format: 'date-time', description: 'until when the card is good' }),
})
export type InvitationView = Static<typeof InvitationView>

export const AcceptedInvitation = Type.Object({
  status: Type.Enum(['granted', 'pending']),
  appid: Type.Optional(Type.String({ description: 'of the app that is open now; absent while pending' })),
})
export type AcceptedInvitation = Static<typeof AcceptedInvitation>

/** Somebody who took a card and waits for an admin. */
export const AccessRequest = Type.Object({
  id: Type.String(),
  user: Face,
  scopes: Sections,
  grantExpiresAt: Nullable(InstantField),
  at: InstantField,
})
export type AccessRequest = Static<typeof AccessRequest>

/** Oldest first. */
export const AccessRequestList = Type.Object({ requests: Type.Array(AccessRequest) })
export type AccessRequestList = Static<typeof AccessRequestList>
