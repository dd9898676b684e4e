import type { Session, User } from '../../src/contract/identity.ts'
import { hashOf, newToken } from '../domain/credentials.ts'
import type { Clock } from '../ports/clock.ts'
import type { People, Person, Sessions } from '../ports/people.ts'
import type { Random } from '../ports/random.ts'
import type { Vault } from '../ports/vault.ts'
import type { Login } from '../ports/wechat.ts'

/** What signing in and being somebody needs. */
export interface Identity {
  clock: Clock
  random: Random
  login: Login
  vault: Vault
  people: People
  sessions: Sessions
}

export const SESSION_MS = 30 * 86_400_000

/** Opens a session; the token is told once and kept as a hash. */
export async function openSession(
  { clock, random, sessions }: Pick<Identity, 'clock' | 'random' | 'sessions'>,
  person: Person,
): Promise<Session> {
  const token = newToken(random)
  const createdAt = clock.now()
  const expiresAt = createdAt + SESSION_MS
  await sessions.open({ id: random.uuid(), tokenHash: hashOf(token), personId: person.id, createdAt, expiresAt })
  return { token, expiresAt: new Date(expiresAt).toISOString(), user: userOf(person) }
}

/** What others may know of a person. */
export const userOf = ({ id, nickname, avatarUrl, handle, locale }: Person): User => ({
  id,
  nickname,
  avatarUrl,
  handle,
  locale,
})
