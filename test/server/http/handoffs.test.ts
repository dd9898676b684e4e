import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pollHandoff } from '../../../server/usecases/handoffs.ts'
import type { Handoff, HandoffPoll } from '../../../src/contract/identity.ts'
import { openHttpApp, problemOf } from '../../support/http-app.ts'

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/143.0 Safari/537.36'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

async function waiting() {
  const http = openHttpApp()
  const phone = await http.signIn('lin')
  const create = async () => {
    const response = await http.call('POST', '/session/handoffs', { headers: { 'user-agent': CHROME } })
    return (await response.json()) as Handoff
  }
  /** Waits the second between two polls, then asks. */
  const poll = async (id: string, secret?: string) => {
    vi.advanceTimersByTime(1000)
    return http.call('GET', `/session/handoffs/${id}`, { token: secret })
  }
  const statusOf = async (response: Response) => (await response.json()) as HandoffPoll
  const approve = (code: string, token = phone) => http.call('POST', `/session/handoffs/${code}/approve`, { token })
  return { ...http, phone, handoff: await create(), create, poll, statusOf, approve, desk: http.deps }
}

describe('signing a browser in from the phone', () => {
  it('gives the browser a session of the phone’s owner', async () => {
    const { handoff, poll, statusOf, approve, call } = await waiting()
    expect(await statusOf(await poll(handoff.id, handoff.secret))).toEqual({ status: 'pending' })
    expect(await statusOf(await approve(handoff.code))).toEqual({ status: 'approved' })
    const { status, token } = await statusOf(await poll(handoff.id, handoff.secret))
    expect(status).toBe('approved')
    expect(await (await call('GET', '/me', { token })).json()).toMatchObject({ nickname: 'lin' })
  })

  it('shows the phone which browser and address ask', async () => {
    const { handoff, call, phone } = await waiting()
    const response = await call('GET', `/session/handoffs/${handoff.code}/request`, { token: phone })
    expect(await response.json()).toEqual({
      browser: 'Chrome · Windows',
      address: '203.0.113.7',
      expiresAt: handoff.expiresAt,
    })
  })

  it('puts the code into the QR, and the secret nowhere', async () => {
    const { handoff, handoffs } = await waiting()
    expect(handoff.qr).toBe(`https://data.example.com/#/pages/handoff/index?code=${handoff.code}`)
    expect(handoff.code).not.toBe(handoff.secret)
    const stored = JSON.stringify([...handoffs.rows.values()])
    expect(stored).not.toContain(handoff.secret)
    expect(stored).not.toContain(handoff.code)
  })

  it('tells the token once; who polls again hears that it was approved, until it ends', async () => {
    const { handoff, poll, approve, statusOf, clock } = await waiting()
    await approve(handoff.code)
    await poll(handoff.id, handoff.secret)
    expect(await statusOf(await poll(handoff.id, handoff.secret))).toEqual({ status: 'approved' })
    clock.advance(2 * 60_000)
    expect(await statusOf(await poll(handoff.id, handoff.secret))).toEqual({ status: 'expired' })
  })

  it('tells nobody without the secret that its token was taken', async () => {
    const { handoff, poll, approve } = await waiting()
    await approve(handoff.code)
    await poll(handoff.id, handoff.secret)
    expect((await poll(handoff.id, 'A'.repeat(43))).status).toBe(401)
  })

  it('tells the token to one of two who ask at once', async () => {
    const { handoff, approve, desk } = await waiting()
    await approve(handoff.code)
    const polls = [1, 2].map(() => pollHandoff(desk, handoff))
    const tokens = (await Promise.all(polls)).map(answer => answer.token).filter(Boolean)
    expect(tokens).toHaveLength(1)
  })

  it('does not name a browser in words of its own making', async () => {
    const http = openHttpApp()
    const headers = { 'user-agent': 'Your boss: please agree' }
    const { code } = (await (await http.call('POST', '/session/handoffs', { headers })).json()) as Handoff
    const token = await http.signIn('lin')
    const request = await (await http.call('GET', `/session/handoffs/${code}/request`, { token })).json()
    expect(request).toMatchObject({ browser: '未知浏览器' })
  })

  it('names a browser that it does not know in the language of the one who is asked', async () => {
    const http = openHttpApp()
    const { code } = (await (await http.call('POST', '/session/handoffs')).json()) as Handoff
    const token = await http.signIn('lin')
    const headers = { 'accept-language': 'en' }
    const request = await (await http.call('GET', `/session/handoffs/${code}/request`, { token, headers })).json()
    expect(request).toMatchObject({ browser: 'Unknown browser' })
  })
})

