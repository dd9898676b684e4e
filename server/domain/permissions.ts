import type { Scope } from '../../src/contract/scopes.ts'

/** How a person stands to an app. */
export type Relation = { role: 'admin' } | { role: 'viewer'; scopes: Scope[]; expiresAt: number | null }

/** The question that every route names. */
export type Question = 'anyone' | 'signed-in' | 'any.administer' | 'app.see' | 'app.administer' | `read.${Scope}`

export type Ruling = 'yes' | 'unauthenticated' | 'invisible' | 'forbidden'

/**
 * The one function that decides. Denies by default: an expired grant is no relation, and an app without relation does
 * not exist for the asker.
 * @param signedIn whether a live session stands behind the request
 * @param relation to the app in the path, when there is one; for `any.administer` to whichever app one administers
 * @param now epoch ms
 */
export function may(signedIn: boolean, question: Question, relation: Relation | null, now: number): Ruling {
  if (question === 'anyone') return 'yes'
  if (!signedIn) return 'unauthenticated'
  if (question === 'signed-in') return 'yes'
  if (question === 'any.administer') return relation?.role === 'admin' ? 'yes' : 'forbidden'
  if (!relation) return 'invisible'
  if (relation.role === 'admin') return 'yes'
  if (relation.expiresAt !== null && relation.expiresAt <= now) return 'invisible'
  if (question === 'app.see') return 'yes'
  if (question === 'app.administer') return 'forbidden'
  return relation.scopes.some(scope => question === `read.${scope}`) ? 'yes' : 'forbidden'
}
