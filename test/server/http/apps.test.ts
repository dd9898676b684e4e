import { describe, expect, it } from 'vitest'
import { scopes } from '../../../src/contract/scopes.ts'
import { openHttpApp, problemOf } from '../../support/http-app.ts'

const APP = 'wxfeedface00000001'
const wish = { appid: APP, secret: 'right-secret', name: '小店', kind: 'miniprogram' }

async function person() {
  const http = openHttpApp()
  return { ...http, token: await http.signIn('lin') }
}

describe('binding', () => {
  it('answers the app to its new admin', async () => {
    const { call, token } = await person()
    const response = await call('POST', '/apps', { token, body: wish })
    expect(response.status).toBe(201)
    expect(await response.json()).toEqual({
      appid: APP,
      name: '小店',
      avatarUrl: null,
      kind: 'miniprogram',
      role: 'admin',
      scopes: [...scopes],
      grantExpiresAt: null,
      status: 'ok',
    })
  })

  it.each(['minigame', 'official'])('takes a %s too', async kind => {
    const { call, token } = await person()
    expect((await call('POST', '/apps', { token, body: { ...wish, kind } })).status).toBe(201)
  })

  it('keeps the token of the proof, forgets what was known, wakes the backfill', async () => {
    const { call, token, tokens, woken, forgotten } = await person()
    await call('POST', '/apps', { token, body: wish })
    expect(tokens.rows.get(APP)).toEqual({ token: 'proven-token', expiresAt: 7_200_000 })
    expect([woken, forgotten]).toEqual([[APP], [APP]])
  })

  it('never answers the secret', async () => {
    const { call, token } = await person()
    const texts = [await (await call('POST', '/apps', { token, body: wish })).text()]
    for (const path of ['/apps', `/apps/${APP}/status`]) texts.push(await (await call('GET', path, { token })).text())
    expect(texts.join()).not.toContain('right-secret')
    expect(texts.join()).not.toContain('proven-token')
  })

  it('tells only who proves the secret that the app is bound', async () => {
    const { call, token, bind } = await person()
    await bind(APP, 'first')
    const wrong = await problemOf(await call('POST', '/apps', { token, body: { ...wish, secret: 'wrong' } }))
    const right = await problemOf(await call('POST', '/apps', { token, body: wish }))
    expect([wrong.status, wrong.faults, right.status, right.code]).toEqual([
      422,
      ['/secret secret_wrong'],
      409,
      'conflict',
    ])
  })

  it('leaves the app as it was when somebody binds it again', async () => {
    const { call, token, bind, tokens, woken } = await person()
    await bind(APP, 'first')
    await call('POST', '/apps', { token, body: wish })
    expect(await (await call('GET', '/apps', { token })).json()).toEqual({ apps: [] })
    expect([tokens.rows.size, woken]).toEqual([0, []])
  })

  it.each([
    ['appid_unknown', '/appid'],
    ['secret_wrong', '/secret'],
    ['account_frozen', '/secret'],
    ['kind_mismatch', '/kind'],
  ] as const)('is refused when WeChat says %s', async (refusal, path) => {
    const { call, token, proof, apps } = await person()
    proof.refuse(refusal)
    const problem = await problemOf(await call('POST', '/apps', { token, body: wish }))
    expect([problem.status, problem.faults]).toEqual([422, [`${path} ${refusal}`]])
    expect(apps.rows.size).toBe(0)
  })

  it('names the address that WeChat does not let in', async () => {
    const { call, token, proof } = await person()
    proof.refuse('ip_not_allowed', '198.51.100.4')
    const { issues } = await problemOf(await call('POST', '/apps', { token, body: wish }))
    expect(issues?.[0]).toMatchObject({ code: 'ip_not_allowed', ip: '198.51.100.4' })
  })

  it.each(['zh-CN', 'en'])('says in whole words (%s) that WeChat did not name the address', async language => {
    const { call, token, proof } = await person()
    proof.refuse('ip_not_allowed')
    const headers = { 'accept-language': language }
    const { issues } = await problemOf(await call('POST', '/apps', { token, body: wish, headers }))
    expect(issues?.[0]).not.toHaveProperty('ip')
    expect(issues?.[0]?.message).toMatch(language === 'en' ? /^The server's address is not/ : /^服务器的地址不在/)
    expect(issues?.[0]?.message).not.toMatch(/ {2}|[{}]/)
  })

  it('asks WeChat nothing for a wish of the wrong shape', async () => {
    const { call, token, proof } = await person()
    await call('POST', '/apps', { token, body: { ...wish, kind: 'game' } })
    expect(proof.proofs).toBe(0)
  })
})

describe('the list', () => {
  it('holds what one may see, each with how', async () => {
    const http = await person()
    const soon = http.clock.now() + 1000
    await http.bind(APP, 'lin')
    for (const appid of ['wxfeedface00000002', 'wxfeedface00000003', 'wxfeedface00000004']) await http.bind(appid)
    await http.grant('wxfeedface00000002', 'lin', ['overview'], soon)
    await http.grant('wxfeedface00000003', 'lin', ['overview'], http.clock.now())
    const { apps } = (await (await http.call('GET', '/apps', { token: http.token })).json()) as { apps: object[] }
    expect(apps).toEqual([
      expect.objectContaining({ appid: APP, role: 'admin', scopes: [...scopes], grantExpiresAt: null }),
      expect.objectContaining({
        appid: 'wxfeedface00000002',
        role: 'viewer',
        scopes: ['overview'],
        grantExpiresAt: new Date(soon).toISOString(),
      }),
    ])
  })
})

describe('changing an app', () => {
  it('renames without asking WeChat', async () => {
    const http = await person()
    const token = await http.bind(APP)
    const app = await (await http.call('PATCH', `/apps/${APP}`, { token, body: { name: '新店' } })).json()
    expect(app).toMatchObject({ appid: APP, name: '新店', status: 'ok' })
    expect([http.proof.proofs, http.woken]).toEqual([0, []])
  })

  it('takes a new secret once it is proved, and the app is well again', async () => {
    const http = await person()
    const token = await http.bind(APP)
    await http.apps.noteToken(APP, 'refused', null)
    http.apps.secrets.set(APP, 'old')
    const app = await (await http.call('PATCH', `/apps/${APP}`, { token, body: { secret: 'right-secret' } })).json()
    expect(app).toMatchObject({ status: 'ok' })
    expect(http.apps.secrets.get(APP)).toBe('right-secret')
    expect([http.forgotten, http.woken]).toEqual([[APP], [APP]])
  })

  it('changes nothing at all when the new secret is refused', async () => {
    const http = await person()
    const token = await http.bind(APP)
    const body = { name: '新店', secret: 'wrong' }
    const problem = await problemOf(await http.call('PATCH', `/apps/${APP}`, { token, body }))
    expect(problem.faults).toEqual(['/secret secret_wrong'])
    expect(http.apps.rows.get(APP)?.name).toBe(APP)
    expect(http.apps.secrets.get(APP)).toBe('right-secret')
  })
})

describe('unbinding', () => {
  it.each([
    ['', false],
    ['?keepArchive=false', false],
    ['?keepArchive=true', true],
  ])('%s keeps the archive: %s', async (query, keepArchive) => {
    const http = await person()
    const token = await http.bind(APP)
    const response = await http.call('DELETE', `/apps/${APP}${query}`, { token })
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect(http.apps.unbound).toEqual([{ appid: APP, keepArchive }])
    expect(http.forgotten).toEqual([APP])
    expect((await http.call('GET', `/apps/${APP}/status`, { token })).status).toBe(404)
  })
})
