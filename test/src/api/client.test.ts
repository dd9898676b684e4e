import { describe, expect, it, vi } from 'vitest'
import { addressOf } from '../../../src/api/address.ts'
import { ApiError } from '../../../src/api/api-error.ts'
import { createClient } from '../../../src/api/client.ts'
import { singleFlight } from '../../../src/api/single-flight.ts'
import type { HttpRequest, HttpResponse } from '../../../src/platform/request.types.ts'

const ok = (body: unknown): HttpResponse => ({ status: 200, headers: {}, body })
const problem = (status: number, body: unknown = '', headers = {}): HttpResponse => ({ status, headers, body })

function desk(answers: HttpResponse[], options: { token?: string | null; renewed?: string | null } = {}) {
  const sent: HttpRequest[] = []
  let token = options.token === undefined ? 'old' : options.token
  const renew = vi.fn(async () => {
    token = options.renewed ?? null
    return token
  })
  const onSignedOut = vi.fn()
  const call = createClient({
    request: async request => {
      sent.push(request)
      const answer = answers.shift()
      if (answer === undefined) throw new Error('nothing left to answer')
      return answer
    },
    token: () => token,
    renew,
    onSignedOut,
    locale: () => 'en',
  })
  return { call, sent, renew, onSignedOut }
}

describe('an address', () => {
  it('fills its parameters and leaves out what is undefined', () => {
    expect(
      addressOf('readTrend', { appid: 'wx 1' }, { from: '2026-07-01', metrics: undefined, granularity: 'day' }),
    ).toBe('/api/v1/apps/wx%201/reports/trend?from=2026-07-01&granularity=day')
  })
})

describe('a call', () => {
  it('carries token and language', async () => {
    const { call, sent } = desk([ok({ apps: [] })])
    await expect(call('listApps', {})).resolves.toEqual({ apps: [] })
    expect(sent[0]).toMatchObject({
      method: 'GET',
      url: '/api/v1/apps',
      headers: { authorization: 'Bearer old', 'accept-language': 'en' },
    })
  })

  it('that signs in carries no token', async () => {
    const { call, sent } = desk([ok({ token: 't' })])
    await call('createDemoSession', { body: { as: 'viewer' } })
    expect(sent[0]?.headers).not.toHaveProperty('authorization')
  })

  it('takes another bearer where one is given', async () => {
    const { call, sent } = desk([ok({ status: 'pending' })])
    await call('pollHandoff', { params: { id: 'h' } }, { bearer: 'secret' })
    expect(sent[0]?.headers?.authorization).toBe('Bearer secret')
  })

  it('signs in again by itself when the token is dead', async () => {
    const { call, sent, onSignedOut } = desk([problem(401), ok({ apps: [] })], { renewed: 'new' })
    await call('listApps', {})
    expect(sent.map(({ headers }) => headers?.authorization)).toEqual(['Bearer old', 'Bearer new'])
    expect(onSignedOut).not.toHaveBeenCalled()
  })

  it('signs in first when there is no token', async () => {
    const { call, sent } = desk([ok({ apps: [] })], { token: null, renewed: 'new' })
    await call('listApps', {})
    expect(sent).toHaveLength(1)
    expect(sent[0]?.headers?.authorization).toBe('Bearer new')
  })

  it('says once that a person has to sign in', async () => {
    const { call, onSignedOut } = desk([problem(401)], { renewed: null })
    await expect(call('listApps', {})).rejects.toMatchObject({ code: 'unauthenticated', status: 401 })
    expect(onSignedOut).toHaveBeenCalledTimes(1)
  })

  it('does not sign in twice for one call', async () => {
    const { call, renew } = desk([problem(401), problem(401)], { renewed: 'new' })
    await expect(call('listApps', {})).rejects.toBeInstanceOf(ApiError)
    expect(renew).toHaveBeenCalledTimes(1)
  })
})

describe('a refusal', () => {
  it('keeps code, issues and request id', async () => {
    const issues = [{ path: '/secret', code: 'secret_wrong', message: 'no' }]
    const body = { type: 'x', title: 'Invalid', status: 422, code: 'invalid', requestId: 'r1', issues }
    const { call } = desk([problem(422, body)])
    await expect(call('listApps', {})).rejects.toMatchObject({ code: 'invalid', status: 422, issues, requestId: 'r1' })
  })

  it.each([
    [404, 'not_found'],
    [413, 'too_large'],
    [429, 'rate_limited'],
    [502, 'upstream_failed'],
    [500, 'internal'],
    [418, 'internal'],
  ])('%d of a proxy without a problem is %s', async (status, code) => {
    const { call } = desk([problem(status, '<html>', { 'x-request-id': 'r2' })])
    await expect(call('listApps', {})).rejects.toMatchObject({ code, status, requestId: 'r2' })
  })
})

describe('a single flight', () => {
  it('is shared by those who come while it is under way', async () => {
    const run = vi.fn(async () => 'token')
    const fly = singleFlight(run)
    await Promise.all([fly(), fly(), fly()])
    expect(run).toHaveBeenCalledTimes(1)
    await fly()
    expect(run).toHaveBeenCalledTimes(2)
  })

  it('does not keep a failure', async () => {
    const run = vi.fn().mockRejectedValueOnce(new Error('down')).mockResolvedValueOnce('token')
    const fly = singleFlight(run)
    await expect(fly()).rejects.toThrow('down')
    await expect(fly()).resolves.toBe('token')
  })
})