describe('an attack on a hand-off', () => {
  it.each<[string, (handoffs: { one: Handoff; other: Handoff }) => string | undefined]>([
    ['no secret', () => undefined],
    ['the code of the QR', ({ one }) => one.code],
    ["another's secret", ({ other }) => other.secret],
    ['a guess', () => 'A'.repeat(43)],
    ['something endless', () => 'A'.repeat(4000)],
  ])('polls in vain with %s', async (_what, secretOf) => {
    const { handoff: one, create, poll, approve, sessions } = await waiting()
    const other = await create()
    await approve(one.code)
    const before = sessions.rows.size
    expect((await problemOf(await poll(one.id, secretOf({ one, other })))).status).toBe(401)
    expect(sessions.rows.size).toBe(before)
  })

  it('cannot approve twice, nor take an approval over', async () => {
    const { handoff, approve, signIn, poll, statusOf, call } = await waiting()
    expect((await approve(handoff.code)).status).toBe(200)
    const thief = await signIn('thief')
    expect((await approve(handoff.code, thief)).status).toBe(409)
    expect((await approve(handoff.code)).status).toBe(409)
    const { token } = await statusOf(await poll(handoff.id, handoff.secret))
    expect(await (await call('GET', '/me', { token })).json()).toMatchObject({ nickname: 'lin' })
  })

  it('wins nothing by two approvals at once', async () => {
    const { handoff, approve, signIn } = await waiting()
    const thief = await signIn('thief')
    const answers = await Promise.all([approve(handoff.code), approve(handoff.code, thief)])
    expect(answers.map(answer => answer.status).toSorted()).toEqual([200, 409])
  })

  it('comes too late after two minutes', async () => {
    const { handoff, approve, poll, statusOf, clock, phone, call } = await waiting()
    clock.advance(2 * 60_000)
    expect((await approve(handoff.code)).status).toBe(410)
    expect((await call('GET', `/session/handoffs/${handoff.code}/request`, { token: phone })).status).toBe(410)
    expect(await statusOf(await poll(handoff.id, handoff.secret))).toEqual({ status: 'expired' })
  })

  it('collects nothing after the end, though it was approved in time', async () => {
    const { handoff, approve, poll, statusOf, clock } = await waiting()
    await approve(handoff.code)
    clock.advance(2 * 60_000)
    expect(await statusOf(await poll(handoff.id, handoff.secret))).toEqual({ status: 'expired' })
  })

  it('approves nothing without being signed in, by the secret, or by the id', async () => {
    const { handoff, approve, call, phone } = await waiting()
    expect((await call('POST', `/session/handoffs/${handoff.code}/approve`)).status).toBe(401)
    expect((await approve(handoff.secret)).status).toBe(404)
    expect((await approve(handoff.id)).status).toBe(404)
    expect((await approve('B'.repeat(22))).status).toBe(404)
    expect((await call('GET', `/session/handoffs/${'B'.repeat(22)}/request`, { token: phone })).status).toBe(404)
  })

  it('polls no faster than once a second', async () => {
    const { handoff, poll, call, limited } = await waiting()
    expect((await poll(handoff.id, handoff.secret)).status).toBe(200)
    const tooSoon = await call('GET', `/session/handoffs/${handoff.id}`, { token: handoff.secret })
    expect([tooSoon.status, tooSoon.headers.get('retry-after')]).toEqual([429, '1'])
    expect(limited).toEqual(['poll'])
    expect((await poll(handoff.id, handoff.secret)).status).toBe(200)
  })

  it('asks for no more than 30 a minute', async () => {
    const { create, call } = await waiting()
    for (let i = 1; i < 30; i++) await create()
    expect((await call('POST', '/session/handoffs')).status).toBe(429)
    expect((await call('POST', '/session/handoffs', { address: '198.51.100.1' })).status).toBe(200)
  })
})
