import Type from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routesOf } from '../../../server/app.ts'
import type { Question } from '../../../server/domain/permissions.ts'
import { type Route, route } from '../../../server/http/route.ts'
import { type Scope, scopes } from '../../../src/contract/scopes.ts'
import { type AccessApp, openAccessApp, type Somebody } from '../../support/access-app.ts'
import { openTestStores, type TestStores } from '../../support/database.ts'
import { openHttpApp } from '../../support/http-app.ts'

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

describe('the access matrix', () => {
  let opened: TestStores
  let site: AccessApp
  const tokens = new Map<string, string | null>()
  beforeAll(async () => {
    opened = await openTestStores()
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

describe('an app that one may not see', () => {
  it.each(routesOf(false).filter(declared => declared.path.includes(':appid')))(
    'answers as one that does not exist: $endpoint',
    async declared => {
      const http = openHttpApp()
      await http.bind(APP, 'admin')
      const token = await http.signIn('stranger')
      const answers = await Promise.all(
        [APP, 'wxabsent0000000001'].map(appid =>
          http.call(declared.method, declared.path.replace(':appid', appid), { token }),
        ),
      )
      const [there, absent] = await Promise.all(answers.map(told))
      expect(there).toEqual(absent)
    },
  )

  it('costs the same questions to the database', async () => {
    const opened = await openTestStores()
    const asked: string[] = []
    const site = openAccessApp({ ...opened, stores: overheard(opened.stores, asked) })
    await site.bound('花店', APP)
    const stranger = await site.person('stranger')
    const costOf = async (declared: Route, appid: string) => {
      const path = declared.path.replace(':appid', appid).replaceAll(/:\w+/g, '1')
      asked.length = 0
      const { status } = await site.call(stranger, declared.method, path)
      expect(status).toBe(404)
      return [...asked]
    }
    for (const declared of routesOf(false).filter(({ path }) => path.includes(':appid'))) {
      const hidden = await costOf(declared, APP)
      expect(hidden.length).toBeGreaterThan(0)
      expect(await costOf(declared, 'wxabsent0000000001')).toEqual(hidden)
    }
    await opened.close()
  })

  /** The same stores; each call of theirs is written down. */
  function overheard(stores: TestStores['stores'], asked: string[]): TestStores['stores'] {
    const listen = (name: string, store: object) =>
      new Proxy(store, {
        get: (target, verb) => {
          const value = Reflect.get(target, verb)
          if (typeof value !== 'function') return value
          return (...given: unknown[]) => {
            asked.push(`${name}.${String(verb)}`)
            return value.apply(target, given)
          }
        },
      })
    return Object.fromEntries(
      Object.entries(stores).map(([name, store]) => [name, typeof store === 'object' ? listen(name, store) : store]),
    ) as unknown as TestStores['stores']
  }

  const told = async (response: Response) => {
    const headers = Object.fromEntries(response.headers)
    const body = (await response.text()).replace(headers['x-request-id'] ?? '', 'ID')
    return { status: response.status, body, headers: { ...headers, 'x-request-id': 'ID' } }
  }
})

describe('taking data along', () => {
  const csv = `/apps/${APP}/reports/overview?format=csv`
  it.each<[string, Scope[], number]>([
    ['without export', ['overview'], 403],
    ['without overview', ['export'], 403],
    ['with both', ['overview', 'export'], 200],
  ])('needs the scope export besides: %s', async (_what, granted, status) => {
    const http = openHttpApp()
    await http.bind(APP)
    const token = await http.grant(APP, 'viewer', granted)
    expect((await http.call('GET', csv, { token })).status).toBe(status)
    const headers = { accept: 'text/csv' }
    expect((await http.call('GET', `/apps/${APP}/reports/overview`, { token, headers })).status).toBe(status)
  })

  it('is refused before the shape is looked at', async () => {
    const http = openHttpApp()
    await http.bind(APP)
    const token = await http.grant(APP, 'viewer', ['overview'])
    expect((await http.call('GET', `${csv}&date=never`, { token })).status).toBe(403)
  })
})

describe('a right', () => {
  it('is asked for by one read', async () => {
    const http = openHttpApp()
    const token = await http.bind(APP)
    await http.call('GET', `/apps/${APP}/reports/overview`, { token })
    expect(http.sessions.reads).toBe(1)
  })

  it('ends in the very millisecond of its expiry', async () => {
    const http = openHttpApp()
    await http.bind(APP)
    const token = await http.grant(APP, 'viewer', ['overview'], http.clock.now() + 1)
    const status = async () => (await http.call('GET', `/apps/${APP}/status`, { token })).status
    expect(await status()).toBe(200)
    http.clock.advance(1)
    expect(await status()).toBe(404)
  })

  it('is not judged anew by 304: whoever lost it gets no news of the bytes', async () => {
    const http = openHttpApp()
    await http.bind(APP)
    const token = await http.grant(APP, 'viewer', ['overview'], http.clock.now() + 1)
    const path = `/apps/${APP}/reports/overview`
    const etag = (await http.call('GET', path, { token })).headers.get('etag') ?? ''
    http.clock.advance(1)
    expect((await http.call('GET', path, { token, headers: { 'if-none-match': etag } })).status).toBe(404)
  })
})

describe('a route', () => {
  const declaration = { endpoint: 'readMe', answer: Type.Object({}), run: async () => ({}) } as const

  it('does not compile and does not start without a question', () => {
    // @ts-expect-error the question is missing
    expect(() => route(declaration)).toThrow('route readMe names no question')
  })

  it('does not compile and does not start with a question that nobody knows', () => {
    // @ts-expect-error no such scope
    expect(() => route({ ...declaration, question: 'read.everything' })).toThrow('names no question')
  })

  it.each(['app.see', 'read.overview'] as const)('does not ask about an app without one in its path: %s', question => {
    expect(() => route({ ...declaration, question })).toThrow('of /me')
  })

  it('asks about the app in its path', () => {
    expect(() => route({ ...declaration, endpoint: 'readStatus', question: 'signed-in' })).toThrow('asks signed-in of')
  })
})
