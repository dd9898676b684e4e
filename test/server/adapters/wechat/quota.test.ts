import { describe, expect, it } from 'vitest'
import { createRests } from '../../../../server/adapters/wechat/rests.ts'
import { UpstreamError } from '../../../../server/domain/upstream.ts'
import { at, FakeClock } from '../../../support/fakes/clock.ts'
import { answers } from '../../../support/scripted-wechat.ts'
import { APPID } from '../../../support/wechat-client.ts'
import { failureOf, july, PAGES, scripted, TOKEN, VISITS } from './setup.ts'

describe('45009, the quota of the day', () => {
  it('silences this report of this app until midnight in China', async () => {
    const { server, client } = await scripted()
    server.script(VISITS, answers.errcode(45009))
    const first = await failureOf(client.datacube.ask(july(14), 'reader'))
    expect(first).toMatchObject({ failure: 'quota', details: { errcode: 45009, notBefore: at('2026-07-16 00:00') } })

    client.clock.set('2026-07-15 23:59')
    for (const lane of ['reader', 'backfill'] as const) {
      expect((await failureOf(client.datacube.ask(july(13), lane))).failure).toBe('quota')
    }
    expect(server.callsOf(VISITS)).toHaveLength(1)

    client.clock.set('2026-07-16 00:00')
    await client.datacube.ask(july(13), 'reader')
    expect(server.callsOf(VISITS)).toHaveLength(2)
  })

  it('leaves the other reports and the other apps their voice', async () => {
    const { server, client } = await scripted()
    client.secrets.set('wx00000000000000aa', 'secret')
    server.script(VISITS, answers.errcode(45009))
    await failureOf(client.datacube.ask(july(14), 'reader'))
    await client.datacube.ask(july(14, 'pages.daily'), 'reader')
    await client.datacube.ask({ ...july(14), appid: 'wx00000000000000aa' }, 'reader')
    expect(server.callsOf(PAGES)).toHaveLength(1)
    expect(server.callsOf(VISITS)).toHaveLength(2)
  })

  it('is met by calls that waited behind the one that met it', async () => {
    const { server, client } = await scripted()
    server.always(VISITS, answers.errcode(45009))
    await Promise.all([...Array(14).keys()].map(day => failureOf(client.datacube.ask(july(day + 1), 'backfill'))))
    expect(server.callsOf(VISITS).length).toBeLessThanOrEqual(3)
  })

  it('holds for the token endpoint too', async () => {
    const { server, client } = await scripted()
    server.script(TOKEN, answers.errcode(45009))
    await failureOf(client.datacube.ask(july(14), 'reader'))
    expect((await failureOf(client.datacube.ask(july(14), 'reader'))).failure).toBe('quota')
    expect(server.calls).toHaveLength(1)
    expect(client.notes).toEqual([])
  })

  it('is forgotten with the app', async () => {
    const { server, client } = await scripted()
    server.script(VISITS, answers.errcode(45009))
    await failureOf(client.datacube.ask(july(14), 'reader'))
    client.forget(APPID)
    await client.datacube.ask(july(14), 'reader')
    expect(server.callsOf(VISITS)).toHaveLength(2)
  })
})

describe('45011, the quota of the minute', () => {
  it('is told to a reader at once', async () => {
    const { server, client } = await scripted()
    client.clock.advance(20_000)
    server.script(VISITS, answers.errcode(45011))
    const error = await failureOf(client.datacube.ask(july(14), 'reader'))
    expect(error).toMatchObject({ failure: 'throttled', details: { notBefore: at('2026-07-15 11:01') } })
    await failureOf(client.datacube.ask(july(14), 'reader'))
    expect(server.callsOf(VISITS)).toHaveLength(1)
    expect(client.pauses).toEqual([])
  })

  it('is over with the minute', async () => {
    const { server, client } = await scripted()
    server.script(VISITS, answers.errcode(45011))
    await failureOf(client.datacube.ask(july(14), 'reader'))
    client.clock.set('2026-07-15 11:01')
    await client.datacube.ask(july(14), 'reader')
    expect(server.callsOf(VISITS)).toHaveLength(2)
  })

  it('is sat out by backfill, with jitter', async () => {
    const { server, client } = await scripted()
    client.clock.advance(20_000)
    server.script(VISITS, answers.errcode(45011))
    await client.datacube.ask(july(14), 'backfill')
    expect(client.pauses).toEqual([42_500])
    expect(server.callsOf(VISITS)).toHaveLength(2)
  })

  it('fails backfill when the next minute brings it again', async () => {
    const { server, client } = await scripted()
    server.always(VISITS, answers.errcode(45011))
    expect((await failureOf(client.datacube.ask(july(14), 'backfill'))).failure).toBe('throttled')
    expect(server.callsOf(VISITS)).toHaveLength(2)
  })

  it('makes backfill wait that comes after a reader met it', async () => {
    const { server, client } = await scripted()
    server.script(VISITS, answers.errcode(45011))
    await failureOf(client.datacube.ask(july(14), 'reader'))
    await client.datacube.ask(july(13), 'backfill')
    expect(client.pauses).toEqual([62_500])
  })
})

