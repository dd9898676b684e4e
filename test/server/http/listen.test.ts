import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Listening, listen } from '../../../server/http/listen.ts'
import { openHttpApp } from '../../support/http-app.ts'

let listening: Listening | undefined
afterEach(() => listening?.stop())

async function serving(app: Hono = openHttpApp().app) {
  listening = await listen(app, { port: 0, host: '127.0.0.1' })
  return listening
}

/** Sends bytes as they are and answers what comes back until the peer closes. */
async function speak(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', chunk => {
    heard += chunk
  })
  socket.on('error', () => {})
  socket.write(text)
  await once(socket, 'close')
  return heard
}

describe('a socket', () => {
  it('answers over HTTP, and believes its own address only', async () => {
    const { port } = await serving()
    const response = await fetch(`http://127.0.0.1:${port}/healthz`)
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
  })

  it('answers the same bytes as in process, 304 and HEAD without any, 204 too', async () => {
    const http = openHttpApp()
    const token = await http.bind('wxfeedface00000001')
    const { port } = await serving(http.app)
    const path = '/apps/wxfeedface00000001/reports/overview'
    const ask = (method: string, at = path, headers = {}) =>
      fetch(`http://127.0.0.1:${port}/api/v1${at}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...headers },
      })
    const [over, inProcess] = [await ask('GET'), await http.call('GET', path, { token })]
    const text = await over.text()
    expect(text).toBe(await inProcess.text())
    const etag = over.headers.get('etag') ?? ''
    expect(etag).toBe(inProcess.headers.get('etag'))
    const told = async (response: Response) => [
      response.status,
      await response.text(),
      response.headers.get('content-length'),
      response.headers.get('content-type')?.slice(0, 16) ?? null,
    ]
    expect(await told(await ask('GET', path, { 'if-none-match': etag }))).toEqual([304, '', null, null])
    expect(await told(await ask('HEAD'))).toEqual([200, '', String(Buffer.byteLength(text)), 'application/json'])
    expect(await told(await ask('DELETE', '/session'))).toEqual([204, '', null, null])
  })

  it('refuses a body of 3 MB with a length', async () => {
    const { port } = await serving()
    const head = `POST /api/v1/session HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 3000000\r\n\r\n`
    expect(await speak(port, head)).toMatch(/^HTTP\/1.1 413 .*"code":"too_large"/s)
  })

  it('refuses 3 MB that come in chunks, without waiting for their end', async () => {
    const { port } = await serving()
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    const head = `POST /api/v1/session HTTP/1.1\r\nhost: x\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n`
    expect(await speak(port, head + chunk.repeat(3))).toMatch(/^HTTP\/1.1 413 /)
  })

  it('takes a caller who hangs up in the middle of a body for no failure of its own', async () => {
    const { app, served, lines } = openHttpApp()
    const { port } = await serving(app)
    const socket = connect(port, '127.0.0.1')
    const type = 'content-type: application/json\r\ncontent-length: 50'
    socket.write(`POST /api/v1/session HTTP/1.1\r\nhost: x\r\n${type}\r\n\r\n{"code":`)
    setTimeout(() => socket.destroy(), 100)
    await vi.waitFor(() => expect(served).toHaveLength(1), { timeout: 15_000 })
    expect(served[0]).toMatchObject({ route: 'createSession', status: 400 })
    expect(lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  it.each([
    ['a backslash in the path', 'GET /..\\..\\etc HTTP/1.1\r\nhost: x\r\n'],
    ['a host that is none', 'GET / HTTP/1.1\r\nhost: a/b?c\r\n'],
  ])('answers a problem to %s', async (_what, head) => {
    const { port } = await serving()
    expect(await speak(port, `${head}connection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 404 .*"code":"not_found"/s)
  })

  it('lets a running request finish when it stops, and takes no other', async () => {
    let finish = () => {}
    const app = new Hono().get('/slow', async context => {
      await new Promise<void>(resolve => {
        finish = resolve
      })
      return context.text('done')
    })
    const { port, stop } = await serving(app)
    const slow = fetch(`http://127.0.0.1:${port}/slow`)
    await new Promise(resolve => setTimeout(resolve, 100))
    const stopped = stop()
    await vi.waitFor(() => expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow(), { timeout: 15_000 })
    finish()
    expect(await (await slow).text()).toBe('done')
    await stopped
    listening = undefined
  })
})

it('a server that stops breaks no connection under a request that is on its way', async () => {
  const { port, stop } = await serving()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const asked: string[] = []
  const ask = () =>
    new Promise<string>(resolve => {
      const request = get({ port, host: '127.0.0.1', path: '/healthz', agent }, response => {
        response.resume().on('end', () => resolve(`${response.statusCode} ${response.headers.connection}`))
      })
      request.on('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)))
    })
  expect(await ask()).toBe('200 keep-alive')
  const stopped = stop()
  while (asked.at(-1) !== 'ECONNREFUSED') asked.push(await ask())
  await stopped
  listening = undefined
  agent.destroy()
  expect(new Set(asked)).toEqual(new Set(['200 close', 'ECONNREFUSED']))
})

describe('a body that is too large for the collector', () => {
  it.each([
    ['told beforehand', (body: string) => body],
    ['in pieces', (body: string) => new Blob([body, body]).stream()],
  ])('is answered, %s', async (_, bodyOf) => {
    const { port } = await serving()
    const response = await fetch(`http://127.0.0.1:${port}/collect/v1`, {
      method: 'POST',
      body: bodyOf('x'.repeat(3 * 1024 * 1024)),
      duplex: 'half',
    } as RequestInit)
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([413, 'too_large'])
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })
})
