import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededFolder } from '../../support/database.ts'
import { type Ask, bind, openWholeServer, sampleApp, type WholeServer } from '../../support/whole-server.ts'

const sample = sampleApp(1)
const APP = sample.appid
const DAY = 86_400_000

let whole: WholeServer
let folder: Awaited<ReturnType<typeof seededFolder>>
let ask: Ask
let key: string

beforeAll(async () => {
  folder = await seededFolder()
  whole = await openWholeServer({ apps: [sample], dataDir: folder.folder, env: { COLLECT_RATE: '2000' } })
  ask = (await whole.signIn('admin')).ask
  await bind(ask, sample)
  key = (await ask('GET', `/apps/${APP}/collector`)).json.key
}, 120_000)
afterAll(async () => {
  await whole?.stop()
  await folder?.remove()
})

const view = (fields: object = {}) => ({ type: 'view', at: Date.now(), path: '/pages/live?id=1', ...fields })

const send = (fields: object = {}, init: RequestInit = {}) =>
  fetch(`${whole.server.origin}/collect/v1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      key,
      batch: crypto.randomUUID(),
      sentAt: Date.now(),
      visitor: { id: 'device-1' },
      events: [view()],
      ...fields,
    }),
    ...init,
  })

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const until = async (isSo: () => Promise<boolean>) => {
  for (let tries = 0; tries < 200; tries++) {
    if (await isSo()) return
    await sleep(100)
  }
  throw new Error('it did not become so within twenty seconds')
}

describe('the collector of a whole server', () => {
  it('shows an event in the curve soon after it was taken', async () => {
    const response = await send()
    expect([response.status, await response.json()]).toEqual([200, { accepted: 1, duplicate: false, rejected: [] }])
    const live = async () => (await ask('GET', `/apps/${APP}/reports/realtime`)).json.data
    await until(async () => (await live()).totals.pv === 1)
    expect(await live()).toMatchObject({
      totals: { pv: 1, uv: 1, sessions: 1 },
      now: { activeUsers: 1 },
      pages: [{ path: 'pages/live', pv: 1, share: 1 }],
    })
    expect((await ask('GET', `/apps/${APP}/status`)).json.collector.lastEventAt).not.toBeNull()
  })

  it('tells of today what the curve shows, or says that it does not know yet: never less as if that were all', async () => {
    const read = async (path: string) => (await ask('GET', `/apps/${APP}/reports/${path}`)).json
    const inCurve = async () => (await read('realtime')).data.totals.pv ?? 0
    const days = `from=${today()}&to=${today()}&source=collector`
    type Row = Record<string, number>
    const told = async () => {
      const overview = await read(`overview?date=${today()}&source=collector`)
      const trend = await read(`trend?${days}&granularity=day&metrics=visit_pv`)
      const pages = await read(`pages?${days}`)
      const views = pages.data.rows.reduce((sum: number, row: Row) => sum + (row.page_visit_pv ?? 0), 0)
      return [
        [overview, overview.data.metrics.find(({ id }: { id: string }) => id === 'visit_pv').value],
        [trend, trend.data.points[0].values.visit_pv],
        [pages, pages.freshness.state === 'pending' ? null : views],
      ] as const
    }
    // much less than the minute after which days are counted without being asked for
    for (let times = 0; times < 3; times++) {
      const sentAt = Date.now()
      const views = (await inCurve()) + 1
      await send()
      await until(async () => (await inCurve()) === views)
      await until(async () => {
        const all = await told()
        for (const [{ freshness }, value] of all) {
          const isUnknown = value === null && freshness.state === 'pending'
          const isOld = value !== null && Date.parse(freshness.asOf) < sentAt
          if (!isUnknown && !isOld) expect(value).toBe(views)
        }
        return all.every(([, value]) => value === views)
      })
    }
  })

  it('answers a large, a packed, a foreign and a broken body, each by its own', async () => {
    const packed = gzipSync(Buffer.alloc(50 * 1024 * 1024))
    const gzip = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    expect((await send({ filling: 'x'.repeat(257 * 1024) })).status).toBe(413)
    expect((await send({}, { body: packed, headers: gzip })).status).toBe(413)
    expect((await send({ events: Array(501).fill(view()) })).status).toBe(413)
    expect((await send({ key: `wk_${'A'.repeat(44)}` })).status).toBe(401)
    expect((await send({}, { body: '{' })).status).toBe(400)
    const preflight = await send({}, { method: 'OPTIONS', body: null })
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
    expect((await send()).status).toBe(200)
  })

  it('holds a key to its rate, and takes the same batch later', async () => {
    const batches = Array.from({ length: 12 }, () => crypto.randomUUID())
    const burst = (batch: string) => send({ batch, context: { env: 'trial' }, events: Array(500).fill(view()) })
    const answers = await Promise.all(batches.map(burst))
    const statuses = answers.map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200, 429]))
    for (const { status, headers } of answers) {
      if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    }
    const refused = batches[statuses.indexOf(429)] ?? ''
    await until(async () => (await burst(refused)).status === 200)
  })

  it('brings history in, and says its numbers in every report', async () => {
    const noon = Date.parse('2024-03-04T12:00:00+08:00')
    const lines = Array.from({ length: 3000 }, (_, index) =>
      JSON.stringify({
        type: 'view',
        at: noon + (index % 3) * DAY + index,
        path: `p${index % 7}`,
        scene: 1011,
        visitor: { id: `u${index % 100}` },
      }),
    )
    const send = () =>
      fetch(`${whole.server.origin}/api/v1/apps/${APP}/import?importId=history`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-encoding': 'gzip' },
        body: gzipSync(lines.join('\n')),
      })
    const { token, ask: again } = await whole.signIn('admin')
    expect(await (await send()).json()).toMatchObject({ accepted: 3000, duplicate: false, rejected: [] })
    expect(await (await send()).json()).toMatchObject({ accepted: 3000, duplicate: true })
    const data = async (path: string) => (await again('GET', `/apps/${APP}/reports/${path}&source=collector`)).json.data
    const range = 'from=2024-03-04&to=2024-03-06'
    const { points } = await data(`trend?${range}&granularity=day`)
    expect(points.map((point: { values: { visit_pv: number } }) => point.values.visit_pv)).toEqual([1000, 1000, 1000])
    expect((await data(`sources?${range}`)).items).toMatchObject([{ key: 4, share: 1 }])
    expect((await data(`pages?${range}`)).rows).toHaveLength(7)
    expect((await data(`retention?${range}`)).rows[0].size).toBe(100)
  })

  it('loses nothing that it acknowledged when it is killed, and goes on with the same key', async () => {
    const batch = crypto.randomUUID()
    const kept = { batch, visitor: { id: 'survivor' }, events: [view({ path: 'kept' })] }
    expect((await send(kept)).status).toBe(200)
    await whole.server.kill()
    whole = await openWholeServer({
      apps: [sample],
      dataDir: folder.folder,
      sandbox: whole.sandbox,
      masterKey: whole.masterKey,
    })
    ask = (await whole.signIn('admin')).ask
    expect(await (await send(kept)).json()).toEqual({ accepted: 1, duplicate: true, rejected: [] })
    const pages = async () =>
      (await ask('GET', `/apps/${APP}/reports/realtime?date=${today()}&page=kept`)).json.data.totals.pv
    await until(async () => (await pages()) === 1)
    expect(await pages()).toBe(1)
  }, 120_000)

  it('erases all with the app', async () => {
    expect((await ask('DELETE', `/apps/${APP}`)).status).toBe(204)
    expect((await send()).status).toBe(401)
    await bind(ask, sample)
    const collector = (await ask('GET', `/apps/${APP}/collector`)).json
    expect(collector).toMatchObject({ lastEventAt: null, recent: [], refused: [] })
    expect(collector.key).not.toBe(key)
  })
})
