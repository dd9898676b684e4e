import Type, { type Static } from 'typebox'
import { PersonRef } from './access'
import { InstantField, Nullable } from './fields'
import { scopes } from './scopes'

export const auditActions = [
  'bind',
  'unbind',
  'secret',
  'grant',
  'change',
  'revoke',
  'leave',
  'expire',
  'invite',
  'accept',
  'approve',
  'reject',
  'admin_add',
  'admin_remove',
  'view',
  'export',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What belongs to an action; each field is there where it says something. */
export const AuditDetail = Type.Object({
  scopes: Type.Optional(Type.Array(Type.Enum([...scopes]))),
  expiresAt: Type.Optional(Nullable(Type.String({ format: 'date-time', description: '`null`: without end' }))),
  requireApproval: Type.Optional(Type.Boolean({ description: 'of `invite` and `accept`' })),
  report: Type.Optional(Type.String({ description: 'of `export`' })),
  keepArchive: Type.Optional(Type.Boolean({ description: 'of `unbind`' })),
})
export type AuditDetail = Static<typeof AuditDetail>

export const AuditEntry = Type.Object({
  id: Type.String(),
  at: InstantField,
  actor: Type.Object(PersonRef.properties, { description: 'a person, or `system`, or `operator`' }),
  action: Type.Enum([...auditActions]),
  target: Nullable(PersonRef),
  detail: AuditDetail,
})
export type AuditEntry = Static<typeof AuditEntry>

/** Newest first. */
export const AuditPage = Type.Object({
  entries: Type.Array(AuditEntry),
  next: Nullable(Type.String({ description: 'goes into `cursor` for what is older; `null` at the end' })),
})
export type AuditPage = Static<typeof AuditPage>

/** How a list that is read page by page is asked. */
export const PageQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 64, pattern: '^[0-9]{1,15}(?:\\.[0-9]{1,15})?$' })),
    limit: Type.Optional(Type.String({ pattern: '^(?:[1-9][0-9]?|100)$', description: '1 to 100, default 50' })),
  },
  { additionalProperties: false },
)
export type PageQuery = Static<typeof PageQuery>
