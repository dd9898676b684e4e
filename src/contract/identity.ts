import Type, { type Static } from 'typebox'
import { HANDLE_PATTERN } from './access-limits'
import { InstantField, NameField, Nullable } from './fields'

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

const closed = { additionalProperties: false }

export const User = Type.Object({
  id: Type.String(),
  nickname: Type.String(),
  avatarUrl: Nullable(Type.String()),
  handle: Nullable(Type.String({ description: 'self-declared 微信号, unique' })),
  locale: Type.Enum([...locales]),
})
export type User = Static<typeof User>

export const Me = Type.Intersect([
  User,
  Type.Object({ pin: Type.String({ description: 'four digits, compared by voice' }) }),
])
export type Me = Static<typeof Me>

export const CreateSession = Type.Object({ code: Type.String({ minLength: 1, maxLength: 256 }) }, closed)
export type CreateSession = Static<typeof CreateSession>

export const Session = Type.Object({
  token: Type.String({ description: 'opaque, 256 bits; 30 days, sliding' }),
  expiresAt: InstantField,
  user: User,
})
export type Session = Static<typeof Session>

export const demoPersons = ['admin', 'viewer', 'stranger'] as const
export type DemoPerson = (typeof demoPersons)[number]
export const CreateDemoSession = Type.Object({ as: Type.Enum([...demoPersons]) }, closed)
export type CreateDemoSession = Static<typeof CreateDemoSession>

/** What a web page may offer to somebody who is not signed in. */
export const SignInMethods = Type.Object({ methods: Type.Array(Type.Enum(['demo', 'handoff'])) })
export type SignInMethods = Static<typeof SignInMethods>

/** The code out of the link that `npm run session -- <handle>` prints. */
export const RedeemOperatorLink = Type.Object({ code: Type.String({ minLength: 1, maxLength: 1024 }) }, closed)
export type RedeemOperatorLink = Static<typeof RedeemOperatorLink>

export const UpdateMe = Type.Object(
  {
    nickname: Type.Optional(NameField(32)),
    handle: Type.Optional(Nullable(Type.String({ pattern: HANDLE_PATTERN }))),
    locale: Type.Optional(Type.Enum([...locales])),
    avatarUrl: Type.Optional(Type.Null()),
  },
  closed,
)
export type UpdateMe = Static<typeof UpdateMe>

export const Handoff = Type.Object({
  id: Type.String(),
  secret: Type.String({ description: 'polls; never inside the QR' }),
  code: Type.String({ description: 'inside the QR; approves' }),
  expiresAt: InstantField,
  qr: Type.String({ description: 'what the QR says: a link' }),
})
export type Handoff = Static<typeof Handoff>

/** Shown on the phone before one agrees. */
export const HandoffRequest = Type.Object({ browser: Type.String(), address: Type.String(), expiresAt: InstantField })
export type HandoffRequest = Static<typeof HandoffRequest>

export const HandoffPoll = Type.Object({
  status: Type.Enum(['pending', 'approved', 'expired']),
  token: Type.Optional(Type.String({ description: 'once' })),
})
export type HandoffPoll = Static<typeof HandoffPoll>
