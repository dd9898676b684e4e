import { hashOf } from '../../server/domain/credentials.ts'
import type { HttpDeps } from '../../server/http/deps.ts'
import { systemRandom } from '../../server/ports/random.ts'
import { createLooks } from '../../server/usecases/looks.ts'
import type { GrantList } from '../../src/contract/access.ts'
import type { AuditPage } from '../../src/contract/audit.ts'
import type { TestStores } from './database.ts'
import { at, FakeClock } from './fakes/clock.ts'
import { type CallOptions, openHttpApp } from './http-app.ts'
import { fresh } from './suites/stores/made-up.ts'

/** A person who holds a phone. */
export interface Somebody {
  id: string
  token: string
}

/** The HTTP layer over real stores: what is said about access is what the database says. */
export function openAccessApp({ stores, vault }: TestStores, changes: Partial<HttpDeps> = {}) {
  const clock = new FakeClock(at('2026-07-15 11:00'))
  const { people, sessions, handoffs, apps, grants, admins, invitations, accessRequests, audit, notices, avatars } =
    stores
  const access = { grants, admins, invitations, accessRequests, audit, notices, avatars }
  const log = { warn: (facts: object) => Promise.reject(facts) }
  const looks = createLooks({ audit, log })
  const deps = { clock, people, sessions, handoffs, apps, vault, looks, ...access, ...changes }
  const http = openHttpApp(deps, stores.erasures)

  /** Registers a new person under a name and signs in. */
  async function person(nickname: string, handle: string | null = null): Promise<Somebody> {
    const id = fresh('person')
    const born = { id, nickname, avatarUrl: null, handle, locale: 'zh-CN' as const, pin: '0420' }
    await people.register(born, { openidHash: fresh('openid'), unionidHash: null }, clock.now())
    return { id, token: await signIn(id) }
  }

  async function signIn(personId: string): Promise<string> {
    const token = systemRandom.bytes(32).toString('base64url')
    const session = { id: systemRandom.uuid(), tokenHash: hashOf(token), personId, createdAt: clock.now() }
    await sessions.open({ ...session, expiresAt: clock.now() + 30 * 86_400_000 })
    return token
  }

  /** A bound app and its admin. */
  async function bound(name = '花店', appid = fresh('wxmade-upapp')): Promise<{ appid: string; admin: Somebody }> {
    const admin = await person('陈管理')
    const app = { appid, name, avatarUrl: null, kind: 'miniprogram' as const, boundAt: clock.now() }
    await apps.bind({ ...app, tokenState: 'ok', tokenDetail: null }, 'right-secret', admin.id)
    return { appid, admin }
  }

  const call = (who: Somebody | null, method: string, path: string, body?: unknown, options: CallOptions = {}) =>
    http.call(method, path, { ...(who ? { token: who.token } : {}), body, ...options })

  /** The answer of a call that is expected to do well. */
  async function ask<Answer>(who: Somebody, method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await call(who, method, path, body)
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (response.status === 204 ? null : await response.json()) as Answer
  }

  /** Lets somebody in as an admin would. */
  const grant = (appid: string, admin: Somebody, viewer: Somebody, terms: object = {}) =>
    ask(admin, 'POST', `/apps/${appid}/grants`, { userId: viewer.id, ...terms })

  /** A card's code. */
  const invite = async (appid: string, admin: Somebody, wish: object = {}): Promise<string> =>
    (await ask<{ code: string }>(admin, 'POST', `/apps/${appid}/invitations`, wish)).code

  /** Whether somebody sees an app now. */
  const sees = async (who: Somebody, appid: string) => (await call(who, 'GET', `/apps/${appid}/status`)).status

  /** Who may look at an app, as its admin is told. */
  const grantsOf = (appid: string, admin: Somebody) => ask<GrantList>(admin, 'GET', `/apps/${appid}/grants`)

  /** What was done in an app, newest first. */
  const actions = async (appid: string, admin: Somebody) =>
    (await ask<AuditPage>(admin, 'GET', `/apps/${appid}/audit`)).entries.map(entry => entry.action)

  return { ...http, clock, person, signIn, bound, call, ask, grant, invite, sees, grantsOf, actions }
}

export type AccessApp = ReturnType<typeof openAccessApp>
