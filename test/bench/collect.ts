import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { temporaryFolder } from '../support/server-process.ts'
import { type Ask, bind, openWholeServer, sampleApp } from '../support/whole-server.ts'
import type { CollectLoad, CollectTold } from './collect-asker.ts'
import { gentlyOnCore, onCore } from './cores.ts'
import { cpuSeconds } from './cpu-time.ts'
import { type Figure, figure, median, percent } from './table.ts'
import { lagsOf, untilShown, viewsInCurve, watch } from './visible.ts'

const run = promisify(execFile)
const TURNS = 3
const TURN_SECONDS = 4
const CONNECTIONS = 64
const STEADY = { events: 1, rate: 2_900, seconds: 10 }
const count = (value: number) => Math.round(value).toLocaleString('en')
const tenths = (ms: number) => `${ms.toFixed(1)} ms`

/** What the collector takes, durable before the answer, beside a bare server that does the least for that on the same core. */
export async function collect(): Promise<Figure[]> {
  const data = await temporaryFolder()
  const app = sampleApp(1)
  const whole = await openWholeServer({
    dataDir: path.join(data.folder, 'data'),
    apps: [app],
    env: { COLLECT_RATE: '100000000', REQUEST_RATE: '100000000' },
    prefix: onCore(0),
  })
  const bare = await startBare(data.folder)
  try {
    const { ask } = await whole.signIn('admin')
    await bind(ask, app)
    const { json } = await ask('GET', `/apps/${app.appid}/collector`)
    const ours = {
      url: `${whole.server.origin}/collect/v1`,
      pid: whole.server.pid,
      key: json.key as string,
      accepted: 0,
    }
    return [
      ...(await compare('single events, durable', ours, bare, 1, { rate: 17_000, share: 0.4 })),
      ...(await compare('batches of 20, durable', ours, bare, 20, { rate: 93_000, share: 0.3 })),
      await steadyPace(ours),
      ...(await untilVisible(ours, ask, app.appid)),
    ]
  } finally {
    await bare.stop()
    await whole.stop()
    await data.remove()
  }
}

/** A server that takes events. */
export interface Side {
  url: string
  pid: number
  key: string
  /** Events that were answered with 200 so far. */
  accepted: number
}

/** By turns, so that both meet the same neighbours. */
async function compare(
  name: string,
  ours: Side,
  bare: Side,
  events: number,
  goal: { rate: number; share: number },
): Promise<Figure[]> {
  const turns: { ours: number; bare: number; cpu: number }[] = []
  await load(ours, { events, seconds: 1 })
  await load(bare, { events, seconds: 1 })
  for (let turn = 0; turn < TURNS; turn++) {
    await quiet(ours.pid)
    const before = cpuSeconds(ours.pid)
    const own = await load(ours, { events })
    const cpu = ((cpuSeconds(ours.pid) - before) * 1e6) / own.answers
    const other = await load(bare, { events })
    turns.push({ ours: (own.answers * events) / own.seconds, bare: (other.answers * events) / other.seconds, cpu })
  }
  const rate = median(turns.map(turn => turn.ours))
  const least = median(turns.map(turn => turn.bare))
  const cpu = median(turns.map(turn => turn.cpu)).toFixed(0)
  const how = `${count(rate)} against ${count(least)} events a second; ${cpu} µs of the processor a request, the store's work included; ${CONNECTIONS} connections, median of ${TURNS} turns`
  return [
    figure(name, rate, { atLeast: goal.rate }, value => `${count(value)}/s`, how),
    figure(
      `${name}, of a bare node:http`,
      median(turns.map(one => one.ours / one.bare)),
      { atLeast: goal.share },
      percent,
      how,
    ),
  ]
}

/** Requests come at a steady pace, whether the answers do or not. */
async function steadyPace(ours: Side): Promise<Figure> {
  await quiet(ours.pid)
  const told = await load(ours, STEADY)
  const how = `${told.answers} answers, ${told.refused} refused, median ${tenths(told.p50)}`
  return figure('p99 at 2,900 single events a second', told.p99, { atMost: 15 }, tenths, how)
}

/** At the same pace somebody looks at both curves all the time. */
async function untilVisible(ours: Side, ask: Ask, appid: string): Promise<Figure[]> {
  const lengths = [1, 5] as const
  const looks = lengths.map(length => () => viewsInCurve(ask, appid, length))
  const before = ours.accepted
  for (const look of looks) await untilShown(look, before)
  const watching = looks.map(watch)
  const told = await load(ours, STEADY)
  for (const look of looks) await untilShown(look, ours.accepted)
  const seen = await Promise.all(watching.map(end => end()))
  return seen.map((shown, index) => {
    const lags = lagsOf(told.answeredAt, before, shown)
    const at = (share: number) => lags[Math.floor(lags.length * share)] ?? Number.NaN
    const how = `each of ${lags.length} events, from its answer to the first of ${shown.length} looks over HTTP whose points show it; median ${tenths(at(0.5))}, longest ${tenths(lags.at(-1) ?? Number.NaN)}; p99 of the answers ${tenths(told.p99)}`
    return figure(
      `accepted until visible in the curve of ${lengths[index]} min, p99`,
      at(0.99),
      { atMost: 1_000 },
      tenths,
      how,
    )
  })
}

let firstNumber = 0

/** @throws when more than a hundredth was refused, unless it is a flood: that may be, and is sent at the lowest priority */
export async function load(
  side: Side,
  wish: Pick<CollectLoad, 'events'> & Partial<CollectLoad>,
  isFlood = false,
): Promise<CollectTold> {
  firstNumber += 1_000_000_000
  const asked: CollectLoad = {
    url: side.url,
    key: side.key,
    connections: CONNECTIONS,
    seconds: TURN_SECONDS,
    rate: null,
    firstNumber,
    ...wish,
  }
  const asker = [process.execPath, '--import', 'tsx', 'test/bench/collect-asker.ts', JSON.stringify(asked)]
  const [file = '', ...args] = [...(isFlood ? gentlyOnCore(1) : onCore(1)), ...asker]
  const { stdout } = await run(file, args, { maxBuffer: 1 << 26 })
  const told = JSON.parse(stdout) as CollectTold
  side.accepted += told.answers * asked.events
  if (!isFlood && told.refused > told.answers / 100)
    throw new Error(`${told.refused} of ${told.answers} requests were refused`)
  return told
}

/** Waits until a process has done its work. */
export async function quiet(pid: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const before = cpuSeconds(pid)
    await sleep(300)
    if (!(cpuSeconds(pid) - before > 0.03)) return
  }
}

async function startBare(folder: string): Promise<Side & { stop(): Promise<void> }> {
  const port = await freePort()
  const file = path.join(folder, 'bare.journal')
  const script = ['--import', 'tsx', 'test/bench/bare-collector.ts', String(port), file]
  const [command = '', ...args] = [...onCore(0), process.execPath, ...script]
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return {
    url: `http://127.0.0.1:${port}/`,
    pid: child.pid ?? 0,
    key: 'wk_0000000000000000000000',
    accepted: 0,
    async stop() {
      child.kill()
      await once(child, 'exit')
    },
  }
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
