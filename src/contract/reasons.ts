/** Why a number is missing or old, and what the filling of an app's history waits for. */
export const reasons = [
  'upstream_failed',
  'upstream_quota',
  'upstream_not_ready',
  'unsupported',
  'secret_refused',
  'ip_not_allowed',
  'account_frozen',
  /** WeChat was asked, or could have been, but our own database took nothing: a full disk, a database that is away. */
  'storage_failed',
  'filling',
] as const
export type Reason = (typeof reasons)[number]
