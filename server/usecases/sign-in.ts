import type { Session } from '../../src/contract/identity.ts'
import { newPin } from '../domain/credentials.ts'
import { ConflictError } from '../errors.ts'
import type { Person } from '../ports/people.ts'
import { type Identity, openSession } from './open-session.ts'

/**
 * Signs in by a code of `wx.login`; whoever comes for the first time becomes a person.
 * @throws UpstreamError
 */
export async function signIn(deps: Identity, code: string): Promise<Session> {
  const { openid, unionid } = await deps.login.exchange(code)
  const openidHash = deps.vault.hash(openid, 'openid')
  const unionidHash = unionid === null ? null : deps.vault.hash(unionid, 'unionid')
  const person = (await deps.people.findByOpenid(openidHash)) ?? (await register(deps, { openidHash, unionidHash }))
  await deps.people.keepOpenid(person.id, openid)
  return openSession(deps, person)
}

async function register(deps: Identity, identity: { openidHash: string; unionidHash: string | null }): Promise<Person> {
  const person = newPerson(deps, `微信用户${newPin(deps.random)}`, null)
  try {
    await deps.people.register(person, identity, deps.clock.now())
    return person
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error
    // Two first sign-ins at once: the other one has registered.
    const other = await deps.people.findByOpenid(identity.openidHash)
    if (!other) throw error
    return other
  }
}

/** The pin is drawn anew, so that no name shown to others tells it. */
export const newPerson = ({ random }: Pick<Identity, 'random'>, nickname: string, handle: string | null): Person => ({
  id: random.uuid(),
  nickname,
  avatarUrl: null,
  handle,
  locale: 'zh-CN',
  pin: newPin(random),
})
