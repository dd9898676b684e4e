import { describe, expect, it } from 'vitest'
import { UpstreamError } from '../../../../server/domain/upstream.ts'
import { answers, startScriptedWeChat } from '../../../support/scripted-wechat.ts'
import { APPID, testClient } from '../../../support/wechat-client.ts'
import { failureOf, july, PAGES, scripted, TOKEN, VISITS } from './setup.ts'

const MINUTE = 60_000
const STRANGE_IP =
  'invalid ip 118.190.42.90 ipv6 ::ffff:118.190.42.90, not in whitelist rid: 60196b9b-4c5ba79c-066b49c8'

describe('an app whose secret WeChat refuses', () => {
  it.each([40013, 40125, 41002, 41004, 40001])('%i: is not called for again', async errcode => {
    const { server, client } = await scripted()
    server.script(TOKEN, answers.errcode(errcode))
    for (const day of [1, 2, 3]) {
      const error = await failureOf(client.datacube.ask(july(day), 'backfill'))
      expect(error).toMatchObject({ failure: 'secret_refused', details: { errcode } })
      client.clock.advance(24 * 60 * MINUTE)
    }
    expect(server.calls).toHaveLength(1)
    expect(client.notes).toEqual(['refused'])
  })

  it('is called for again once its secret was replaced, here or by another instance', async () => {
    const { server, client } = await scripted()
    server.script(TOKEN, answers.errcode(40125))
    await failureOf(client.datacube.ask(july(14), 'reader'))
    client.secrets.set(APPID, 'another-secret')
    await client.datacube.ask(july(14), 'reader')
    expect(client.notes).toEqual(['refused', 'ok'])
  })

  it('is called for again when told to forget', async () => {
    const { server, client } = await scripted()
    server.script(TOKEN, answers.errcode(40125))
    await failureOf(client.datacube.ask(july(14), 'reader'))
    client.forget(APPID)
    await client.datacube.ask(july(14), 'reader')
    expect(client.notes).toEqual(['refused', 'ok'])
  })
})

describe('an app that WeChat turns away for a while', () => {
  it.each([
    [40164, 1, 'ip_not_allowed', 'ip 118.190.42.90'],
    [40243, 10, 'account_frozen', 'frozen'],
    [50002, 10, 'account_frozen', 'frozen'],
    [50004, 10, 'account_frozen', 'frozen'],
    [50007, 10, 'account_frozen', 'frozen'],
    [89503, 10, 'ip_not_allowed', 'ip 118.190.42.90'],
    [89506, 24 * 60, 'ip_not_allowed', 'ip 118.190.42.90'],
    [89507, 60, 'ip_not_allowed', 'ip 118.190.42.90'],
  ])('%i: is called for again after %i minutes', async (errcode, minutes, failure, note) => {
    const { server, client } = await scripted()
    const until = client.clock.now() + minutes * MINUTE
    server.script(TOKEN, answers.errcode(errcode, STRANGE_IP))
    const first = await failureOf(client.datacube.ask(july(1), 'reader'))
    expect(first).toMatchObject({ failure, details: { errcode, notBefore: until } })
    client.clock.advance(minutes * MINUTE - 1)
    expect((await failureOf(client.datacube.ask(july(1), 'reader'))).details).toEqual(first.details)
    expect(server.calls).toHaveLength(1)
    client.clock.advance(1)
    await client.datacube.ask(july(1), 'reader')
    expect(client.notes).toEqual([note, 'ok'])
  })

  it('rests as well when a report is refused that way', async () => {
    const { server, client } = await scripted()
    server.script(VISITS, answers.errcode(50002))
    await failureOf(client.datacube.ask(july(1), 'reader'))
    await failureOf(client.datacube.ask(july(1), 'reader'))
    expect(server.callsOf(VISITS)).toHaveLength(1)
    client.clock.advance(10 * MINUTE)
    await client.datacube.ask(july(1), 'reader')
    expect(client.notes).toEqual(['ok', 'frozen', 'ok'])
  })

  it('is not taken back in by a call that had set out before', async () => {
    const { server, client } = await scripted()
    const gate = server.hold(PAGES)
    const earlier = client.datacube.ask(july(1, 'pages.daily'), 'reader')
    await gate.filled(1)
    server.script(VISITS, answers.errcode(50002))
    await failureOf(client.datacube.ask(july(1), 'reader'))
    gate.release()
    await earlier
    expect(client.notes).toEqual(['ok', 'frozen'])
  })

  it('leaves other apps alone', async () => {
    const { server, client } = await scripted()
    client.secrets.set('wx00000000000000aa', 'secret')
    server.script(TOKEN, answers.errcode(40243))
    await failureOf(client.datacube.ask(july(1), 'reader'))
    await client.datacube.ask({ ...july(1), appid: 'wx00000000000000aa' }, 'reader')
    expect(server.callsOf(VISITS)).toHaveLength(1)
  })
})

describe('the address in a 40164', () => {
  it.each([
    [STRANGE_IP, '118.190.42.90'],
    ['invalid ip 999.1.1.1 8.8.4.4, not in whitelist', '8.8.4.4'],
    [
      'invalid ip 240e:3b7:1a2::7 ipv6 240e:3b7:1a2::7, not in whitelist rid: 60196b9b-4c5ba79c-066b49c8',
      '240e:3b7:1a2::7',
    ],
    ['not in whitelist', undefined],
  ])('%s', async (errmsg, ip) => {
    const { server, client } = await scripted()
    server.script(TOKEN, answers.errcode(40164, errmsg))
    expect((await failureOf(client.datacube.ask(july(1), 'reader'))).details.ip).toBe(ip)
  })
})

describe('an AppSecret that no key opens', () => {
  it('is noted in words of its own, and WeChat is not asked', async () => {
    const read = async () => {
      throw new UpstreamError('secret_unreadable', 'sealed with a lost key')
    }
    const { server, client } = await scripted({ secrets: { read } })
    expect((await failureOf(client.datacube.ask(july(1), 'reader'))).failure).toBe('secret_unreadable')
    expect(client.notes).toEqual(['refused unreadable'])
    expect(server.calls).toEqual([])
  })
})

describe('the note on the app', () => {
  it('is written when the state changes, not with each call', async () => {
    const { client } = await scripted()
    for (const day of [1, 2, 3]) await client.datacube.ask(july(day), 'reader')
    expect(client.notes).toEqual(['ok'])
  })

  it('is tried again when it could not be written, and costs no answer', async () => {
    const server = await startScriptedWeChat()
    let attempts = 0
    const noteToken = async () => {
      attempts += 1
      throw new Error('the database is away')
    }
    const client = testClient(server.url, { apps: { noteToken } })
    await client.datacube.ask(july(1), 'reader')
    const before = attempts
    await client.datacube.ask(july(2), 'reader')
    expect(attempts).toBe(before + 1)
  })
})
