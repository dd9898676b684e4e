import type { Caller } from '../ports/people.ts'
import { type Identity, SESSION_MS } from './open-session.ts'

const DAY_MS = 86_400_000

/** A session that is used lives on; it is written at most once a day. */
export async function slideSession(
  { sessions }: Pick<Identity, 'sessions'>,
  caller: Caller,
  now: number,
): Promise<void> {
  if (caller.sessionExpiresAt - now > SESSION_MS - DAY_MS) return
  await sessions.extend(caller.sessionId, now + SESSION_MS)
}
