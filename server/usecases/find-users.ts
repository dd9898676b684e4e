import type { FoundUsers } from '../../src/contract/access.ts'
import { HANDLE_PATTERN } from '../../src/contract/access-limits.ts'
import type { People } from '../ports/people.ts'

const HANDLE = new RegExp(HANDLE_PATTERN)

/** Who says to have this very handle. Nobody has checked it: the answer says so, and the pins want comparing. */
export async function findUsers({ people }: { people: People }, handle: string): Promise<FoundUsers> {
  const declared = HANDLE.test(handle) ? await people.declared(handle) : null
  if (!declared) return { users: [] }
  const { id, nickname, avatarUrl, handle: own, pin } = declared.person
  const since = new Date(declared.since).toISOString()
  return { users: [{ id, nickname, avatarUrl, handle: own ?? handle, pin, since, verified: false }] }
}
