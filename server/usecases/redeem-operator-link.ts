import type { Session } from '../../src/contract/identity.ts'
import { verifyLink } from '../domain/operator-link.ts'
import { ConflictError, ProblemError } from '../errors.ts'
import type { Handoffs, Person } from '../ports/people.ts'
import { type Identity, openSession } from './open-session.ts'
import { newPerson } from './sign-in.ts'

/**
 * Signs in by the link that the operator's command prints: once, within five minutes. A handle that nobody has yet
 * becomes a person.
 */
export async function redeemOperatorLink(
  deps: Identity & { handoffs: Pick<Handoffs, 'useLink'> },
  code: string,
): Promise<Session> {
  const link = verifyLink(code, deps.vault.linkKeys())
  if (!link) throw new ProblemError('invalid', { issues: [{ path: '/code', code: 'code_refused' }] })
  if (link.expiresAt <= deps.clock.now()) throw new ProblemError('gone', { detail: 'linkExpired' })
  // biome-ignore lint/correctness/useHookAtTopLevel: a store's verb, no React hook
  if (!(await deps.handoffs.useLink(link.nonce, link.expiresAt))) {
    throw new ProblemError('gone', { detail: 'linkUsed' })
  }
  return openSession(deps, await personOf(deps, link.handle))
}

async function personOf(deps: Identity, handle: string): Promise<Person> {
  const known = await deps.people.findByHandle(handle)
  if (known) return known
  const person = newPerson(deps, handle, handle)
  try {
    await deps.people.register(person, { openidHash: null, unionidHash: null }, deps.clock.now())
    return person
  } catch (error) {
    const other = error instanceof ConflictError ? await deps.people.findByHandle(handle) : null
    if (!other) throw error
    return other
  }
}
