import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Sandbox } from '../../../server/sandbox/index.ts'
import { seededFolder } from '../../support/database.ts'
import {
  type Ask,
  bind,
  client,
  newMasterKey,
  openWholeServer,
  sampleApp,
  startSampleSandbox,
  type WholeServer,
} from '../../support/whole-server.ts'

const APPS = Array.from({ length: 12 }, (_, index) => sampleApp(index + 1))

describe('kill -9', { timeout: 180_000 }, () => {
  let sandbox: Sandbox
  let data: Awaited<ReturnType<typeof seededFolder>>
  let running: WholeServer[]
  const masterKey = newMasterKey()

  beforeEach(async () => {
    sandbox = await startSampleSandbox(APPS)
    data = await seededFolder()
    running = []
  })

  afterEach(async () => {
    await Promise.all(running.map(({ server }) => server.kill()))
    await sandbox.close()
    await data.remove()
  })

  const open = async () => {
    const whole = await openWholeServer({ dataDir: data.folder, sandbox, masterKey })
    running.push(whole)
    return whole
  }

  const appids = async (ask: Ask) => {
    const { json } = await ask('GET', '/apps')
    return (json.apps as { appid: string }[]).map(({ appid }) => appid)
  }

  it('in the middle of binding loses nothing that was answered', async () => {
    const first = await open()
    const { ask, token } = await first.signIn('admin')
    const answered: string[] = []
    const binding = APPS.map(app => bind(ask, app).then(() => answered.push(app.appid)))
    await Promise.race(binding)
    await first.server.kill()
    await Promise.allSettled(binding)
    expect(answered.length).toBeGreaterThan(0)

    const second = await open()
    expect(await appids(client(second.server.origin, token))).toEqual(expect.arrayContaining(answered))
  })

  it('loses no session, no sign-out and no name that was answered', async () => {
    const first = await open()
    const kept = await first.signIn('admin')
    const left = await first.signIn('guest')
    await kept.ask('PATCH', '/me', { nickname: '阿林' })
    await left.ask('DELETE', '/session')
    await first.server.kill()

    const second = await open()
    const me = await client(second.server.origin, kept.token)('GET', '/me')
    expect(me.json.nickname).toBe('阿林')
    expect((await client(second.server.origin, left.token)('GET', '/me')).status).toBe(401)
  })

  it('lets the backfill go on where it was, without asking again for what it has', async () => {
    const [app] = APPS
    if (!app) throw new Error('no app')
    sandbox.setLatency(20)
    const first = await open()
    const { ask, token } = await first.signIn('admin')
    await bind(ask, app)
    await expect.poll(() => callsFor(sandbox, app.appid).length, { timeout: 60_000 }).toBeGreaterThan(40)
    await first.server.kill()
    const before = [...callsFor(sandbox, app.appid)]

    sandbox.setLatency(0)
    const second = await open()
    const status = async () =>
      (await client(second.server.origin, token)('GET', `/apps/${app.appid}/status`)).json.backfill
    await expect.poll(async () => (await status()).done, { timeout: 90_000 }).toBe((await status()).total)
    const again = callsFor(sandbox, app.appid).slice(before.length)
    // what was under way when the power went may be asked for twice, at most as many as run at a time
    expect(again.filter(call => before.includes(call)).length).toBeLessThanOrEqual(5)
  })
})

/** Path and day of every report call for an app, in order. */
function callsFor(sandbox: Sandbox, appid: string): string[] {
  const reports = sandbox.calls.filter(call => call.appid === appid && call.path.startsWith('/datacube/'))
  return reports.map(call => `${call.path} ${JSON.stringify(call.body)}`)
}
