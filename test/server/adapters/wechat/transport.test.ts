import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { datacubeReports } from '../../../../server/domain/datacube.ts'
import { memoryTokens } from '../../../support/fakes/tokens.ts'
import { answers, type Step, startScriptedWeChat } from '../../../support/scripted-wechat.ts'
import { APPID, testClient } from '../../../support/wechat-client.ts'
import { failureOf, july, scripted, TOKEN, VISITS } from './setup.ts'

const DATA = '{"list":[{"ref_date":"20260714","visit_pv":58}]}'

describe('an interface that an upstream may lack', () => {
  it.each([404, 405, 410, 501])('is one that the account has not: %i', async status => {
    const { server, client } = await scripted()
    const question = july(14, 'performance.10017')
    server.always(datacubeReports['performance.10017'].path, answers.status(status))
    expect((await failureOf(client.datacube.ask(question, 'reader'))).failure).toBe('unsupported')
  })

  it('fails like any other with 400', async () => {
    const { server, client } = await scripted()
    server.always(datacubeReports['performance.10017'].path, answers.status(400))
    expect((await failureOf(client.datacube.ask(july(14, 'performance.10017'), 'reader'))).failure).toBe('failed')
  })
})

describe('an answer', () => {
  it.each([
    [
      'with spaces, escapes and an order of its own',
      '{ "list" : [ {"ref_date":"20260714","visit_pv":1.50,"x":"\\u4f60好"} ] }\n',
    ],
    ['with errcode 0 beside the data', '{"errcode":0,"errmsg":"ok","list":[]}'],
    ['with an integer beyond what JavaScript counts', '{"list":[{"visit_pv":9007199254740993}]}'],
    ['without a list', '{"ref_date":"20260714"}'],
    ['with null for a list', '{"list":null}'],
    ['that is an empty object', '{}'],
  ])('%s is kept as it came', async (_name, text) => {
    const { server, client } = await scripted()
    server.script(VISITS, answers.text(text))
    expect(await client.datacube.ask(july(14), 'reader')).toBe(text)
  })

  it('is data whatever content type it claims', async () => {
    const { server, client } = await scripted()
    server.script(VISITS, answers.text(DATA, 'text/plain'))
    expect(await client.datacube.ask(july(14), 'reader')).toBe(DATA)
  })

  it('may come in pieces that cut a character in two', async () => {
    const { server, client } = await scripted()
    const text = '{"list":[{"page_path":"你好"}]}'
    const bytes = Buffer.from(text)
    const middle = bytes.indexOf(Buffer.from('好')) + 1
    server.script(VISITS, (_request, response) => {
      response.write(bytes.subarray(0, middle))
      setTimeout(() => response.end(bytes.subarray(middle)), 20)
    })
    expect(await client.datacube.ask(july(14), 'reader')).toBe(text)
  })
})

const lost: [string, Step][] = [
  ['-1', answers.errcode(-1)],
  ['61504', answers.errcode(61504)],
  ['HTTP 502', answers.status(502)],
  ['JSON cut in the middle', answers.cut()],
  ['an empty body', answers.text('')],
  ['a body broken off before its length', answers.brokenBody()],
  ['a body broken off between chunks', answers.brokenChunks()],
  ['a reset connection', answers.reset()],
]

describe('what may pass when asked again', () => {
  it.each(lost)('%s, twice, then data: data', async (_name, step) => {
    const { server, client } = await scripted()
    server.script(VISITS, step, step, answers.text(DATA))
    expect(await client.datacube.ask(july(14), 'reader')).toBe(DATA)
    expect(server.callsOf(VISITS)).toHaveLength(3)
  })

  it.each(lost)('%s, three times: a failure', async (_name, step) => {
    const { server, client } = await scripted()
    server.script(VISITS, step, step, step, answers.text(DATA))
    expect((await failureOf(client.datacube.ask(july(14), 'reader'))).failure).toBe('failed')
    expect(server.callsOf(VISITS)).toHaveLength(3)
  })

  it('waits twice as long before the third try, longer after 61504, and never the same by chance', async () => {
    const { server, client } = await scripted()
    server.always(VISITS, answers.errcode(-1))
    await failureOf(client.datacube.ask(july(14), 'reader'))
    server.always(VISITS, answers.errcode(61504))
    await failureOf(client.datacube.ask(july(14), 'reader'))
    expect(client.pauses).toEqual([500, 1000, 1500, 3000])

    const early = testClient(server.url, { random: () => 0 })
    await failureOf(early.datacube.ask(july(14), 'reader'))
    expect(early.pauses).toEqual([750, 1500])
  })

  it('counts each exchange and each retry', async () => {
    const { server, client } = await scripted()
    server.script(VISITS, answers.status(503), answers.reset(), answers.text(DATA))
    await client.datacube.ask(july(14), 'reader')
    expect(client.metrics.calls).toEqual([
      [TOKEN, 'ok'],
      [VISITS, 'unavailable'],
      [VISITS, 'dropped'],
      [VISITS, 'ok'],
    ])
    expect(client.metrics.retries).toEqual([VISITS, VISITS])
  })
})

