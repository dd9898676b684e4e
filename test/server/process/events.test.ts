import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openDuckdbEngine } from '../../../server/adapters/events/duckdb/engine.ts'
import type { Sandbox } from '../../../server/sandbox/index.ts'
import { dayOf } from '../../../src/contract/periods.ts'
import { seededFolder } from '../../support/database.ts'
import { EventSenders } from '../../support/event-sender.ts'
import { bind, newMasterKey, openWholeServer, sampleApp, startSampleSandbox } from '../../support/whole-server.ts'

/** Each round starts a server anew; the whole number is played with `npm test -- --all`. */
const ROUNDS = process.env.TEST_ALL ? 20 : 4
const APP = sampleApp(1)

let sandbox: Sandbox
let data: Awaited<ReturnType<typeof seededFolder>>
const masterKey = newMasterKey()

beforeEach(async () => {
  sandbox = await startSampleSandbox([APP])
  data = await seededFolder()
})

afterEach(async () => {
  await sandbox.close()
  await data.remove()
})

const open = (env: Record<string, string> = {}) => openWholeServer({ dataDir: data.folder, sandbox, masterKey, env })

async function writeKey(whole: Awaited<ReturnType<typeof open>>): Promise<string> {
  const { ask } = await whole.signIn('admin')
  await bind(ask, APP)
  const { json } = await ask('GET', `/apps/${APP.appid}/collector`)
  return json.key
}

/** Views and people of the last two days, by the counters in the file. */
async function counted(): Promise<{ views: number; people: number }> {
  const file = path.join(data.folder, 'events', 'events.duckdb')
  const engine = await openDuckdbEngine({ file, memoryLimitMb: 256, threads: 1 })
  try {
    const now = Date.now()
    await engine.count(now, [1, 5, 10, 30, 60, 1440])
    const period = { from: dayOf(now - 86_400_000), to: dayOf(now) }
    const [visits] = await engine.reports.visits(APP.appid, 'day', [period])
    return { views: visits?.views ?? 0, people: visits?.people ?? 0 }
  } finally {
    await engine.close()
  }
}

it(`kill -9 under full load, ${ROUNDS} times: no acknowledged event is lost and none counts twice`, {
  timeout: 900_000,
}, async () => {
  let whole = await open()
  const senders = new EventSenders(await writeKey(whole))
  let unanswered = 0
  for (let round = 0; round < ROUNDS; round++) {
    let isKilled = false
    const sending = senders.send(whole.server.origin, 32, () => isKilled)
    await sleep(150 + 35 * round)
    isKilled = true
    await whole.server.kill()
    await sending
    unanswered += senders.unanswered
    whole = await open()
  }
  while (senders.unanswered > 0) await senders.retry(whole.server.origin)
  senders.close()
  expect(unanswered, 'the kills came in the middle of something').toBeGreaterThan(0)
  await whole.server.stop()
  const sent = senders.acknowledged.size
  expect(sent).toBeGreaterThan(ROUNDS)
  expect(await counted()).toEqual({ views: sent, people: sent })
})

const canFindChildren = process.platform === 'linux'

/** The engine of events is the only child of a server. */
async function engineOf(pid: number): Promise<number> {
  return vi.waitFor(
    async () => {
      const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
      expect(children).toMatch(/^\d+ $/)
      return Number(children)
    },
    { timeout: 60_000, interval: 50 },
  )
}

it.skipIf(!canFindChildren)(
  'kill -9 of the engine alone: every event is taken meanwhile, and counts once',
  {
    timeout: 300_000,
  },
  async () => {
    const whole = await open()
    const senders = new EventSenders(await writeKey(whole))
    let isOver = false
    const sending = senders.send(whole.server.origin, 8, () => isOver)
    for (let round = 0; round < 3; round++) {
      const engine = await engineOf(whole.server.pid)
      await sleep(300)
      process.kill(engine, 'SIGKILL')
      await vi.waitFor(async () => expect(await engineOf(whole.server.pid)).not.toBe(engine), { timeout: 60_000 })
    }
    isOver = true
    await sending
    expect(senders.unanswered).toBe(0)
    senders.close()
    await whole.server.stop()
    const sent = senders.acknowledged.size
    expect(sent).toBeGreaterThan(0)
    expect(await counted()).toEqual({ views: sent, people: sent })
  },
)

