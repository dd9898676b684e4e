import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { temporaryFolder } from '../support/server-process.ts'
import { bind, openWholeServer, sampleApp } from '../support/whole-server.ts'
import { onCore } from './cores.ts'
import { type Rate, rateOf } from './load.ts'
import { untilFilled, untilFinal } from './steady.ts'
import { type Figure, figure, median, percent } from './table.ts'

const ROUNDS = 5
const SECONDS = 3

/** Reads of `overview` out of memory, beside the least that Node can do with the same bytes on the same core; rounds alternate. */
export async function warmReads(): Promise<Figure[]> {
  const data = await temporaryFolder()
  const app = sampleApp(1)
  const whole = await openWholeServer({
    dataDir: data.folder,
    apps: [app],
    env: { REQUEST_RATE: '100000000' },
    prefix: onCore(0),
  })
  try {
    const { ask, token } = await whole.signIn('admin')
    await bind(ask, app)
    const route = `/apps/${app.appid}/reports/overview`
    await untilFilled(ask, app.appid)
    const fresh = await untilFinal(ask, route)
    const etag = fresh.headers.get('etag') ?? ''
    const known = await ask('GET', route, undefined, { 'if-none-match': etag })
    const bare = await startBare(data.folder, {
      '200': recorded(fresh.headers, fresh.text),
      '304': recorded(known.headers),
    })
    try {
      const ours = { url: `${whole.server.origin}/api/v1${route}`, pid: whole.server.pid }
      const authorization = `Bearer ${token}`
      return [
        await compare('warm GET overview with auth', {
          ours,
          bare,
          headers: { authorization },
          status: 200,
          atLeast: 0.2,
        }),
        await compare('304 of the same', {
          ours,
          bare,
          headers: { authorization, 'if-none-match': etag },
          status: 304,
          atLeast: 0.3,
        }),
      ]
    } finally {
      await bare.stop()
    }
  } finally {
    await whole.stop()
    await data.remove()
  }
}

interface Comparison {
  ours: { url: string; pid: number }
  bare: { url: string; pid: number }
  headers: Record<string, string>
  status: number
  /** Share of the bare server's rate. */
  atLeast: number
}

async function compare(name: string, { ours, bare, headers, status, atLeast }: Comparison): Promise<Figure> {
  const ask = ({ url, pid }: Comparison['ours'], seconds: number) => rateOf({ url, pid, headers, status, seconds })
  await ask(ours, 2)
  await ask(bare, 1)
  const rounds: { ours: Rate; bare: Rate }[] = []
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({ ours: await ask(ours, SECONDS), bare: await ask(bare, SECONDS) })
  const middle = (side: 'ours' | 'bare', what: keyof Rate) =>
    Math.round(median(rounds.map(round => round[side][what]))).toLocaleString('en')
  const share = median(rounds.map(round => round.ours.requestsPerSecond / round.bare.requestsPerSecond))
  const detail = [
    `${middle('ours', 'requestsPerSecond')} against ${middle('bare', 'requestsPerSecond')} a second`,
    `${middle('ours', 'cpuMicros')} against ${middle('bare', 'cpuMicros')} µs of processor each`,
    `median of ${ROUNDS} rounds`,
  ].join('; ')
  return figure(name, share, { atLeast }, percent, detail)
}

/** Headers that Node writes by itself stay away, or the bare server would send them twice. */
function recorded(headers: Headers, body?: string) {
  const own = [...headers].filter(([name]) => !['connection', 'date', 'keep-alive', 'transfer-encoding'].includes(name))
  return { headers: Object.fromEntries(own), ...(body === undefined ? {} : { body }) }
}

async function startBare(folder: string, answers: object) {
  const file = path.join(folder, 'bare.json')
  await writeFile(file, JSON.stringify(answers))
  const port = await freePort()
  const [command = '', ...args] = [
    ...onCore(0),
    process.execPath,
    '--import',
    'tsx',
    'test/bench/bare-server.ts',
    String(port),
    file,
  ]
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return {
    url: `http://127.0.0.1:${port}/`,
    pid: child.pid ?? 0,
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
