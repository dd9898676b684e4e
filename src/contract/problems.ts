import Type, { type Static } from 'typebox'

/** The stable error codes and their HTTP status. Clients go by `code`; words follow `Accept-Language`. */
export const problemStatus = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  invalid: 422,
  rate_limited: 429,
  upstream_not_ready: 503,
  upstream_failed: 502,
  upstream_quota: 503,
  /** Our own store takes nothing now; `Retry-After` says when to try again. */
  unavailable: 503,
  internal: 500,
} as const

export type ProblemCode = keyof typeof problemStatus

export const Issue = Type.Object({
  path: Type.String({ description: 'JSON pointer to the fault: `/secret`, `/query/from`' }),
  code: Type.String({ description: 'stable: `required`, `unknown`, `format`, `range`, `secret_wrong`, …' }),
  message: Type.String(),
  ip: Type.Optional(Type.String({ description: 'with `ip_not_allowed`: the address to put on the whitelist' })),
})
export type Issue = Static<typeof Issue>

/** RFC 9457 problem details. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.Enum(Object.keys(problemStatus) as ProblemCode[]),
  detail: Type.Optional(Type.String()),
  requestId: Type.String(),
  issues: Type.Optional(Type.Array(Issue)),
})
export type Problem = Static<typeof Problem>
