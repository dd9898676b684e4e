import { describe, expect, it } from 'vitest'
import { EventStoreUnavailable } from '../../../server/ports/events.ts'
import { createEventRates } from '../../../server/usecases/collect/event-rates.ts'
import { APP, NOW, openCollector as open, view } from '../../support/collect-app.ts'
import { problemOf } from '../../support/http-app.ts'

describe('the rate of a key', () => {
  it('is held with 429 and the time to wait, then goes on', async () => {
    const site = await open()
    site.deps.collect.rates = createEventRates(10)
    expect((await site.told({ events: Array(8).fill(view()) })).accepted).toBe(8)
    const refused = await site.collect({ batch: 'b2', events: Array(8).fill(view()) })
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await problemOf(refused)).toMatchObject({ status: 429, code: 'rate_limited' })
    site.clock.advance(1000)
    expect((await site.told({ batch: 'b2', events: Array(8).fill(view()) })).accepted).toBe(8)
  })

  it('is none of another key', async () => {
    const rates = createEventRates(10)
    expect([rates.take('a', 10, NOW), rates.take('a', 1, NOW), rates.take('b', 10, NOW)]).toEqual([0, 1, 0])
  })

  it('lets a batch that is larger than it pass alone, and waits longer afterwards', () => {
    const rates = createEventRates(10)
    expect(rates.take('a', 35, NOW)).toBe(0)
    expect(rates.take('a', 10, NOW)).toBe(4)
    expect(rates.take('a', 10, NOW + 3500)).toBe(0)
  })

  it('is not used up by what was refused', () => {
    const rates = createEventRates(10)
    for (let tried = 0; tried < 100; tried++) rates.take('a', 10, NOW)
    expect(rates.take('a', 10, NOW + 1000)).toBe(0)
  })

  it('gives nothing when the clock goes back, and goes on from there', () => {
    const rates = createEventRates(10)
    rates.take('a', 10, NOW)
    expect(rates.take('a', 10, NOW - 3_600_000)).toBe(1)
    expect(rates.take('a', 10, NOW - 3_599_000)).toBe(0)
  })
})

describe('the desk of an admin', () => {
  it('makes a key once', async () => {
    const { desk, key } = await open()
    expect(key).toMatch(/^wk_[A-Za-z0-9_-]{43,}$/)
    expect(await desk()).toMatchObject({ key, previousKey: null, previousUntil: null })
  })

  it('shows what came, of any env, and what was refused', async () => {
    const { desk, told, collect } = await open()
    await told({ events: [view({ scene: 1001 }), view({ type: 'x' }), view({ at: 1 }), view({ at: 2 })] })
    await told({ batch: 'b2', context: { env: 'trial', platform: 'ios' }, visitor: { id: '0123456789abcdef' } })
    await collect({ batch: null })
    expect(await desk()).toMatchObject({
      url: 'https://data.example.com',
      lastEventAt: new Date(NOW).toISOString(),
      refused: [
        { reason: 'too_old', count: 2 },
        { reason: 'type', count: 1 },
        { reason: 'malformed', count: 1 },
      ],
      recent: [
        { type: 'view', env: 'trial', platform: 'ios', visitor: '01234567', at: new Date(NOW).toISOString() },
        { type: 'view', env: 'release', scene: 1001 },
      ],
    })
  })

  it('does not count twice what was refused of a repeated batch', async () => {
    const { desk, told } = await open()
    for (let sent = 0; sent < 3; sent++) await told({ events: [view({ type: 'x' })] })
    expect(await desk()).toMatchObject({ refused: [{ reason: 'type', count: 1 }] })
  })

  it('is never kept by anybody in between', async () => {
    const { call, token } = await open()
    const response = await call('GET', `/apps/${APP}/collector`, { token })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

describe('a rotated key', () => {
  const DAY = 86_400_000

  it('is taken beside the new one for 24 hours', async () => {
    const { rotate, collect, key, clock } = await open()
    const rotated = (await rotate()) as { key: string; previousKey: string; previousUntil: string }
    expect(rotated).toEqual({
      key: expect.stringMatching(/^wk_/),
      previousKey: key,
      previousUntil: new Date(NOW + DAY).toISOString(),
    })
    expect(rotated.key).not.toBe(key)
    expect([(await collect()).status, (await collect({ key: rotated.key })).status]).toEqual([200, 200])
    clock.advance(DAY - 1)
    expect((await collect()).status).toBe(200)
    clock.advance(1)
    expect([(await collect()).status, (await collect({ key: rotated.key })).status]).toEqual([401, 200])
  })

  it('is shown no longer than it is taken', async () => {
    const { rotate, desk, clock } = await open()
    await rotate()
    clock.advance(DAY)
    expect(await desk()).toMatchObject({ previousKey: null, previousUntil: null })
  })

  it('is dead when there is one between it and the present', async () => {
    const { rotate, collect } = await open()
    await rotate()
    await rotate()
    expect((await collect()).status).toBe(401)
  })
})

describe('an unbound app', () => {
  it('loses its key and its events', async () => {
    const { call, token, told, collect, events } = await open()
    await told()
    expect((await call('DELETE', `/apps/${APP}`, { token })).status).toBe(204)
    expect((await collect()).status).toBe(401)
    expect(events.eventsOf(APP)).toEqual([])
  })

  it('stays bound when its events cannot be erased', async () => {
    const { call, token, collect, events } = await open()
    events.erase = async () => {
      throw new EventStoreUnavailable('slow', 5)
    }
    expect((await call('DELETE', `/apps/${APP}`, { token })).status).toBe(503)
    expect((await collect()).status).toBe(200)
  })
})

describe('one visitor', () => {
  it.each([
    ['by the id of the device', { id: 'device-1' }],
    ['by the openid', { openid: 'oSomebody' }],
  ])('is erased %s', async (_, who) => {
    const { call, token, told, events } = await open()
    await told({ visitor: { id: 'device-1', openid: 'oSomebody' } })
    expect((await call('DELETE', `/apps/${APP}/visitors`, { token, body: who })).status).toBe(204)
    expect(JSON.stringify(events.eventsOf(APP))).not.toContain('device-1')
  })

  it.each([
    ['nobody', {}],
    ['two names at once', { id: 'a', openid: 'b' }],
    ['a number', { id: 7 }],
    ['something else', { unionid: 'u' }],
  ])('has one name: %s is refused', async (_, body) => {
    const { call, token } = await open()
    expect((await problemOf(await call('DELETE', `/apps/${APP}/visitors`, { token, body }))).status).toBe(422)
  })
})
