import { afterEach, describe, expect, it } from 'vitest'
import { type Door, ServedApp } from '../../../server/http/door.ts'
import { type Listening, listen } from '../../../server/http/listen.ts'
import { openCollector } from '../../support/collect-app.ts'

let listening: Listening | undefined
afterEach(() => listening?.stop())

async function open() {
  const site = await openCollector()
  listening = await listen(site.app, { port: 0, host: '127.0.0.1' })
  return { ...site, origin: `http://127.0.0.1:${listening.port}` }
}

const json = { 'content-type': 'application/json' }
/** What differs from answer to answer. */
const OWN = new Set(['x-request-id', 'date', 'connection', 'keep-alive', 'content-length'])

async function told(response: Response) {
  const headers = [...response.headers].filter(([name]) => !OWN.has(name)).sort()
  const text = await response.text()
  return { status: response.status, headers, text: text.replace(/"requestId":"[^"]+"/, '') }
}

describe('the door of the collector', () => {
  it.each([
    ['a batch', 'POST', '', (body: object) => JSON.stringify(body), json],
    ['a batch with a query', 'POST', '?debug=1', (body: object) => JSON.stringify(body), json],
    ['an unknown key', 'POST', '', (body: object) => JSON.stringify({ ...body, key: 'wk_nobody' }), json],
    ['no JSON', 'POST', '', () => '{', json],
    ['another type', 'POST', '', () => '', { 'content-type': 'image/png' }],
    ['another packing', 'POST', '', () => '', { ...json, 'content-encoding': 'br' }],
    ['too much', 'POST', '', () => 'x'.repeat(256 * 1024 + 1), json],
    ['a faulty batch', 'POST', '', (body: object) => JSON.stringify({ ...body, batch: 1 }), json],
    ['a question beforehand', 'OPTIONS', '', null, {}],
    ['a read', 'GET', '', null, {}],
    ['a path behind it', 'POST', '/further', (body: object) => JSON.stringify(body), json],
    ['a path like it', 'POST', '1', (body: object) => JSON.stringify(body), json],
  ] as const)('answers %s over a socket as in process', async (_, method, rest, bodyOf, headers) => {
    const [socket, inProcess] = [await open(), await openCollector()]
    const initOf = (fields: object) => ({ method, headers, ...(bodyOf && { body: bodyOf(fields) }) })
    const path = `/collect/v1${rest}`
    const over = await told(await fetch(socket.origin + path, initOf(socket.bodyOf())))
    const within = await told(await inProcess.app.request(path, initOf(inProcess.bodyOf())))
    expect(over).toEqual(within)
  })

  it('leaves a connection in order on which a body was refused', async () => {
    const { origin, bodyOf } = await open()
    const post = (body: string) => fetch(`${origin}/collect/v1`, { method: 'POST', headers: json, body })
    const statuses: number[] = []
    for (const body of ['x'.repeat(300_000), JSON.stringify(bodyOf()), '{', JSON.stringify(bodyOf())]) {
      const response = await post(body)
      statuses.push(response.status)
      await response.text()
    }
    expect(statuses).toEqual([413, 200, 400, 200])
  })

  it('names who may come in', () => {
    const door = { questions: [undefined], enter: () => null } as unknown as Door
    expect(() => new ServedApp().open(door)).toThrow('no question')
  })
})
