import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { EventStoreUnavailable } from '../../../server/ports/events.ts'
import { APP, openCollector } from '../../support/collect-app.ts'
import { at } from '../../support/fakes/clock.ts'
import { problemOf } from '../../support/http-app.ts'

const LONG_AGO = at('1995-08-01 12:00')

const line = (fields: object = {}) =>
  JSON.stringify({ type: 'view', at: LONG_AGO, path: 'a', visitor: { id: 'u1' }, ...fields })

const lines = (count: number) => Array.from({ length: count }, (_, index) => line({ at: LONG_AGO + index }))

interface Told {
  importId: string | null
  lines: number
  accepted: number
  duplicate: boolean
  rejected: { reason: string; count: number }[]
  examples: { line: number; reason: string }[]
}

async function open() {
  const site = await openCollector()
  const send = (body: string | Uint8Array, query = '', headers: Record<string, string> = {}) =>
    site.call('POST', `/apps/${APP}/import${query}`, {
      token: site.token,
      body,
      headers: { 'content-type': 'application/x-ndjson', ...headers },
    })
  const told = async (body: string | Uint8Array, query = '', headers = {}) => {
    const response = await send(body, query, headers)
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
    return (await response.json()) as Told
  }
  return { ...site, send, told }
}

/** A body that comes in pieces, and breaks off after them when it is told to. */
const stream = (pieces: (string | Uint8Array)[], breaksOff = false) =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift()
      if (piece !== undefined) controller.enqueue(Buffer.from(piece))
      else if (breaksOff) controller.error(new Error('the line is dead'))
      else controller.close()
    },
  })

