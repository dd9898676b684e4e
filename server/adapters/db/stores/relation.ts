import type { Scope } from '../../../../src/contract/scopes.ts'
import type { Relation } from '../../../domain/permissions.ts'

/** A row of `grants` as a relation; `null` where there is none or it has run out at `now`. */
export function relationOf(
  grant: { role: 'admin' | 'viewer' | null; scopes: Scope[] | null; grant_expires_at: number | null },
  now: number,
): Relation | null {
  if (grant.role === null) return null
  if (grant.role === 'admin') return { role: 'admin' }
  return stillInForce({ role: 'viewer', scopes: grant.scopes ?? [], expiresAt: grant.grant_expires_at }, now)
}

/** The same relation, or `null` once its end has come. */
export function stillInForce(relation: Relation | null, now: number): Relation | null {
  if (relation?.role === 'viewer' && relation.expiresAt !== null && relation.expiresAt <= now) return null
  return relation
}
