import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { EventStoreUnavailable } from '../../../server/ports/events.ts'
import { APP, NOW, openCollector as open, view } from '../../support/collect-app.ts'
import { problemOf } from '../../support/http-app.ts'

describe('a batch', () => {
  it('is answered when it is stored', async () => {
    const { told, events } = await open()
    expect(await told()).toEqual({ accepted: 1, duplicate: false, rejected: [] })
    expect(events.eventsOf(APP)).toHaveLength(1)
  })

  it('sent again changes nothing and answers as the first time', async () => {
    const { told, events } = await open()
    const sent = { events: [view(), view({ at: 'now' })] }
    expect(await told(sent)).toEqual({ accepted: 1, duplicate: false, rejected: [{ index: 1, reason: 'at' }] })
    expect(await told(sent)).toEqual({ accepted: 1, duplicate: true, rejected: [{ index: 1, reason: 'at' }] })
    expect(events.eventsOf(APP)).toHaveLength(1)
  })

  it('of another name is another one', async () => {
    const { told, events } = await open()
    await told()
    expect((await told({ batch: 'batch-2' })).duplicate).toBe(false)
    expect(events.eventsOf(APP)).toHaveLength(2)
  })

  it('keeps openid and unionid as hashes only', async () => {
    const { told, events } = await open()
    await told({ visitor: { id: 'd', openid: 'oPlainOpenid', unionid: 'oPlainUnionid' } })
    expect(JSON.stringify([events.appended, events.eventsOf(APP)])).not.toMatch(/oPlain/)
    expect(events.eventsOf(APP)[0]?.visitor.openidHash).toHaveLength(43)
  })

  it('of a device with the wrong time is moved into the present', async () => {
    const { told, events } = await open()
    await told({ sentAt: NOW - 3_600_000, events: [view({ at: NOW - 3_601_000 })] })
    expect(events.eventsOf(APP)[0]?.at).toBe(NOW - 1000)
  })
})

