import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../../../server/http/listen.ts'
import { APP, openCollector, view } from '../../support/collect-app.ts'

let listening: Listening | undefined
afterEach(() => listening?.stop())

async function open() {
  const site = await openCollector()
  listening = await listen(site.app, { port: 0, host: '127.0.0.1' })
  return { ...site, origin: `http://127.0.0.1:${listening.port}` }
}

const line = (index: number) =>
  JSON.stringify({ type: 'view', at: 800_000_000_000 + index, path: '访问', visitor: { id: `u${index}` } })
const lines = (count: number) => Array.from({ length: count }, (_, index) => line(index)).join('\n')

describe('over a socket', () => {
  it('a batch is taken as in process, many at a time on one connection', async () => {
    const { origin, bodyOf, events } = await open()
    const send = (batch: string, type: string) =>
      fetch(`${origin}/collect/v1`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify(bodyOf({ batch, events: [view({ name: '访问'.repeat(20) })] })),
      })
    const batches = Array.from({ length: 40 }, (_, index) => `b${index}`)
    const answers = await Promise.all(
      batches.map(async (batch, index) => {
        const response = await send(batch, index % 2 ? 'text/plain' : 'application/json')
        return [response.status, await response.json(), response.headers.get('access-control-allow-origin')]
      }),
    )
    expect(new Set(answers.map(answer => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify([200, { accepted: 1, duplicate: false, rejected: [] }, '*'])]),
    )
    expect(events.eventsOf(APP)).toHaveLength(40)
  })

  it.each([
    ['plain', (body: string) => body, {}],
    ['packed', (body: string) => gzipSync(body), { 'content-encoding': 'gzip' }],
  ])('an import is read as it comes, %s', async (_, pack, headers) => {
    const { origin, token, events } = await open()
    const response = await fetch(`${origin}/api/v1/apps/${APP}/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...headers },
      body: pack(lines(20_000)) as BodyInit,
    })
    expect([response.status, await response.json()]).toMatchObject([200, { lines: 20_000, accepted: 20_000 }])
    expect(events.eventsOf(APP).at(-1)).toMatchObject({ path: '访问', visitor: { id: 'u19999' } })
  })

  it('an import of a stranger is refused before it is read', async () => {
    const { origin, signIn, events } = await open()
    const response = await fetch(`${origin}/api/v1/apps/${APP}/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await signIn('stranger')}` },
      body: lines(2_000),
    })
    expect([response.status, events.appended.length]).toEqual([404, 0])
  })
})
