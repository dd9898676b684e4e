import type { Me, UpdateMe } from '../../src/contract/identity.ts'
import type { People, Person } from '../ports/people.ts'
import { userOf } from './open-session.ts'

/** A person as that person may see it. */
export const meOf = (person: Person): Me => ({ ...userOf(person), pin: person.pin })

/** @throws ConflictError when the handle is taken */
export async function updateMe(
  { people }: { people: People },
  person: Person,
  changes: UpdateMe,
  now: number,
): Promise<Me> {
  if (Object.keys(changes).length === 0) return meOf(person)
  return meOf(await people.update(person.id, changes, now))
}