const lasting: [string, Step][] = [
  ['a page with 200', answers.page()],
  ['plain words', answers.text('service unavailable')],
  ['HTTP 404', answers.status(404)],
  ['a redirect', answers.status(302, { location: '/cgi-bin/elsewhere' })],
  ['HTTP 204', (_request, response) => void response.writeHead(204).end()],
  ['a list for an object', answers.text('[]')],
  ['a number', answers.text('42')],
  ['null', answers.text('null')],
  ['an errcode that is no number', answers.text('{"errcode":"busy"}')],
  ['JSON of another shape', answers.text('{"message":"no healthy upstream"}')],
  ['a list of numbers', answers.text('{"list":[1,2]}')],
  ['an object for the list', answers.text('{"list":{}}')],
  ['an unknown errcode', answers.errcode(12345)],
  ['61501', answers.errcode(61501)],
]

describe('what stays the same when asked again', () => {
  it.each(lasting)('%s is a failure after one try', async (_name, step) => {
    const { server, client } = await scripted()
    server.script(VISITS, step, answers.text(DATA))
    expect((await failureOf(client.datacube.ask(july(14), 'reader'))).failure).toBe('failed')
    expect(server.callsOf(VISITS)).toHaveLength(1)
  })

  it('a body beyond the limit is a failure', async () => {
    const { server, client } = await scripted({ maxBytes: 1_000 })
    server.script(VISITS, answers.text(JSON.stringify({ list: [{ page_path: 'x'.repeat(1_000) }] })))
    const error = await failureOf(client.datacube.ask(july(14), 'reader'))
    expect(error.message).toContain('more than 1000 bytes')
  })

  it('follows no redirect, so that the token stays where it was sent', async () => {
    const { server, client } = await scripted()
    const elsewhere = await startScriptedWeChat()
    server.script(VISITS, answers.status(307, { location: `${elsewhere.url}${VISITS}` }))
    await failureOf(client.datacube.ask(july(14), 'reader'))
    expect(elsewhere.calls).toEqual([])
  })

  it('61503 is `not_ready`, and no reason for a warning', async () => {
    const { server, client } = await scripted()
    server.script(VISITS, answers.errcode(61503))
    expect((await failureOf(client.datacube.ask(july(14), 'reader'))).failure).toBe('not_ready')
    expect(client.lines.filter(line => line.includes('"warn"'))).toEqual([])
  })
})

describe('the limit of an exchange', () => {
  it.each([
    ['no answer', answers.hang()],
    ['an answer that stops in its body', answers.hangInBody()],
  ])('%s fails as timed out, after one try', async (_name, step) => {
    const tokens = memoryTokens()
    await tokens.write(APPID, { token: 'known', expiresAt: Number.MAX_SAFE_INTEGER })
    const { server, client } = await scripted({ tokens, timeoutMs: 60 })
    server.always(VISITS, step)
    expect((await failureOf(client.datacube.ask(july(14), 'reader'))).failure).toBe('timed_out')
    expect(server.callsOf(VISITS)).toHaveLength(1)
  })

  it('is five seconds', async () => {
    const { server, client } = await scripted()
    server.always(VISITS, answers.hang())
    await client.datacube.ask(july(14, 'pages.daily'), 'reader')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    let settled = false
    const failure = failureOf(client.datacube.ask(july(14), 'reader')).finally(() => (settled = true))
    while (server.callsOf(VISITS).length === 0) await new Promise(resolve => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(4_999)
    expect(settled).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect((await failure).message).toContain('within 5000 ms')
  })
})

describe('the address', () => {
  it('keeps the path prefix of the base', async () => {
    const { server } = await scripted()
    const client = testClient(`${server.url}/wechat/`)
    server.script('/wechat/cgi-bin/stable_token', answers.json({ access_token: 'token-1', expires_in: 7200 }))
    await client.datacube.ask(july(14), 'reader')
    expect(server.calls.map(call => call.path)).toEqual([`/wechat${TOKEN}`, `/wechat${VISITS}`])
  })

  it('carries the token in the query and compact dates in the body', async () => {
    const { server, client } = await scripted()
    await client.datacube.ask({ appid: APPID, report: 'visit.daily', from: '2026-07-14', to: '2026-07-14' }, 'reader')
    expect(server.callsOf(VISITS)).toEqual([
      {
        method: 'POST',
        path: VISITS,
        query: { access_token: 'token-1' },
        body: { begin_date: '20260714', end_date: '20260714' },
        contentType: 'application/json',
      },
    ])
  })

  it.each(['ftp://example.com', 'https://user:word@example.com', 'https://example.com/?a=b', 'nonsense'])(
    'is refused when it is %s',
    baseUrl => {
      expect(() => testClient(baseUrl)).toThrow(TypeError)
    },
  )

  it('fails when nobody listens there', async () => {
    const gone = createServer().listen(0, '127.0.0.1')
    await once(gone, 'listening')
    const { port } = gone.address() as AddressInfo
    await new Promise(resolve => gone.close(resolve))
    const error = await failureOf(testClient(`http://127.0.0.1:${port}`).datacube.ask(july(14), 'reader'))
    expect(error.message).toBe(`POST ${TOKEN} lost its connection (ECONNREFUSED)`)
  })
})
