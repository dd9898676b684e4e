import { describe, expect, it } from 'vitest'
import { memoryTokens } from '../../../support/fakes/tokens.ts'
import { answers, startScriptedWeChat } from '../../../support/scripted-wechat.ts'
import { APPID, SECRET, testClient } from '../../../support/wechat-client.ts'
import { failureOf, july, scripted, TOKEN, VISITS } from './setup.ts'

const MINUTE = 60_000

/** Waits for as long as the real clock needs, so that a call under way can end. */
const realSleep = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, Math.min(milliseconds, 5)))

const aMonth = Array.from({ length: 50 }, (_, index) => july((index % 14) + 1))

describe('one token for everybody', () => {
  it('is asked for once by 50 first requests at the same time', async () => {
    const { server, client } = await scripted()
    await Promise.all(aMonth.map(question => client.datacube.ask(question, 'reader')))
    expect(server.callsOf(TOKEN)).toHaveLength(1)
    expect(server.callsOf(VISITS)).toHaveLength(50)
  })

  it('is asked for once by two instances that share a store', async () => {
    const server = await startScriptedWeChat()
    const tokens = memoryTokens()
    const clients = ['a', 'b'].map(holder => testClient(server.url, { tokens, holder, sleep: realSleep }))
    await Promise.all(clients.flatMap(client => aMonth.map(question => client.datacube.ask(question, 'reader'))))
    expect(server.callsOf(TOKEN)).toHaveLength(1)
    expect(new Set(server.callsOf(VISITS).map(call => call.query.access_token))).toEqual(new Set(['token-1']))
    expect(tokens.leases.size).toBe(0)
  })

  it('is asked for in normal mode, never by force', async () => {
    const { server, client } = await scripted()
    await client.datacube.ask(july(14), 'reader')
    expect(server.callsOf(TOKEN)[0]).toMatchObject({
      method: 'POST',
      query: {},
      body: { grant_type: 'client_credential', appid: APPID, secret: SECRET, force_refresh: false },
    })
  })

  it('comes from the store after a restart', async () => {
    const server = await startScriptedWeChat()
    const tokens = memoryTokens()
    await testClient(server.url, { tokens }).datacube.ask(july(13), 'reader')
    await testClient(server.url, { tokens }).datacube.ask(july(14), 'reader')
    expect(server.callsOf(TOKEN)).toHaveLength(1)
  })

  it('is read from the store once, and from memory ever after', async () => {
    const store = memoryTokens()
    let reads = 0
    const tokens = {
      ...store,
      read: (appid: string) => {
        reads += 1
        return store.read(appid)
      },
    }
    const { client } = await scripted({ tokens })
    await client.datacube.ask(july(13), 'reader')
    const cold = reads
    await client.datacube.ask(july(14), 'reader')
    expect(reads).toBe(cold)
  })

  it('waits for an instance that died, until its lease ends', async () => {
    const tokens = memoryTokens()
    const { server, client } = await scripted({ tokens })
    const dead = client.clock.now() + 8_000
    await tokens.claim(APPID, 'dead', client.clock.now(), dead)
    await client.datacube.ask(july(14), 'reader')
    expect(client.clock.now()).toBeGreaterThanOrEqual(dead)
    expect(server.callsOf(TOKEN)).toHaveLength(1)
  })

  it('gives up on an instance that holds the lease and never delivers', async () => {
    const tokens = { ...memoryTokens(), claim: async () => false }
    const { server, client } = await scripted({ tokens })
    const error = await failureOf(client.datacube.ask(july(14), 'reader'))
    expect(error).toMatchObject({ failure: 'failed', message: `no other instance got a token for ${APPID}` })
    expect(server.calls).toEqual([])
  })

  it.each([
    ['an empty one', { access_token: '', expires_in: 7200 }],
    ['none', { expires_in: 7200 }],
    ['one without a life', { access_token: 'token-1' }],
    ['one that ended before', { access_token: 'token-1', expires_in: 0 }],
  ])('%s is a failure', async (_name, answer) => {
    const { server, client } = await scripted()
    server.script(TOKEN, answers.json(answer))
    expect((await failureOf(client.datacube.ask(july(14), 'reader'))).message).toBe(
      `POST ${TOKEN} answered JSON of another shape`,
    )
    expect(client.metrics.refreshes).toEqual(['failed'])
  })

  it('fails when no secret is kept', async () => {
    const { server, client } = await scripted()
    client.secrets.clear()
    expect((await failureOf(client.datacube.ask(july(14), 'reader'))).failure).toBe('secret_refused')
    expect(server.calls).toEqual([])
  })
})

