import { describe, expect, it } from 'vitest'
import { UpstreamError, type UpstreamFailure } from '../../../server/domain/upstream.ts'
import { UnavailableError } from '../../../server/errors.ts'
import { asProblem, problemBody } from '../../../server/http/problem.ts'
import { wordsIn } from '../../../server/http/words/index.ts'
import { secretRefusals } from '../../../src/contract/apps.ts'
import { locales } from '../../../src/contract/identity.ts'
import { problemStatus } from '../../../src/contract/problems.ts'
import { openHttpApp, problemOf } from '../../support/http-app.ts'

describe('a failure', () => {
  it('is problem+json with everything that RFC 9457 and the contract ask for', async () => {
    const { call } = openHttpApp()
    const response = await call('GET', '/me')
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    const requestId = response.headers.get('x-request-id')
    expect(await response.json()).toEqual({
      type: 'urn:data-assistant:problem:unauthenticated',
      title: '请先登录',
      status: 401,
      code: 'unauthenticated',
      requestId,
    })
  })

  it('that nobody foresaw says nothing but its id, which the log explains', async () => {
    const reports = {
      overview: async () => {
        throw new TypeError('password=hunter2 in row 7')
      },
    }
    const http = openHttpApp({ reports: reports as never })
    const token = await http.bind('wxfeedface00000001')
    const response = await http.call('GET', '/apps/wxfeedface00000001/reports/overview', { token })
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).not.toContain('hunter2')
    expect(JSON.parse(text)).not.toHaveProperty('detail')
    expect(http.lines).toContainEqual({
      level: 'error',
      facts: expect.objectContaining({ requestId: JSON.parse(text).requestId, error: expect.any(TypeError) }),
      message: 'failed',
    })
  })

  it('of a database that is away is no fault of the request: 503, and when to ask again', async () => {
    const http = openHttpApp()
    const token = await http.signIn('lin')
    http.sessions.caller = async () => {
      throw new UnavailableError('connect ECONNREFUSED 10.0.0.7:5432', 2)
    }
    const response = await http.call('GET', '/me', { token })
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2'])
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ code: 'unavailable', title: '暂时无法使用，请稍后再试' })
    expect(text).not.toContain('10.0.0.7')
  })

  it('of a store while asking who calls is internal, not unauthenticated', async () => {
    const http = openHttpApp()
    const token = await http.signIn('lin')
    http.sessions.caller = async () => {
      throw new Error('connection lost')
    }
    expect((await problemOf(await http.call('GET', '/me', { token }))).code).toBe('internal')
  })

  it('has an id of ours, never the one that came', async () => {
    const { call } = openHttpApp()
    const ids = []
    for (let i = 0; i < 2; i++) {
      ids.push((await call('GET', '/me', { headers: { 'x-request-id': 'mine' } })).headers.get('x-request-id'))
    }
    expect(ids).not.toContain('mine')
    expect(new Set(ids).size).toBe(2)
  })

  it.each([
    ['GET', '/api/v1/nothing'],
    ['GET', '/api/v1'],
    ['GET', '/api'],
    ['PUT', '/api/v1/me'],
    ['OPTIONS', '/api/v1/apps'],
    ['POST', '/'],
    ['GET', '/api/v1/me/'],
    ['GET', '//api/v1/me'],
    ['DELETE', '/api/v1/apps'],
  ])('of an address that leads nowhere is not_found: %s %s', async (method, path) => {
    const { app } = openHttpApp()
    expect(await problemOf(await app.request(`http://localhost${path}`, { method }))).toMatchObject({
      status: 404,
      code: 'not_found',
    })
  })
})

describe('a language', () => {
  it.each([
    [undefined, '请先登录'],
    ['', '请先登录'],
    ['zh-TW', '请先登录'],
    ['fr', '请先登录'],
    ['en', 'Sign in first'],
    ['en-GB,en;q=0.9', 'Sign in first'],
    ['fr, en;q=0.2', 'Sign in first'],
    ['en;q=0.5, zh-CN;q=0.8', '请先登录'],
    ['zh;q=0, en;q=0.1', 'Sign in first'],
    ['EN-us', 'Sign in first'],
    ['en;q=nonsense', '请先登录'],
  ])('is chosen by Accept-Language: %s', async (wish, title) => {
    const { call } = openHttpApp()
    const headers: Record<string, string> = wish === undefined ? {} : { 'accept-language': wish }
    expect((await problemOf(await call('GET', '/me', { headers }))).title).toBe(title)
  })

  it.each(locales)('has words for every code: %s', language => {
    const words = wordsIn(language)
    for (const code of Object.keys(problemStatus)) expect(words.titles).toHaveProperty(code)
    for (const code of secretRefusals) expect(words.issues).toHaveProperty(code)
  })
})

describe('a failure of WeChat', () => {
  it.each<[UpstreamFailure, number, string]>([
    ['failed', 502, 'upstream_failed'],
    ['timed_out', 502, 'upstream_failed'],
    ['quota', 503, 'upstream_quota'],
    ['throttled', 503, 'upstream_quota'],
    ['not_ready', 503, 'upstream_not_ready'],
    ['code_refused', 422, 'invalid'],
    ['secret_refused', 502, 'upstream_failed'],
    ['ip_not_allowed', 502, 'upstream_failed'],
    ['account_frozen', 502, 'upstream_failed'],
  ])('while signing in: %s is %i %s', async (failure, status, code) => {
    const http = openHttpApp()
    http.login.failure = new UpstreamError(failure, 'GET /sns/jscode2session')
    expect(await problemOf(await http.call('POST', '/session', { body: { code: 'x' } }))).toMatchObject({
      status,
      code,
    })
  })

  it.each([
    ['appid_unknown', '/appid'],
    ['secret_wrong', '/secret'],
    ['ip_not_allowed', '/secret'],
    ['account_frozen', '/secret'],
    ['kind_mismatch', '/kind'],
  ] as const)('that an admin must mend is an issue with words: %s', (refusal, path) => {
    const error = new UpstreamError('secret_refused', 'POST /cgi-bin/stable_token', { refusal, ip: '198.51.100.4' })
    const bodies = locales.map(language => problemBody(asProblem(error), language, 'id'))
    for (const body of bodies) {
      expect(body).toMatchObject({
        status: 422,
        code: 'invalid',
        issues: [{ path, code: refusal, ip: '198.51.100.4' }],
      })
    }
    const [chinese, english] = bodies.map(body => body.issues?.[0]?.message)
    expect(chinese).toMatch(/\p{Script=Han}/u)
    expect(english).not.toMatch(/\p{Script=Han}/u)
    expect(english).not.toBe(wordsIn('en').otherIssue)
  })

  it('names the address to whitelist in the words too', () => {
    const error = new UpstreamError('ip_not_allowed', '', { refusal: 'ip_not_allowed', ip: '198.51.100.4' })
    expect(problemBody(asProblem(error), 'zh-CN', 'id').issues?.[0]?.message).toContain('198.51.100.4')
  })
})
