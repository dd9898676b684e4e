import type { Deed } from '../ports/access.ts'
import type { Caller } from '../ports/people.ts'

/** Who does something by this call, and when. */
export const deedOf = ({ caller, now }: { caller: Caller; now: number }): Deed => ({
  actorId: caller.person.id,
  at: now,
})
