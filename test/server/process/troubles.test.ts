import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CollectSender, type Heard } from '../../support/collect-sender.ts'
import { countedViews } from '../../support/counted-views.ts'
import { smallDisk } from '../../support/small-disk.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { troublesIn } from '../../support/troubles.ts'
import { bind, openWholeServer, sampleApp } from '../../support/whole-server.ts'

const APP = sampleApp(1)
const PATIENCE = { timeout: 60_000 }
const HOUR = 3_600_000
const STREAM_MS = 4_000

async function open(dataDir: string, troubles?: ReturnType<typeof troublesIn>) {
  const whole = await openWholeServer({ dataDir, apps: [APP], ...(troubles && { env: troubles.env }) })
  onTestFinished(async () => {
    troubles?.set({})
    await whole.stop()
  })
  const { ask } = await whole.signIn('admin')
  await bind(ask, APP)
  const { key } = (await ask('GET', `/apps/${APP.appid}/collector`)).json
  const counted = () => countedViews(ask, APP.appid)
  return { whole, sender: new CollectSender(whole.server.origin, key), counted }
}

/** All that was acknowledged is counted once, by itself. */
const expectAll = ({ sender, counted }: Pick<Awaited<ReturnType<typeof open>>, 'sender' | 'counted'>) =>
  expect.poll(counted, PATIENCE).toEqual({ pv: sender.acknowledged, uv: sender.acknowledged })

function expectPoliteRefusals(heard: Heard[]) {
  for (const { status, retryAfter } of heard.filter(({ status }) => status !== 200)) {
    expect(status).toBe(503)
    expect(retryAfter).toBeGreaterThan(0)
  }
}

describe('a whole server', { timeout: 240_000 }, () => {
  it('on a disk that hangs refuses politely, loses nothing, and goes on by itself', async () => {
    const folder = tempFolder()
    const troubles = troublesIn(folder)
    const site = await open(path.join(folder, 'data'), troubles)
    const { sender } = site
    await sender.burst(20)
    expect(sender.acknowledged).toBe(20)
    troubles.set({ diskMs: 600_000 })
    // they are all answered while the disk hangs
    const heard = await sender.stream(50, STREAM_MS)
    expectPoliteRefusals(heard)
    expect(heard.some(({ status }) => status === 503)).toBe(true)
    troubles.set({})
    await sender.retryAll()
    expect(sender.acknowledged).toBe(20 + heard.length)
    await expectAll(site)
  })

  it('whose clock goes back an hour and forth again loses nothing and takes on', async () => {
    const folder = tempFolder()
    const troubles = troublesIn(folder)
    const site = await open(path.join(folder, 'data'), troubles)
    const { sender } = site
    for (const clockMs of [0, -HOUR, 0]) {
      troubles.set({ clockMs })
      expectPoliteRefusals(await sender.stream(25, 2_000))
      await sender.burst(20)
      await sender.retryAll()
    }
    await expectAll(site)
  })

  it('on a full disk refuses politely, loses nothing, and recovers when there is room', async context => {
    const folder = tempFolder()
    const dataDir = path.join(folder, 'data')
    const disk = smallDisk(dataDir, 300)
    if (!disk) return context.skip('this user cannot mount a small disk')
    const site = await open(dataDir)
    const { sender } = site
    await sender.burst(50)
    disk.fill()
    const heard = await sender.stream(20, 6_000)
    expectPoliteRefusals(heard)
    expect(heard.some(({ status }) => status === 503)).toBe(true)
    disk.clear()
    await sender.retryAll()
    await sender.burst(50)
    await sender.retryAll()
    await expectAll(site)
  })
})
