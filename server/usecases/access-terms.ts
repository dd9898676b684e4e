import { defaultScopes, type Scope } from '../../src/contract/scopes.ts'
import { ProblemError } from '../errors.ts'
import type { Terms } from '../ports/access.ts'

/**
 * The end of a grant in epoch ms; `null`: without end.
 * @param path of the field that says it
 * @throws ProblemError `invalid` when it has passed
 */
export function endOf(instant: string | null, path: string, now: number): number | null {
  if (instant === null) return null
  const end = Date.parse(instant)
  if (!(end > now)) throw new ProblemError('invalid', { issues: [{ path, code: 'past' }] })
  return end
}

/** What a grant says when nothing is named: all but taking data along and joining people across apps, without end. */
export const termsOf = (
  { scopes, end }: { scopes?: Scope[] | undefined; end?: string | null | undefined },
  path: string,
  now: number,
): Terms => ({ scopes: scopes ?? [...defaultScopes], expiresAt: endOf(end ?? null, path, now) })