describe('what an account may not ask', () => {
  it.each([
    [48001, 'unsupported'],
    [48004, 'unsupported'],
    [61007, 'unsupported'],
    [61502, 'wrong_kind'],
  ])('%i: this report alone is not asked again for a day', async (errcode, failure) => {
    const { server, client } = await scripted()
    server.script(VISITS, answers.errcode(errcode))
    expect((await failureOf(client.datacube.ask(july(13), 'reader'))).failure).toBe(failure)
    client.clock.set('2026-07-16 10:59')
    expect((await failureOf(client.datacube.ask(july(13), 'reader'))).failure).toBe(failure)
    await client.datacube.ask(july(13, 'pages.daily'), 'reader')
    client.clock.set('2026-07-16 11:00')
    await client.datacube.ask(july(13), 'reader')
    expect(server.callsOf(VISITS)).toHaveLength(2)
  })
})

describe('the memory of silences', () => {
  it('is bounded: the app that rests longest is forgotten first', () => {
    const rests = createRests(new FakeClock(at('2026-07-15 11:00')), 2)
    const verdict = { reaction: 'next_day', failure: 'quota' } as const
    const failed = { ok: false, outcome: 'refused', verdict, error: new UpstreamError('quota', 'quota') } as const
    for (const appid of ['one', 'two', 'three']) rests.note(appid, VISITS, failed)
    expect(['one', 'two', 'three'].map(appid => rests.find(appid, VISITS) !== null)).toEqual([false, true, true])
  })
})

describe('the remaining quota', () => {
  const QUOTA = '/cgi-bin/openapi/quota/get'
  const ask = async (...steps: Parameters<typeof answers.json>[0][]) => {
    const { server, client } = await scripted()
    server.script(QUOTA, ...steps.map(answers.json))
    const remaining = await client.datacube.remainingQuota(APPID, 'reader')
    return { remaining, calls: server.callsOf(QUOTA) }
  }

  it('is what WeChat says of the daily visit trend', async () => {
    const { remaining, calls } = await ask({ errcode: 0, quota: { daily_limit: 1000, used: 12, remain: 988 } })
    expect(remaining).toBe(988)
    expect(calls.map(call => call.body)).toEqual([{ cgi_path: VISITS }])
  })

  it('is nothing when it is used up', async () => {
    expect((await ask({ quota: { daily_limit: 1000, used: 1000, remain: 0 } })).remaining).toBe(0)
  })

  it.each([
    ['does not count', { quota: { daily_limit: 0, used: 0, remain: 0 } }],
    ['says nothing', { errcode: 0, errmsg: 'ok' }],
    ['does not know the path', { errcode: 76021, errmsg: 'cgi_path not found' }],
    ['gives no permission', { errcode: 76022, errmsg: 'no permission' }],
    ['does not grant the question', { errcode: 48001, errmsg: 'api unauthorized' }],
    ['has no quota left for the question', { errcode: 45009, errmsg: 'reach max' }],
  ])('is unknown when WeChat %s', async (_name, answer) => {
    expect((await ask(answer)).remaining).toBeNull()
  })

  it('fails when WeChat cannot be reached', async () => {
    const { server, client } = await scripted()
    server.always(QUOTA, answers.reset())
    expect((await failureOf(client.datacube.remainingQuota(APPID, 'reader'))).failure).toBe('failed')
  })
})
