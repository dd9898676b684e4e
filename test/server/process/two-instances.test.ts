import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sandbox } from '../../../server/sandbox/index.ts'
import { execute, type PostgresServer, startPostgres } from '../../support/postgres.ts'
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

const ASKERS = 25
const PATIENCE = { timeout: 60_000, interval: 100 }

const app = sampleApp(1)
let postgres: PostgresServer
let url: string
let sandbox: Sandbox
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let token: string
const servers: ServerProcess[] = []
const masterKey = newMasterKey()

async function start(): Promise<ServerProcess> {
  const env = { ...productionSettings(sandbox, masterKey), DATABASE_URL: url, REQUEST_RATE: '100000' }
  const server = await startServer({ entry: 'node', dataDir: `${folder.folder}/${servers.length}`, env })
  servers.push(server)
  return server
}

const asAdmin = (server: ServerProcess): Ask => client(server.origin, token)
const trend = (day: string) => `/apps/${app.appid}/reports/trend?granularity=day&from=${day}&to=${day}`
/** Days that no backfill reaches. */
const oldDay = (back: number) => new Date(Date.now() - (150 + back) * 86_400_000).toISOString().slice(0, 10)

const callsTo = (part: string) => sandbox.calls.filter(({ appid, path }) => appid === app.appid && path.includes(part))
/** Each question that WeChat answered, once for each time. */
const answered = () =>
  callsTo('/datacube/')
    .filter(({ errcode }) => errcode === 0)
    .map(({ path, body }) => `${path} ${JSON.stringify(body)}`)

beforeAll(async () => {
  postgres = await startPostgres()
  url = await postgres.createDatabase()
  sandbox = await startSampleSandbox([app])
  folder = await temporaryFolder()
}, 120_000)
afterAll(async () => {
  await Promise.all(servers.map(server => server.kill()))
  await sandbox?.close()
  await postgres?.stop()
  await folder?.remove()
})

describe('two processes on one PostgreSQL', { timeout: 180_000 }, () => {
  it('share a token, a backfill and its place when one is killed, and one ends while the other reads', async () => {
    const [one, two] = [await start(), await start()]
    const admin = await signIn(one.origin, sandbox, 'admin')
    token = admin.token
    await bind(admin.ask, app)

    // as if it had run out: both need another one at the same moment
    await execute(url, 'delete from tokens')
    sandbox.forget()
    const first = [one, two].flatMap((server, place) =>
      Array.from({ length: ASKERS }, (_, n) => asAdmin(server)('GET', trend(oldDay(2 * n + place)))),
    )
    expect(new Set((await Promise.all(first)).map(({ status }) => status))).toEqual(new Set([200]))
    expect(callsTo('stable_token')).toHaveLength(1)

    await expect.poll(() => answered().length, PATIENCE).toBeGreaterThan(2 * ASKERS + 60)
    expect(new Set(answered()).size).toBe(answered().length)

    await one.kill()
    const known = await asAdmin(two)('GET', trend(oldDay(0)))
    expect(known.json.data.points[0].state).toBe('final')
    // the time of the dead one's lease is over, and an admin's word wakes the other
    await execute(url, 'update leases set expires_at = 0')
    const before = answered().length
    const { status } = await asAdmin(two)('PATCH', `/apps/${app.appid}`, { secret: app.secret })
    expect(status).toBe(200)
    await expect.poll(() => answered().length, PATIENCE).toBeGreaterThan(before + 30)
    // what was under way when it died may be asked again
    expect(answered().length - new Set(answered()).size).toBeLessThanOrEqual(3)

    const three = await start()
    const reads: number[] = []
    let over = false
    const reading = (async () => {
      while (!over) reads.push((await asAdmin(three)('GET', trend(oldDay(1)))).status)
    })()
    await expect.poll(() => reads.length, PATIENCE).toBeGreaterThan(5)
    expect(await two.stop()).toBe(0)
    const ended = reads.length
    await expect.poll(() => reads.length, PATIENCE).toBeGreaterThan(ended + 5)
    over = true
    await reading
    expect(new Set(reads)).toEqual(new Set([200]))
  })
})
