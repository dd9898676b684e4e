import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { temporaryFolder } from '../support/server-process.ts'
import { bind, openWholeServer, sampleApp } from '../support/whole-server.ts'
import { onCore } from './cores.ts'
import { requestsPerSecond } from './load.ts'
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
      const ours = `${whole.server.origin}/api/v1${route}`
      const authorization = `Bearer ${token}`
      return [
        await compare('warm GET overview with auth', ours, bare.url, { authorization }, 200, 0.2),
        await compare('304 of the same', ours, bare.url, { authorization, 'if-none-match': etag }, 304, 0.3),
      ]
    } finally {
      await bare.stop()
    }
  } finally {
    await whole.stop()
    await data.remove()
  }
}

async function compare(
  name: string,
  ours: string,
  bare: string,
  headers: Record<string, string>,
  status: number,
  atLeast: number,
) {
  const load = { headers, status }
  await requestsPerSecond({ ...load, url: ours, seconds: 2 })
  await requestsPerSecond({ ...load, url: bare, seconds: 1 })
  const rounds: { ours: number; bare: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({
      ours: await requestsPerSecond({ ...load, url: ours, seconds: SECONDS }),
      bare: await requestsPerSecond({ ...load, url: bare, seconds: SECONDS }),
    })
  }
  const share = median(rounds.map(round => round.ours / round.bare))
  const perSecond = (side: 'ours' | 'bare') => Math.round(median(rounds.map(round => round[side]))).toLocaleString('en')
  return figure(
    name,
    share,
    { atLeast },
    percent,
    `${perSecond('ours')} against ${perSecond('bare')} a second, median of ${ROUNDS} rounds`,
  )
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
