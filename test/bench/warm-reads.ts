import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { temporaryFolder } from '../support/server-process.ts'
import { bind, openWholeServer, sampleApp } from '../support/whole-server.ts'
import { onCore } from './cores.ts'
import { type Comparison, compareServers, type Spent } from './load.ts'
import { untilFilled, untilFinal } from './steady.ts'
import { type Figure, figure, median, percent } from './table.ts'

/** Reads of `overview` out of memory, beside the least that Node can do with the same bytes on the same core, asked by turns. */
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
      const sides = { ours: { url: `${whole.server.origin}/api/v1${route}`, pid: whole.server.pid }, bare }
      const headers = { authorization: `Bearer ${token}` }
      return [
        ...(await compare('warm GET overview with auth', 0.2, { sides, headers, status: 200 })),
        ...(await compare('304 of the same', 0.3, {
          sides,
          headers: { ...headers, 'if-none-match': etag },
          status: 304,
        })),
      ]
    } finally {
      await bare.stop()
    }
  } finally {
    await whole.stop()
    await data.remove()
  }
}

/** @param atLeast share of the bare server, by its rate and by what a request takes of the processor */
async function compare(name: string, atLeast: number, comparison: Comparison): Promise<Figure[]> {
  const turns = await compareServers(comparison)
  const middle = (side: 'ours' | 'bare', what: keyof Spent) => median(turns.map(turn => turn[side][what]))
  const share = (what: keyof Spent) => median(turns.map(turn => turn.bare[what] / turn.ours[what]))
  const rate = (side: 'ours' | 'bare') => Math.round(1e6 / middle(side, 'wallMicros')).toLocaleString('en')
  const cpu = (side: 'ours' | 'bare') => middle(side, 'cpuMicros').toFixed(0)
  const how = `of a bare node:http with the same bytes; median of ${turns.length} turns`
  const byRate = `${rate('ours')} against ${rate('bare')} a second, ${how}`
  const byCpu = `${cpu('ours')} against ${cpu('bare')} µs a request, ${how}`
  return [
    figure(`${name}, by rate`, share('wallMicros'), { atLeast }, percent, byRate),
    figure(`${name}, by processor time`, share('cpuMicros'), { atLeast }, percent, byCpu),
  ]
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
