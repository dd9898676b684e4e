import Type, { type Static } from 'typebox'
import { InstantField, Nullable } from './fields'
import { scopes } from './scopes'

const closed = { additionalProperties: false }

/** Sections that a grant opens; at least one, each once. */
export const ScopesField = Type.Array(Type.Enum([...scopes]), { minItems: 1, uniqueItems: true })
const UserIdField = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' })
const EndField = Nullable(InstantField)

/** A person by name. The nickname of one who is erased is `null`. */
export const PersonRef = Type.Object({ id: Type.String(), nickname: Nullable(Type.String()) })
export type PersonRef = Static<typeof PersonRef>

/** What one sees of another person. */
export const Face = Type.Object({
  id: Type.String(),
  nickname: Type.String(),
  avatarUrl: Nullable(Type.String()),
  handle: Nullable(Type.String({ description: 'self-declared' })),
})
export type Face = Static<typeof Face>

export const Grant = Type.Object({
  userId: Type.String(),
  nickname: Type.String(),
  avatarUrl: Nullable(Type.String()),
  handle: Nullable(Type.String()),
  scopes: Type.Array(Type.Enum([...scopes])),
  expiresAt: Nullable(Type.String({ format: 'date-time', description: '`null`: without end' })),
  grantedBy: PersonRef,
  grantedAt: InstantField,
  lastViewedAt: Nullable(Type.String({ format: 'date-time', description: 'exact to a minute; `null`: never' })),
})
export type Grant = Static<typeof Grant>

/** The grants in force, newest first. */
export const GrantList = Type.Object({ limit: Type.Integer(), grants: Type.Array(Grant) })
export type GrantList = Static<typeof GrantList>

export const CreateGrant = Type.Object(
  {
    userId: UserIdField,
    scopes: Type.Optional(ScopesField),
    expiresAt: Type.Optional(EndField),
  },
  closed,
)
export type CreateGrant = Static<typeof CreateGrant>

/** What is left out stays; `expiresAt: null` takes the end away. */
export const UpdateGrant = Type.Object(
  { scopes: Type.Optional(ScopesField), expiresAt: Type.Optional(EndField) },
  closed,
)
export type UpdateGrant = Static<typeof UpdateGrant>

export const Admin = Type.Object({
  userId: Type.String(),
  nickname: Type.String(),
  avatarUrl: Nullable(Type.String()),
  handle: Nullable(Type.String()),
  since: InstantField,
})
export type Admin = Static<typeof Admin>

export const AdminList = Type.Object({ admins: Type.Array(Admin) })
export type AdminList = Static<typeof AdminList>

/** Whom somebody who sees the app may ask for more: names and faces of its admins, nothing to find them by. */
export const ContactList = Type.Object({
  contacts: Type.Array(Type.Object({ nickname: Type.String(), avatarUrl: Nullable(Type.String()) })),
})
export type ContactList = Static<typeof ContactList>

export const AddAdmin = Type.Object({ userId: UserIdField }, closed)
export type AddAdmin = Static<typeof AddAdmin>

export const FindUsersQuery = Type.Object({ handle: Type.String({ minLength: 1, maxLength: 64 }) }, closed)
export type FindUsersQuery = Static<typeof FindUsersQuery>

/** A handle is what a person typed in: compare the `pin` by voice before letting somebody in. */
export const FoundUser = Type.Object({
  id: Type.String(),
  nickname: Type.String(),
  avatarUrl: Nullable(Type.String()),
  handle: Type.String(),
  pin: Type.String({ description: 'four digits, which the real one reads out of the own profile' }),
  since: Type.String({ format: 'date-time', description: 'when this person took this handle' }),
  verified: Type.Literal(false),
})
export type FoundUser = Static<typeof FoundUser>

export const FoundUsers = Type.Object({ users: Type.Array(FoundUser) })
export type FoundUsers = Static<typeof FoundUsers>