describe('how it may be sent', () => {
  it.each([
    ['as text', { 'content-type': 'text/plain;charset=UTF-8' }],
    ['as JSON with a charset', { 'content-type': 'application/json; charset=utf-8' }],
  ])('%s', async (_, headers) => {
    const { told } = await open()
    expect((await told({}, headers)).accepted).toBe(1)
  })

  it.each(['gzip', 'GZIP', 'x-gzip'])('packed, said as %s', async coding => {
    const { post, bodyOf } = await open()
    const response = await post(gzipSync(JSON.stringify(bodyOf())), { 'content-encoding': coding })
    expect([response.status, await response.json()]).toEqual([200, { accepted: 1, duplicate: false, rejected: [] }])
  })

  it('from any web page, which may ask before', async () => {
    const { app, collect } = await open()
    const asked = await app.request('/collect/v1', {
      method: 'OPTIONS',
      headers: { origin: 'https://shop.example.com' },
    })
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST')
    expect(asked.headers.get('access-control-allow-headers')).toContain('content-type')
    expect((await collect()).headers.get('access-control-allow-origin')).toBe('*')
    expect((await collect({ key: 'wk_no' })).headers.get('access-control-allow-origin')).toBe('*')
  })

  it('and lets the page read when to come again, which browsers keep from it else', async () => {
    const { collect } = await open()
    for (const answer of [await collect(), await collect({ key: 'wk_no' })]) {
      expect(answer.headers.get('access-control-expose-headers')).toBe('retry-after')
    }
  })

  it('no other route is open to web pages', async () => {
    const { call, token } = await open()
    const response = await call('GET', '/apps', { token, headers: { origin: 'https://shop.example.com' } })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('no other method', async () => {
    const { app } = await open()
    expect((await app.request('/collect/v1')).status).toBe(404)
  })
})

describe('what is refused', () => {
  const large = 'x'.repeat(256 * 1024)
  const headers = { 'content-encoding': 'gzip' }

  it.each<[string, (site: Awaited<ReturnType<typeof open>>) => Promise<Response>, number, string]>([
    ['an unknown key', site => site.collect({ key: `wk_${'A'.repeat(44)}` }), 401, 'unauthenticated'],
    ['no key', site => site.collect({ key: undefined }), 401, 'unauthenticated'],
    ['a list', site => site.post('[]'), 401, 'unauthenticated'],
    ['no JSON', site => site.post('{"key"'), 400, 'bad_request'],
    ['nothing', site => site.post(''), 400, 'bad_request'],
    ['no UTF-8', site => site.post(new Uint8Array([0x22, 0xff, 0x22])), 400, 'bad_request'],
    ['a form', site => site.collect({}, { 'content-type': 'application/x-www-form-urlencoded' }), 400, 'bad_request'],
    ['gzip that is none', site => site.post('{}', headers), 400, 'bad_request'],
    ['gzip that ends early', site => site.post(gzipSync('{}').subarray(0, 15), headers), 400, 'bad_request'],
    ['another packing', site => site.post('{}', { 'content-encoding': 'br' }), 400, 'bad_request'],
    ['257 KiB', site => site.collect({ filling: large }), 413, 'too_large'],
    ['257 KiB in gzip', site => site.post(gzipSync(JSON.stringify(site.bodyOf({ large }))), headers), 413, 'too_large'],
    ['a bomb', site => site.post(gzipSync(Buffer.alloc(100 * 1024 * 1024)), headers), 413, 'too_large'],
    ['501 events', site => site.collect({ events: Array(501).fill(view()) }), 413, 'too_large'],
    ['no name of the batch', site => site.collect({ batch: undefined }), 422, 'invalid'],
    ['no time of sending', site => site.collect({ sentAt: '2026' }), 422, 'invalid'],
    ['nobody', site => site.collect({ visitor: {} }), 422, 'invalid'],
    ['no events', site => site.collect({ events: null }), 422, 'invalid'],
  ])('%s', async (_, send, status, code) => {
    const site = await open()
    const problem = await problemOf(await send(site))
    expect([problem.status, problem.code]).toEqual([status, code])
    expect(site.events.appended).toEqual([])
  })

  it('500 events and 256 KiB pass', async () => {
    const { told, post, bodyOf } = await open()
    expect((await told({ events: Array(500).fill(view()) })).accepted).toBe(500)
    const empty = JSON.stringify(bodyOf({ batch: 'b2', filling: '' }))
    const full = bodyOf({ batch: 'b2', filling: 'x'.repeat(256 * 1024 - empty.length) })
    expect((await post(JSON.stringify(full))).status).toBe(200)
  })

  it('an unknown key costs no look at a database', async () => {
    const { collect, deps } = await open()
    const touched: string[] = []
    const { writeKeys } = deps.collect
    const { resolve } = writeKeys
    writeKeys.resolve = async (key, now) => {
      touched.push(key)
      return resolve(key, now)
    }
    expect((await collect({ key: `wk_${'B'.repeat(44)}` })).status).toBe(401)
    expect(touched).toHaveLength(1)
  })

  it('what another app sends, event by event, and its batch may still come', async () => {
    const { told, events } = await open()
    const referer = 'https://servicewechat.com/wxfeedface00000002/3/page-frame.html'
    expect(await told({ events: [view(), view()] }, { referer })).toEqual({
      accepted: 0,
      duplicate: false,
      rejected: [
        { index: 0, reason: 'referer' },
        { index: 1, reason: 'referer' },
      ],
    })
    expect(events.appended).toEqual([])
    const own = { referer: `https://servicewechat.com/${APP}/3/page-frame.html` }
    expect(await told({}, own)).toMatchObject({ accepted: 1, duplicate: false })
  })

  it('what the store cannot take, with the time to wait', async () => {
    const { collect, events, lines } = await open()
    events.unavailable = new EventStoreUnavailable('the disk is full', 7)
    const response = await collect()
    expect(response.headers.get('retry-after')).toBe('7')
    expect(await problemOf(response)).toMatchObject({ status: 503, code: 'unavailable' })
    expect(lines.some(({ level }) => level === 'warn')).toBe(true)
    events.unavailable = null
    expect((await collect()).status).toBe(200)
  })
})
