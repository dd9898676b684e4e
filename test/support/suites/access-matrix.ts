import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routesOf } from '../../../server/app.ts'
import type { Question } from '../../../server/domain/permissions.ts'
import type { Route } from '../../../server/http/route.ts'
import { type Scope, scopes } from '../../../src/contract/scopes.ts'
import { type AccessApp, openAccessApp, type Somebody } from '../access-app.ts'
import type { TestStores } from '../database.ts'

const APP = 'wxfeedface00000001'

/** Everybody who might call, and how the token is come by: by the API itself, on a real database. */
const everybody: Record<string, (site: AccessApp, admin: Somebody) => Promise<string | null>> = {
  nobody: async () => null,
  'a made-up token': async () => 'A'.repeat(43),
  'a token of the wrong form': async () => 'x',
  'an ended session': async site => {
    const sleeper = await site.person('sleeper')
    await site.ask(sleeper, 'DELETE', '/session')
    return sleeper.token
  },
  stranger: async site => (await site.person('stranger')).token,
  "another app's admin": async site => (await site.bound()).admin.token,
  'an expired viewer': async (site, admin) => {
    const late = await site.person('late')
    await site.grant(APP, admin, late, { scopes, expiresAt: new Date(site.clock.now() + 1).toISOString() })
    site.clock.advance(1)
    return late.token
  },
  'a revoked viewer': async (site, admin) => {
    const gone = await site.person('gone')
    await site.grant(APP, admin, gone, { scopes })
    await site.ask(admin, 'DELETE', `/apps/${APP}/grants/${gone.id}`)
    return gone.token
  },
  'one who left': async (site, admin) => {
    const gone = await site.person('left')
    await site.grant(APP, admin, gone, { scopes })
    await site.ask(gone, 'DELETE', `/me/grants/${APP}`)
    return gone.token
  },
  'an admin who was removed': async (site, admin) => {
    const second = await site.person('second')
    await site.ask(admin, 'POST', `/apps/${APP}/admins`, { userId: second.id })
    await site.ask(admin, 'DELETE', `/apps/${APP}/admins/${second.id}`)
    return second.token
  },
  'one who waits': async (site, admin) => {
    const waiting = await site.person('waiting')
    const code = await site.invite(APP, admin, { requireApproval: true })
    await site.ask(waiting, 'POST', `/invitations/${code}/accept`)
    return waiting.token
  },
  'one who was rejected': async (site, admin) => {
    const person = await site.person('rejected')
    const code = await site.invite(APP, admin, { requireApproval: true })
    await site.ask(person, 'POST', `/invitations/${code}/accept`)
    const { requests } = await site.ask<{ requests: { id: string; user: Somebody }[] }>(
      admin,
      'GET',
      `/apps/${APP}/requests`,
    )
    const own = requests.find(request => request.user.id === person.id)
    await site.ask(admin, 'POST', `/apps/${APP}/requests/${own?.id}/reject`)
    return person.token
  },
  admin: async (_site, admin) => admin.token,
  ...Object.fromEntries(
    scopes.map(scope => [
      `viewer of ${scope}`,
      async (site: AccessApp, admin: Somebody) => {
        const viewer = await site.person(scope)
        await site.grant(APP, admin, viewer, { scopes: [scope] })
        return viewer.token
      },
    ]),
  ),
}

const signedOut = ['nobody', 'a made-up token', 'a token of the wrong form', 'an ended session']
const outsiders = [
  'stranger',
  "another app's admin",
  'an expired viewer',
  'a revoked viewer',
  'one who left',
  'an admin who was removed',
  'one who waits',
  'one who was rejected',
]

/** What the contract says, restated in the plainest words: `null` means "let through". */
function refusalOf(who: string, question: Question): 401 | 403 | 404 | null {
  if (question === 'anyone') return null
  if (signedOut.includes(who)) return 401
  if (question === 'signed-in') return null
  if (question === 'any.administer') return who.endsWith('admin') ? null : 403
  if (outsiders.includes(who)) return 404
  if (who === 'admin' || question === 'app.see') return null
  return question === `read.${who.replace('viewer of ', '') as Scope}` ? null : 403
}

const pathOf = ({ path }: Route) =>
  path
    .replace(':appid', APP)
    .replace(':code', 'c'.repeat(22))
    .replace(':userId', 'id-of-somebody')
    .replace('/avatars/:id', '/avatars/aaaaaaaaaaaaaaaaaaaaaa')
    .replace(':id', '00000000-0000-4000-8000-000000000000')

const rows = routesOf(true).flatMap(declared =>
  Object.keys(everybody).map(who => [`${declared.method} ${declared.path}`, who, declared] as const),
)

/** Every route by everybody. @param open stores on an empty database */
export function describeAccessMatrix(engine: string, open: () => Promise<TestStores>): void {
  describe(`the access matrix on ${engine}`, () => {
    let opened: TestStores
    let site: AccessApp
    const tokens = new Map<string, string | null>()
    beforeAll(async () => {
      opened = await open()
      const demo = { admin: 'id-of-admin', viewer: 'x', stranger: 'y' }
      const nobodyCounts = { take: async () => {}, checkRefusedCodes: async () => {}, noteRefusedCode: async () => {} }
      site = openAccessApp(opened, { demo, limits: nobodyCounts })
      const { admin } = await site.bound('花店', APP)
      for (const [who, come] of Object.entries(everybody)) tokens.set(who, await come(site, admin))
    })
    afterAll(() => opened.close())

    it('has every route', () => {
      expect(new Set(rows.map(([name]) => name)).size).toBe(routesOf(true).length)
    })

    it.each(rows)('%s by %s', async (_name, who, declared) => {
      const token = tokens.get(who) ?? null
      // Whatever is sent: rights are judged before shapes.
      const body = declared.method === 'GET' || declared.method === 'DELETE' ? undefined : '{"nonsense":'
      const somebody = token === null ? null : { id: who, token }
      const response = await site.call(somebody, declared.method, `${pathOf(declared)}?nonsense=1`, body)
      const refusal = refusalOf(who, declared.question)
      if (refusal === null) expect([400, 422]).toContain(response.status)
      else expect(response.status).toBe(refusal)
    })
  })
}
