import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../../../server/http/listen.ts'
import { openHttpApp } from '../../support/http-app.ts'

const APP = 'wxfeedface00000001'
let listening: Listening | undefined
afterEach(() => listening?.stop())

async function open() {
  const http = openHttpApp()
  const token = await http.bind(APP)
  listening = await listen(http.app, { port: 0, host: '127.0.0.1' })
  return { ...http, token, port: listening.port }
}

/** Sends a request as it stands and answers what comes back, without what differs from answer to answer. */
async function spoken(port: number, target: string, lines: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', chunk => {
    heard += chunk
  })
  socket.write([`GET ${target} HTTP/1.1`, 'connection: close', ...lines, '', ''].join('\r\n'))
  await once(socket, 'close')
  return heard.replace(/[\da-f]{8}-[\da-f-]{27}/g, 'ID').replace(/date: .*\r\n/i, '')
}

const overview = `/api/v1/apps/${APP}/reports/overview`

describe('a read over a socket', () => {
  it.each([
    ['a report', overview, ''],
    ['a report of a date', `${overview}?date=2026-11-19&source=wechat`, ''],
    ['a fault in a query', `${overview}?date=2026-02-30&nonsense=1`, '?x'],
    ['a parameter twice', `${overview}?date=2026-11-19&date=2026-11-19`, '?x'],
    ['a table', `${overview}?format=csv`, ''],
    ['what nobody bound', '/api/v1/apps/wxfeedface0000000f/status', ''],
    ['what can be no AppID', '/api/v1/apps/a/status', ''],
    ['a path that leads nowhere', '/api/v1/nowhere', ''],
    ['a list', '/api/v1/apps', ''],
  ])('answers %s as the framework does', async (_, target) => {
    const { port, token } = await open()
    const authorization = `authorization: Bearer ${token}`
    const plain = await spoken(port, target, ['host: a', authorization])
    // a host in brackets is nothing for the door
    expect(await spoken(port, target, ['host: [::1]', authorization])).toBe(plain)
  })

  it.each([
    ['an escaped path', overview.replace('overview', '%6fverview'), 'host: a', 200],
    ['a path with dots', overview.replace('/reports', '/x/../reports'), 'host: a', 200],
    ['an absolute target', `http://a${overview}`, 'host: a', 200],
    ['a host that is none', overview, 'host: a/b?c', 404],
    ['an escaped NUL', overview.replace(APP, '%00'), 'host: a', 404],
  ])('leaves %s to the framework', async (_, target, host, status) => {
    const { port, token } = await open()
    const heard = await spoken(port, target, [host, `authorization: Bearer ${token}`])
    expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  })

  it('is refused without a token, counted and noted under its request id', async () => {
    const { port, served } = await open()
    const heard = await spoken(port, overview, ['host: a'])
    expect(heard).toMatch(/^HTTP\/1.1 401 /)
    expect(heard).toMatch(/^www-authenticate: Bearer\r$/m)
    expect(heard).toMatch(/^x-request-id: ID\r$/m)
    expect(served.at(-1)).toMatchObject({ route: 'readOverview', method: 'GET', status: 401 })
  })
})