describe('an import', () => {
  it('takes events of any age, each of its own visitor and context', async () => {
    const { told, events } = await open()
    const body = [line(), line({ visitor: { id: 'u2', openid: 'o2' }, context: { platform: 'android' } })].join('\n')
    expect(await told(body)).toEqual({
      importId: null,
      lines: 2,
      accepted: 2,
      duplicate: false,
      rejected: [],
      examples: [],
    })
    expect(events.eventsOf(APP).map(({ at, visitor, context }) => [at, visitor.id, context.platform])).toEqual([
      [LONG_AGO, 'u1', null],
      [LONG_AGO, 'u2', 'android'],
    ])
  })

  it('loses a broken line and nothing beside it', async () => {
    const { told } = await open()
    const long = line({ name: 'x'.repeat(70_000) })
    const body = [line(), '{"type":', '7', line({ visitor: {} }), '', line({ at: 'x' }), long, line()].join('\r\n')
    expect(await told(body)).toMatchObject({
      lines: 7,
      accepted: 2,
      rejected: [
        { reason: 'json', count: 1 },
        { reason: 'event', count: 1 },
        { reason: 'visitor', count: 1 },
        { reason: 'at', count: 1 },
        { reason: 'too_long', count: 1 },
      ],
      examples: [
        { line: 2, reason: 'json' },
        { line: 3, reason: 'event' },
        { line: 4, reason: 'visitor' },
        { line: 6, reason: 'at' },
        { line: 7, reason: 'too_long' },
      ],
    })
  })

  it.each(['gzip', 'GZip', 'x-gzip'])('may be packed, said as %s', async coding => {
    const { told } = await open()
    expect((await told(gzipSync(lines(5).join('\n')), '', { 'content-encoding': coding })).accepted).toBe(5)
  })

  it('of nothing is one of nothing', async () => {
    const { told } = await open()
    expect(await told('')).toMatchObject({ lines: 0, accepted: 0, duplicate: false })
  })

  it('repeated under its name changes nothing and answers the same counts', async () => {
    const { told, events } = await open()
    const body = [...lines(4500), 'broken'].join('\n')
    const first = await told(body, '?importId=history-1')
    expect(await told(body, '?importId=history-1')).toEqual({ ...first, duplicate: true })
    expect(events.eventsOf(APP)).toHaveLength(4500)
  })

  it('without a name is another one each time', async () => {
    const { told, events } = await open()
    await told(lines(3).join('\n'))
    expect((await told(lines(3).join('\n'))).duplicate).toBe(false)
    expect(events.eventsOf(APP)).toHaveLength(6)
  })

  it('that broke off goes on where it stopped', async () => {
    const site = await open()
    const all = lines(5000)
    const request = (body: ReadableStream) =>
      site.app.request(`/api/v1/apps/${APP}/import?importId=big`, {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${site.token}` },
        duplex: 'half',
      } as RequestInit)
    const half = await request(stream([`${all.slice(0, 3000).join('\n')}\n`, '{"type":"vi'], true))
    expect(await problemOf(half)).toMatchObject({ status: 400, code: 'bad_request' })
    expect(site.events.eventsOf(APP)).toHaveLength(2000)
    const whole = await request(stream([all.join('\n')]))
    expect(await whole.json()).toMatchObject({ accepted: 5000, duplicate: false })
    expect(site.events.eventsOf(APP).map(({ at }) => at)).toEqual(all.map((_, index) => LONG_AGO + index))
  })

  it('cut in the middle of a character and of a line is read all the same', async () => {
    const site = await open()
    const bytes = Buffer.from(`${line({ name: '访问' })}\n${line({ name: '来源' })}`)
    const pieces = Array.from(bytes, byte => new Uint8Array([byte]))
    const response = await site.app.request(`/api/v1/apps/${APP}/import`, {
      method: 'POST',
      body: stream(pieces),
      headers: { authorization: `Bearer ${site.token}` },
      duplex: 'half',
    } as RequestInit)
    expect(await response.json()).toMatchObject({ accepted: 2 })
    expect(site.events.eventsOf(APP).map(({ name }) => name)).toEqual(['访问', '来源'])
  })

  it('reads no faster than it stores', async () => {
    const site = await open()
    let sent = 0
    let store: () => void = () => {}
    const piece = `${lines(2000).join('\n')}\n`
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent++
        if (sent <= 50) controller.enqueue(Buffer.from(piece))
        else controller.close()
      },
    })
    const { append } = site.events
    const waiting = new Promise<void>(resolve => {
      store = resolve
    })
    let began: () => void = () => {}
    const begun = new Promise<void>(resolve => {
      began = resolve
    })
    site.events.append = async batch => {
      began()
      await waiting
      return append.call(site.events, batch)
    }
    const response = site.app.request(`/api/v1/apps/${APP}/import`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${site.token}` },
      duplex: 'half',
    } as RequestInit)
    await begun
    await new Promise(resolve => setImmediate(resolve))
    expect(sent).toBeLessThan(10)
    store()
    expect((await (await response).json()) as object).toMatchObject({ accepted: 100_000 })
  })

  it.each([
    ['signed out', 'DELETE', '/session', 401],
    ['without the app', 'DELETE', `/apps/${APP}`, 404],
  ])('of somebody who meanwhile is %s goes no further', async (_, method, path, status) => {
    const site = await open()
    const rest = [`${lines(2000).join('\n')}\n`, line({ visitor: { id: 'late' } })]
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (rest.length === 1) await site.call(method, path, { token: site.token })
        const piece = rest.shift()
        if (piece === undefined) controller.close()
        else controller.enqueue(Buffer.from(piece))
      },
    })
    const response = await site.app.request(`/api/v1/apps/${APP}/import`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${site.token}` },
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(status)
    expect(site.events.eventsOf(APP).filter(({ visitor }) => visitor.id === 'late')).toEqual([])
  })

  it('that the store cannot take says when to go on', async () => {
    const { send, events } = await open()
    events.unavailable = new EventStoreUnavailable('the disk is full', 30)
    const response = await send(line())
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30'])
  })

  it.each([
    ['another packing', '{}', { 'content-encoding': 'br' }],
    ['gzip that is none', '{}', { 'content-encoding': 'gzip' }],
    ['gzip that ends early', gzipSync(line()).subarray(0, 20), { 'content-encoding': 'gzip' }],
  ])('refuses %s', async (_, body, headers) => {
    const { send } = await open()
    expect(await problemOf(await send(body, '', headers))).toMatchObject({ status: 400, code: 'bad_request' })
  })

  it('has a name of letters and digits', async () => {
    const { send } = await open()
    expect((await problemOf(await send(line(), '?importId=a%20b'))).faults).toEqual(['/query/importId format'])
  })
})
