import Type from 'typebox'
import { describe, expect, it } from 'vitest'
import { routesOf } from '../../../server/app.ts'
import { type Route, route } from '../../../server/http/route.ts'
import type { Scope } from '../../../src/contract/scopes.ts'
import { openAccessApp } from '../../support/access-app.ts'
import { openTestStores, type TestStores } from '../../support/database.ts'
import { openHttpApp } from '../../support/http-app.ts'
import { describeAccessMatrix } from '../../support/suites/access-matrix.ts'

const APP = 'wxfeedface00000001'

describeAccessMatrix('PGlite', openTestStores)

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
