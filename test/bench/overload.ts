import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { temporaryFolder } from '../support/server-process.ts'
import { type Ask, bind, openWholeServer, sampleApp } from '../support/whole-server.ts'
import { load, quiet, type Side } from './collect.ts'
import type { CollectTold } from './collect-asker.ts'
import { onCore, stayingOnCore } from './cores.ts'
import { type Figure, figure } from './table.ts'

/** Events a second that a key may send, and ten times as many that come, in batches. */
const RATE = 5_000
const BATCH = 20
const FLOOD_CONNECTIONS = 640
const SECONDS = 8
const LOOK_MS = 10
const tenths = (ms: number) => `${ms.toFixed(1)} ms`
const times = (ratio: number) => `${ratio.toFixed(1)} × calm`
const count = (value: number) => Math.round(value).toLocaleString('en')

/** What the reports take while ten times as much comes as is taken: of one key, and of everybody. */
export const overload = (): Promise<Figure[]> => stayingOnCore(1, measured)

async function measured(): Promise<Figure[]> {
  return [
    ...(await during('ten times the rate of a key', { COLLECT_RATE: String(RATE) }, side =>
      load(side, { events: BATCH, rate: (10 * RATE) / BATCH, seconds: SECONDS }, true),
    )),
    ...(await during('ten times the connections of a full server', { COLLECT_RATE: '100000000' }, side =>
      load(side, { events: 1, connections: FLOOD_CONNECTIONS, seconds: SECONDS }, true),
    )),
  ]
}

async function during(name: string, env: Record<string, string>, flood: (side: Side) => Promise<CollectTold>) {
  const data = await temporaryFolder()
  const app = sampleApp(1)
  const whole = await openWholeServer({
    dataDir: path.join(data.folder, 'data'),
    apps: [app],
    env: { REQUEST_RATE: '100000000', ...env },
    prefix: onCore(0),
  })
  try {
    const { ask } = await whole.signIn('admin')
    await bind(ask, app)
    const { json } = await ask('GET', `/apps/${app.appid}/collector`)
    const side = {
      url: `${whole.server.origin}/collect/v1`,
      pid: whole.server.pid,
      key: json.key as string,
      accepted: 0,
    }
    await load(side, { events: 1, rate: 100, seconds: 1 })
    await quiet(side.pid)
    const calm = await readReports(ask, app.appid, sleep(SECONDS * 1000))
    const flooding = flood(side)
    const busy = await readReports(ask, app.appid, flooding)
    const { answers, refused, p99 } = await flooding
    const how = `${tenths(p99Of(busy))} of ${busy.length} reports one after the other, ${tenths(p99Of(calm))} in calm; meanwhile ${count(answers)} requests taken, ${count(refused)} refused, their p99 ${tenths(p99)}`
    return [figure(`p99 of the reports under ${name}`, p99Of(busy) / p99Of(calm), { atMost: 2 }, times, how)]
  } finally {
    await whole.stop()
    await data.remove()
  }
}

/** What reports of both sources took, ms, as long as something lasts. */
async function readReports(ask: Ask, appid: string, lasting: Promise<unknown>): Promise<number[]> {
  let isOver = false
  const end = () => {
    isOver = true
  }
  lasting.then(end, end)
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const reports = [
    'overview',
    `trend?granularity=day&from=${day}&to=${day}&source=collector`,
    'realtime?granularity=5',
    `pages?from=${day}&to=${day}&source=collector`,
  ]
  const took: number[] = []
  for (let turn = 0; !isOver; turn++) {
    const began = performance.now()
    const { status } = await ask('GET', `/apps/${appid}/reports/${reports[turn % reports.length]}`)
    took.push(performance.now() - began)
    if (status !== 200) throw new Error(`a report answered ${status}`)
    await sleep(LOOK_MS)
  }
  return took
}

const p99Of = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * 0.99)] ?? Number.NaN