describe('the life of a token', () => {
  it('ends a minute early', async () => {
    const { server, client } = await scripted()
    await client.datacube.ask(july(1), 'reader')
    client.clock.advance(119 * MINUTE - 1)
    await client.datacube.ask(july(2), 'reader')
    expect(server.callsOf(TOKEN)).toHaveLength(1)
    client.clock.advance(1)
    await client.datacube.ask(july(3), 'reader')
    expect(server.callsOf(TOKEN)).toHaveLength(2)
  })

  it('is what remains, when WeChat hands out an old one', async () => {
    const { server, client } = await scripted()
    server.script(TOKEN, answers.json({ access_token: 'old', expires_in: 345 }))
    await client.datacube.ask(july(1), 'reader')
    client.clock.advance(285_000)
    await client.datacube.ask(july(2), 'reader')
    expect(server.callsOf(VISITS).map(call => call.query.access_token)).toEqual(['old', 'token-1'])
  })

  it('is never believed to be longer than two hours', async () => {
    const { server, client } = await scripted()
    server.script(TOKEN, answers.json({ access_token: 'eternal', expires_in: 1e12 }))
    await client.datacube.ask(july(1), 'reader')
    client.clock.advance(120 * MINUTE)
    await client.datacube.ask(july(2), 'reader')
    expect(server.callsOf(TOKEN)).toHaveLength(2)
  })
})

describe('a token that WeChat refuses', () => {
  it.each([40001, 40014, 42001])('%i once: one refresh, one retry, data', async errcode => {
    const { server, client } = await scripted()
    server.script(VISITS, answers.errcode(errcode))
    await client.datacube.ask(july(14), 'reader')
    expect(server.callsOf(VISITS).map(call => call.query.access_token)).toEqual(['token-1', 'token-2'])
    expect(server.callsOf(TOKEN)).toHaveLength(2)
  })

  it('for ever: two business calls, two tokens, and an error that says why', async () => {
    const { server, client } = await scripted()
    server.always(VISITS, answers.errcode(40001))
    const error = await failureOf(client.datacube.ask(july(14), 'reader'))
    expect(server.callsOf(VISITS)).toHaveLength(2)
    expect(server.callsOf(TOKEN)).toHaveLength(2)
    expect(error.failure).toBe('failed')
    expect(error.details.errcode).toBe(40001)
    expect(error.message).toContain("another system is refreshing this account's token")
  })

  it('is refreshed once for all calls that were under way with it', async () => {
    const { server, client } = await scripted()
    await client.datacube.ask(july(1), 'reader')
    const old = answers.errcode(40001)
    server.always(VISITS, (request, response, call) =>
      (call.query.access_token === 'token-1' ? old : answers.json({ list: [] }))(request, response, call),
    )
    await Promise.all([2, 3, 4, 5, 6].map(day => client.datacube.ask(july(day), 'reader')))
    expect(server.callsOf(TOKEN)).toHaveLength(2)
  })

  it('may be given out once more by WeChat, and then is good', async () => {
    const { server, client } = await scripted()
    server.always(TOKEN, answers.json({ access_token: 'the-same', expires_in: 7000 }))
    server.script(VISITS, answers.errcode(40001))
    await client.datacube.ask(july(13), 'reader')
    await client.datacube.ask(july(14), 'reader')
    expect(server.callsOf(TOKEN)).toHaveLength(2)
  })

  it('is replaced by the one that another instance has put into the store since', async () => {
    const tokens = memoryTokens()
    const { server, client } = await scripted({ tokens })
    await client.datacube.ask(july(13), 'reader')
    await tokens.write(APPID, { token: 'from-elsewhere', expiresAt: client.clock.now() + 120 * MINUTE })
    server.script(VISITS, answers.errcode(40001))
    await client.datacube.ask(july(14), 'reader')
    expect(server.callsOf(TOKEN)).toHaveLength(1)
    expect(server.callsOf(VISITS).at(-1)?.query.access_token).toBe('from-elsewhere')
  })

  it('is not taken from the store again while it is being dropped there', async () => {
    const store = memoryTokens()
    let letDrop = () => {}
    const dropping = new Promise<void>(resolve => (letDrop = resolve))
    const drop = async (appid: string, token: string) => {
      await dropping
      await store.drop(appid, token)
    }
    const { server, client } = await scripted({ tokens: { ...store, drop } })
    server.script(VISITS, answers.errcode(40001))
    const first = client.datacube.ask(july(13), 'reader')
    while (client.lines.length === 0) await realSleep(1)
    await client.datacube.ask(july(14), 'reader')
    letDrop()
    await first
    expect(server.callsOf(VISITS).map(call => call.query.access_token)).toEqual(['token-1', 'token-2', 'token-2'])
  })
})

describe('the lease', () => {
  it('is worth a second look at the store: the one before may have delivered', async () => {
    const store = memoryTokens()
    const tokens = {
      ...store,
      async claim(appid: string) {
        await store.write(appid, { token: 'from-elsewhere', expiresAt: Number.MAX_SAFE_INTEGER })
        return true
      },
    }
    const { server, client } = await scripted({ tokens })
    await client.datacube.ask(july(14), 'reader')
    expect(server.callsOf(TOKEN)).toEqual([])
  })
})

describe('an app that is unbound while its token is on the way', () => {
  it('leaves no token behind', async () => {
    const tokens = memoryTokens()
    const { server, client } = await scripted({ tokens })
    const gate = server.hold(TOKEN)
    const call = client.datacube.ask(july(14), 'reader')
    await gate.filled(1)
    client.secrets.clear()
    gate.release()
    await call
    expect(await tokens.read(APPID)).toBeNull()
    expect((await failureOf(client.datacube.ask(july(13), 'reader'))).failure).toBe('secret_refused')
  })
})
