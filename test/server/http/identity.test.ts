import { describe, expect, it } from 'vitest'
import { hashOf } from '../../../server/domain/credentials.ts'
import { openidOf } from '../../support/fakes/wechat.ts'
import { openHttpApp, problemOf } from '../../support/http-app.ts'

const DAY = 86_400_000

async function signedIn() {
  const http = openHttpApp()
  const answer = await (await http.call('POST', '/session', { body: { code: 'code-of-lin' } })).json()
  return { ...http, session: answer as { token: string; expiresAt: string; user: { id: string; nickname: string } } }
}

describe('signing in', () => {
  it('answers a token of 256 bits, its end in 30 days, and the person', async () => {
    const { session, clock } = await signedIn()
    expect(session).toEqual({
      token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      expiresAt: new Date(clock.now() + 30 * DAY).toISOString(),
      user: {
        id: expect.any(String),
        nickname: expect.stringMatching(/^微信用户\d{4}$/),
        avatarUrl: null,
        handle: null,
        locale: 'zh-CN',
      },
    })
  })

  it('is not kept by anybody on the way', async () => {
    const { call } = openHttpApp()
    const response = await call('POST', '/session', { body: { code: 'code-of-lin' } })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('stores neither the token nor the openid, only hashes', async () => {
    const { session, sessions, people } = await signedIn()
    expect([...sessions.rows.keys()]).toEqual([hashOf(session.token)])
    expect(JSON.stringify([...people.persons, ...people.openids])).not.toContain(openidOf('lin'))
  })

  it('knows a person again', async () => {
    const { session, call, people } = await signedIn()
    const again = await (await call('POST', '/session', { body: { code: 'code-of-lin' } })).json()
    expect(again).toMatchObject({ user: { id: session.user.id } })
    expect(people.persons.size).toBe(1)
  })

  it('twice at once for the first time makes one person', async () => {
    const http = openHttpApp()
    const answers = await Promise.all(
      [1, 2].map(() => http.call('POST', '/session', { body: { code: 'code-of-lin' } })),
    )
    expect(answers.map(answer => answer.status)).toEqual([200, 200])
    expect(http.people.persons.size).toBe(1)
  })

  it('with a refused code is invalid, at the code', async () => {
    const { call } = openHttpApp()
    const problem = await problemOf(await call('POST', '/session', { body: { code: 'old' } }))
    expect(problem).toMatchObject({ status: 422, code: 'invalid', faults: ['/code code_refused'] })
  })
})

describe('a session', () => {
  it('is dead at once when it is deleted, and others of the person live', async () => {
    const { session, call } = await signedIn()
    const other = await (await call('POST', '/session', { body: { code: 'code-of-lin' } })).json()
    const response = await call('DELETE', '/session', { token: session.token })
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect((await call('GET', '/me', { token: session.token })).status).toBe(401)
    expect((await call('GET', '/me', { token: (other as { token: string }).token })).status).toBe(200)
  })

  it('slides: used now and then it lives on', async () => {
    const { session, call, clock } = await signedIn()
    for (let i = 0; i < 3; i++) {
      clock.advance(29 * DAY)
      expect((await call('GET', '/me', { token: session.token })).status).toBe(200)
    }
  })

  it('ends 30 days after its last use', async () => {
    const { session, call, clock } = await signedIn()
    clock.advance(30 * DAY)
    expect((await call('GET', '/me', { token: session.token })).status).toBe(401)
  })

  it('is written at most once a day', async () => {
    const { session, call, clock, sessions } = await signedIn()
    const use = () => call('GET', '/me', { token: session.token })
    await use()
    clock.advance(DAY - 1)
    await use()
    expect(sessions.extensions).toBe(0)
    clock.advance(1)
    await use()
    await use()
    expect(sessions.extensions).toBe(1)
  })

  it.each(['Basic abc', 'Bearer', 'Bearer ', 'bearer', 'Bearer a b', `Bearer ${'A'.repeat(5000)}`, 'Bearer ’’'])(
    'is not there for Authorization: %s',
    async authorization => {
      const { app, sessions } = openHttpApp()
      const incoming = { headers: { authorization } }
      const response = await app.request('/api/v1/me', {}, { incoming })
      expect(response.status).toBe(401)
      expect(sessions.reads).toBe(0)
    },
  )
})

describe('/me', () => {
  it('shows the person, with the pin', async () => {
    const { session, call } = await signedIn()
    expect(await (await call('GET', '/me', { token: session.token })).json()).toEqual({
      ...session.user,
      pin: expect.stringMatching(/^\d{4}$/),
    })
  })

  it('changes what is named and leaves the rest', async () => {
    const { session, call } = await signedIn()
    const { token } = session
    await call('PATCH', '/me', { token, body: { handle: 'lin_2026', locale: 'en' } })
    const me = await (await call('PATCH', '/me', { token, body: { nickname: '林' } })).json()
    expect(me).toMatchObject({ nickname: '林', handle: 'lin_2026', locale: 'en' })
  })

  it('clears what is null', async () => {
    const { session, call } = await signedIn()
    const { token } = session
    await call('PATCH', '/me', { token, body: { handle: 'lin_2026' } })
    expect(await (await call('PATCH', '/me', { token, body: { handle: null } })).json()).toMatchObject({ handle: null })
  })

  it('without a body changes nothing', async () => {
    const { session, call } = await signedIn()
    const me = await (await call('PATCH', '/me', { token: session.token })).json()
    expect(me).toMatchObject(session.user)
  })

  it('refuses the handle of another', async () => {
    const { session, call, signIn, people } = await signedIn()
    await signIn('wang')
    await people.update('id-of-wang', { handle: 'wang_2026' })
    const response = await call('PATCH', '/me', { token: session.token, body: { handle: 'wang_2026' } })
    expect(await problemOf(response)).toMatchObject({ status: 409, detail: '这个微信号已被其他人填写。' })
  })
})

describe('the demo', () => {
  it('lets one choose who to be', async () => {
    const http = openHttpApp({ demo: { admin: 'id-of-admin', viewer: 'id-of-v', stranger: 'id-of-s' } })
    await http.signIn('admin')
    const response = await http.call('POST', '/demo/session', { body: { as: 'admin' } })
    const { token } = (await response.json()) as { token: string }
    expect(await (await http.call('GET', '/me', { token })).json()).toMatchObject({ id: 'id-of-admin' })
    expect(await (await http.call('GET', '/session/methods')).json()).toEqual({ methods: ['demo', 'handoff'] })
  })

  it('does not exist in production', async () => {
    const http = openHttpApp()
    const inProduction = await http.call('POST', '/demo/session', { body: { as: 'admin' } })
    expect((await problemOf(inProduction)).code).toBe('not_found')
    expect(await (await http.call('GET', '/session/methods')).json()).toEqual({ methods: ['handoff'] })
    const document = await (await http.app.request('/api/openapi.json')).text()
    expect(document).not.toContain('demo/session')
  })

  it('knows three persons', async () => {
    const http = openHttpApp({ demo: { admin: 'a', viewer: 'b', stranger: 'c' } })
    const problem = await problemOf(await http.call('POST', '/demo/session', { body: { as: 'root' } }))
    expect(problem.faults).toEqual(['/as enum'])
  })
})
