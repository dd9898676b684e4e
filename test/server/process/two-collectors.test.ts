import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sandbox } from '../../../server/sandbox/index.ts'
import { CollectSender } from '../../support/collect-sender.ts'
import { countedViews } from '../../support/counted-views.ts'
import { type PostgresServer, startPostgres } from '../../support/postgres.ts'
import { type ServerProcess, startServer, temporaryFolder } from '../../support/server-process.ts'
import {
  type Ask,
  bind,
  client,
  newMasterKey,
  productionSettings,
  sampleApp,
  signIn,
  startSampleSandbox,
} from '../../support/whole-server.ts'

const PATIENCE = { timeout: 60_000, interval: 100 }
const [app, other, third] = [sampleApp(1), sampleApp(2), sampleApp(3)]

let postgres: PostgresServer
let url: string
let sandbox: Sandbox
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let one: ServerProcess
let two: ServerProcess
let ask: Ask
let start: (name: string) => Promise<ServerProcess>

beforeAll(async () => {
  postgres = await startPostgres()
  url = await postgres.createDatabase()
  sandbox = await startSampleSandbox([app, other, third])
  folder = await temporaryFolder()
  const env = { ...productionSettings(sandbox, newMasterKey()), DATABASE_URL: url, REQUEST_RATE: '100000' }
  start = name => startServer({ entry: 'node', dataDir: `${folder.folder}/${name}`, env })
  one = await start('one')
  two = await start('two')
  ask = (await signIn(one.origin, sandbox, 'admin')).ask
}, 180_000)
afterAll(async () => {
  await one?.kill()
  await two?.kill()
  await sandbox?.close()
  await postgres?.stop()
  await folder?.remove()
})

const collector = async (appid: string) => (await ask('GET', `/apps/${appid}/collector`)).json
const rotate = async (appid: string) => (await ask('POST', `/apps/${appid}/collector/rotate`)).json

async function statusOf(server: ServerProcess, key: string): Promise<number> {
  const now = Date.now()
  const events = [{ type: 'view', at: now, path: 'pages/index' }]
  const body = { key, batch: randomUUID(), sentAt: now, visitor: { id: randomUUID() }, events }
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${server.origin}/collect/v1`, { method: 'POST', headers, body: JSON.stringify(body) })
  await answer.arrayBuffer()
  return answer.status
}

describe('on two instances over one PostgreSQL', { timeout: 180_000 }, () => {
  it('a write key that one makes or rotates is taken by the other at once, and one that is rotated away dies on both', async () => {
    await bind(ask, app)
    const { key: first } = await collector(app.appid)
    expect([await statusOf(two, first), await statusOf(one, first)]).toEqual([200, 200])
    const { key: second, previousKey } = await rotate(app.appid)
    expect(previousKey).toBe(first)
    // the old one for 24 hours more
    for (const key of [second, first]) {
      expect([await statusOf(two, key), await statusOf(one, key)]).toEqual([200, 200])
    }
    const { key: third } = await rotate(app.appid)
    expect([await statusOf(two, third), await statusOf(two, second)]).toEqual([200, 200])
    await expect.poll(() => statusOf(two, first), PATIENCE).toBe(401)
    expect(await statusOf(one, first)).toBe(401)
  })

  it('an app that one unbinds sends nothing to the other any more, and nothing of it is left', async () => {
    await bind(ask, other)
    const { key } = await collector(other.appid)
    let isOver = false
    const statuses: { at: number; status: number }[] = []
    const sending = (async () => {
      while (!isOver) {
        const at = performance.now()
        statuses.push({ at, status: await statusOf(two, key) })
      }
    })()
    await expect.poll(() => statuses.length, PATIENCE).toBeGreaterThan(5)
    expect((await ask('DELETE', `/apps/${other.appid}`)).status).toBe(204)
    const unboundAt = performance.now()
    await expect.poll(() => statuses.filter(({ at }) => at > unboundAt).length, PATIENCE).toBeGreaterThan(5)
    isOver = true
    await sending
    expect(statuses[0]?.status).toBe(200)
    expect(new Set(statuses.filter(({ at }) => at > unboundAt).map(({ status }) => status))).toEqual(new Set([401]))
    await bind(ask, other)
    expect(await collector(other.appid)).toMatchObject({ lastEventAt: null, recent: [], refused: [] })
  })

  it('a store that hangs is answered for politely by both, loses nothing, and goes on by itself', async () => {
    await ask('DELETE', `/apps/${app.appid}`)
    await bind(ask, app)
    const { key } = await collector(app.appid)
    const senders = [one, two].map(({ origin }) => new CollectSender(origin, key))
    const all = <T>(deed: (sender: CollectSender) => Promise<T>) => Promise.all(senders.map(deed))
    await all(sender => sender.burst(20))
    const blocker = new pg.Client({ connectionString: url })
    await blocker.connect()
    await blocker.query('begin; lock table events.batches in access exclusive mode')
    const heard = (await all(sender => sender.stream(50, 3_000))).flat()
    expect(new Set(heard.map(({ status }) => status))).toEqual(new Set([503]))
    for (const { retryAfter } of heard) expect(retryAfter).toBeGreaterThan(0)
    await blocker.query('rollback')
    await blocker.end()
    await all(sender => sender.retryAll())
    const sent = senders[0] && senders[1] ? senders[0].acknowledged + senders[1].acknowledged : 0
    expect(sent).toBe(40 + heard.length)
    const { token } = await signIn(two.origin, sandbox, 'admin')
    for (const { origin } of [one, two]) {
      const counted = () => countedViews(client(origin, token), app.appid)
      await expect.poll(counted, PATIENCE).toEqual({ pv: sent, uv: sent })
    }
  })

  it('an unbinding that is killed before the other has heard of it is finished by the next start', async () => {
    await bind(ask, third)
    const { key } = await collector(third.appid)
    expect(await statusOf(two, key)).toBe(200)
    const database = new pg.Client({ connectionString: url })
    await database.connect()
    const erasures = async () => (await database.query('select appid from erasures')).rowCount
    const asking = ask('DELETE', `/apps/${third.appid}`).catch(() => null)
    await expect.poll(erasures, PATIENCE).toBe(1)
    // the other takes them still, and nobody is there any more who erases them
    const late = await statusOf(two, key)
    await one.kill()
    await asking
    expect(await erasures()).toBe(1)
    one = await start('one')
    await expect.poll(erasures, PATIENCE).toBe(0)
    const left = await database.query(
      'select 1 from events.batches as b join events.apps as a on a.app = b.app where a.appid = $1',
      [third.appid],
    )
    await database.end()
    expect([late, left.rowCount]).toEqual([200, 0])
  })
})
