import { hashOf } from '../../server/domain/credentials.ts'
import { may } from '../../server/domain/permissions.ts'
import type { AccessApp, Somebody } from '../support/access-app.ts'
import { openTestStores } from '../support/database.ts'
import { fullPortfolio } from '../support/full-portfolio.ts'
import { temporaryFolder } from '../support/server-process.ts'
import { type Answer, type Ask, bind, openWholeServer, sampleApp } from '../support/whole-server.ts'
import { cpuSeconds } from './cpu-time.ts'
import { untilFilled } from './steady.ts'
import { type Figure, figure, median } from './table.ts'

const VIEWERS = 60
const APPS = 50
const TURNS = 60
const DECISIONS = 20_000

const finely = (ms: number) => `${ms.toFixed(ms < 1 ? 4 : 1)} ms`

/** Letting people in, on a server with its database on disk; listing them; deciding; and everybody's apps at once. */
export async function access(): Promise<Figure[]> {
  return [...(await lettingIn()), ...(await decidingAndLookingAtAll())]
}

/** What requests of one kind took, one after the other: each on the clock, and all on the processor of the server. */
interface Taken {
  wall: number[]
  cpuMs: number
}

async function timed(pid: number, count: number, ask: (n: number) => Promise<{ status: number }>): Promise<Taken> {
  const wall: number[] = []
  const before = cpuSeconds(pid)
  for (let n = 0; n < count; n++) {
    const began = performance.now()
    const { status } = await ask(n)
    wall.push(performance.now() - began)
    if (status !== 200) throw new Error(`answered ${status}`)
  }
  return { wall, cpuMs: (1000 * (cpuSeconds(pid) - before)) / count }
}

/** By the clock, which neighbours of the machine lengthen, and by processor time, which is ours. */
const both = (name: string, atMost: number, { wall, cpuMs }: Taken, how: string): Figure[] => [
  figure(name, median(wall), { atMost }, finely, `median of ${wall.length}, ${how}`),
  figure(`${name}, by processor time`, cpuMs, { atMost }, finely, `mean of ${wall.length}, all threads of the server`),
]

async function lettingIn(): Promise<Figure[]> {
  const data = await temporaryFolder()
  const app = sampleApp(1)
  const whole = await openWholeServer({ dataDir: data.folder, apps: [app], env: { REQUEST_RATE: '100000000' } })
  try {
    const { ask } = await whole.signIn('admin')
    await bind(ask, app)
    await untilFilled(ask, app.appid)
    const taking: { ask: Ask; code: string }[] = []
    for (let n = 0; n < VIEWERS; n++) {
      const card: Answer = await ask('POST', `/apps/${app.appid}/invitations`, {})
      taking.push({ ask: (await whole.signIn(`viewer-${n}`)).ask, code: card.json.code })
    }
    const { pid } = whole.server
    const accepts = await timed(pid, VIEWERS, async n => {
      const viewer = taking[n]
      if (!viewer) throw new Error('no viewer')
      return viewer.ask('POST', `/invitations/${viewer.code}/accept`)
    })
    const lists = await timed(pid, TURNS, () => ask('GET', `/apps/${app.appid}/grants`))
    return [
      ...both('POST …/accept', 20, accepts, 'over HTTP, embedded database on disk'),
      ...both('grants, a list of 60, warm', 10, lists, 'over HTTP'),
    ]
  } finally {
    await whole.stop()
    await data.remove()
  }
}

async function decidingAndLookingAtAll(): Promise<Figure[]> {
  const opened = await openTestStores()
  try {
    const { site, viewer, appids } = await fullPortfolio(opened, APPS, (app, ago) => 100 + app * ago, {
      requestRate: 100_000_000,
    })
    const [appid = ''] = appids
    const tokenHash = hashOf(viewer.token)
    const now = site.clock.now()
    const decide = async () => {
      const caller = await opened.stores.sessions.caller(tokenHash, appid, now)
      if (may(true, 'read.overview', caller?.relation ?? null, now) !== 'yes') throw new Error('not let in')
    }
    await decide()
    const began = performance.now()
    for (let n = 0; n < DECISIONS; n++) await decide()
    const each = (performance.now() - began) / DECISIONS
    const gap = await hiddenAgainstAbsent(site, viewer)
    await site.call(viewer, 'GET', '/portfolio')
    const portfolios = await timed(process.pid, TURNS, () => site.call(viewer, 'GET', '/portfolio'))
    return [
      figure('who calls and may, warm', each, { atMost: 0.1 }, finely, `mean of ${DECISIONS.toLocaleString('en')}`),
      ...both('portfolio of 50 apps, warm', 10, portfolios, 'in process'),
      figure('an app that is hidden, against one that is absent', gap, { atMost: 0.05 }, finely, 'apart, of medians'),
    ]
  } finally {
    await opened.close()
  }
}

/** How far apart the answers about an app that one may not see and about one that there is not are, ms; asked in turn, so that both wait alike. */
async function hiddenAgainstAbsent(site: AccessApp, stranger: Somebody): Promise<number> {
  const { appid } = await site.bound()
  const asked = [appid, appid.replace(/.$/, '_')].map(one => ({ path: `/apps/${one}/status`, took: [] as number[] }))
  for (let n = 0; n < TURNS * 10; n++) {
    for (const { path, took } of asked) {
      const began = performance.now()
      const { status } = await site.call(stranger, 'GET', path)
      took.push(performance.now() - began)
      if (status !== 404) throw new Error(`answered ${status}`)
    }
  }
  const [hidden = 0, absent = 0] = asked.map(({ took }) => median(took.slice(took.length / 2)))
  return Math.abs(hidden - absent)
}