describe.skipIf(!canFindChildren)('an engine that hangs', { timeout: 300_000 }, () => {
  /** A server whose engine is stopped in the middle of its work, as by a disk that does not answer. */
  async function openHanging() {
    const whole = await open({ COLLECT_RATE: '1000000' })
    const key = await writeKey(whole)
    const senders = new EventSenders(key)
    let tries = 0
    await senders.send(whole.server.origin, 4, () => tries++ > 50)
    const engine = await engineOf(whole.server.pid)
    process.kill(engine, 'SIGSTOP')
    onTestFinished(() => endHard(engine))
    return { whole, key, senders, engine }
  }

  it('keeps no sender waiting, no report of WeChat, and no reader of its own for ever; nothing is lost or counts twice', async () => {
    const { whole, senders, engine } = await openHanging()
    const { ask } = await whole.signIn('admin')
    const before = senders.acknowledged.size
    let isOver = false
    const sending = senders.send(whole.server.origin, 8, () => isOver)
    const day = dayOf(Date.now())
    const [own, official] = await Promise.all([
      ask('GET', `/apps/${APP.appid}/reports/trend?granularity=day&from=${day}&to=${day}&source=collector`),
      ask('GET', `/apps/${APP.appid}/reports/overview`),
    ])
    expect([own.status, own.json.code]).toEqual([503, 'unavailable'])
    expect(Number(own.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(official.status).toBe(200)
    isOver = true
    await sending
    expect(senders.acknowledged.size).toBeGreaterThan(before)
    // one new batch of some thousand looks like one that was here: only the engine can tell, so its sender comes again
    expect(senders.unanswered).toBeLessThanOrEqual(senders.acknowledged.size / 1000)
    process.kill(engine, 'SIGCONT')
    await vi.waitFor(
      async () => {
        await senders.retry(whole.server.origin)
        expect(senders.unanswered).toBe(0)
      },
      { timeout: 60_000, interval: 500 },
    )
    senders.close()
    await whole.server.stop()
    const sent = senders.acknowledged.size
    expect(await counted()).toEqual({ views: sent, people: sent })
  })

  // a quarter gigabyte is written: played with `npm test -- --all`
  it.skipIf(!process.env.TEST_ALL)(
    'fills the journal, then senders hear when to come again, and are taken again by themselves',
    async () => {
      const { whole, key, senders, engine } = await openHanging()
      const props = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`p${index}`, 'x'.repeat(250)]))
      let taken = 0
      const large = () => {
        const now = Date.now()
        const events = Array.from({ length: 45 }, () => ({ type: 'view', at: now, path: 'pages/index', props }))
        const body = { key, batch: crypto.randomUUID(), sentAt: now, visitor: { id: crypto.randomUUID() }, events }
        return fetch(`${whole.server.origin}/collect/v1`, { method: 'POST', body: JSON.stringify(body) })
      }
      let response = await large()
      for (; response.status === 200; response = await large()) taken++
      expect(taken, 'much more than one request').toBeGreaterThan(500)
      expect(response.status).toBe(503)
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
      process.kill(engine, 'SIGCONT')
      await vi.waitFor(async () => expect((await large()).status).toBe(200), { timeout: 120_000, interval: 500 })
      senders.close()
      await whole.server.stop()
      const { acknowledged } = senders
      expect(await counted()).toEqual({
        views: acknowledged.size + 45 * (taken + 1),
        people: acknowledged.size + taken + 1,
      })
    },
  )
})

function endHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it has ended with its server
  }
}
