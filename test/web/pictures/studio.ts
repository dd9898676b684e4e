import { createServer, type Socket } from 'node:net'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { datacubeReports } from '../../../server/sandbox/routes/datacube.ts'
import { ROOT } from '../../arch/sources.ts'
import { letIn } from '../../journeys/people.ts'
import { ADMIN, openSite, type Site } from '../../journeys/site.ts'
import { built } from '../../support/built.ts'
import { launchBrowser } from '../../support/chromium.ts'
import { bind } from '../../support/whole-server.ts'
import { app } from './scene.ts'
import { bringTraffic } from './traffic.ts'
import { aheadNow } from './when.ts'

/** What every picture needs: one site, one browser, both builds. */
export interface Studio {
  site: Site
  browser: Browser
  /** How far all clocks are ahead of the machine's. ms */
  ahead: number
  /** Folder of the mini program's build. */
  dist: string
  /** A server that takes every call and never answers. */
  silentOrigin: string
  /** Code of a browser that asks to be let in. */
  handoff: string
  /** Code of an invitation that nobody took. */
  card: string
  session: (person: string) => Promise<{ token: string; user: unknown }>
  close: () => Promise<void>
}

/** Some pages have a name of their own. */
const REMARKS = { 'pages/index/index': '首页', 'pages/goods/detail': '商品详情', 'pages/cart/index': '购物车' }

/** @param asBuilt takes `dist/` as it is, also when the sources are newer */
export async function openStudio(asBuilt: boolean): Promise<Studio> {
  if (!asBuilt) await built('h5')
  const dist = asBuilt ? path.join(ROOT, 'dist/weapp') : await built('weapp')
  const ahead = aheadNow()
  const site = await openSite(ahead)
  const { appid } = app.failing
  const reports = [...Object.keys(datacubeReports), '/wxa/business/performance/boot']
  for (const path of reports) site.sandbox.faults.add({ kind: 'http', status: 502, appid, path })
  site.sandbox.configure({ appid: app.late.appid, readyAt: '23:30' })
  for (const one of [app.failing, app.silent, app.late]) await bind(site.ask, one)
  for (const [path, remark] of Object.entries(REMARKS))
    await site.ask('PUT', `/apps/${app.big.appid}/pages/remark`, { path, remark })
  await untilKnown(site)
  await letIn(site)
  await bringTraffic(site, ADMIN, Date.now() + ahead)
  const browser = await launchBrowser()
  const silence = await neverAnswering()
  const sessions = new Map<string, ReturnType<Site['session']>>()
  return {
    site,
    browser,
    ahead,
    dist,
    silentOrigin: silence.origin,
    handoff: await handoffCode(site),
    card: await cardCode(site),
    session(person) {
      const known = sessions.get(person) ?? site.session(person)
      sessions.set(person, known)
      return known
    },
    async close() {
      await browser.close()
      silence.close()
      await site.close()
    },
  }
}

const DAYS = 'from=2026-06-15&to=2026-07-14'
/** What the pages ask for when they are opened first. */
const REPORTS = [
  'overview',
  `trend?${DAYS}&granularity=day`,
  `sources?${DAYS}&metric=session_cnt`,
  `engagement?${DAYS}`,
  `pages?${DAYS}`,
  `retention?${DAYS}&granularity=day&cohort=new`,
  'portrait?days=7&users=active',
  `performance?${DAYS}&module=10017`,
]

/** Waits until what each app is like has been found out. */
async function untilKnown({ ask }: Site) {
  const apps = [app.silent.appid, app.failing.appid, app.late.appid]
  const paths = apps.flatMap(appid => REPORTS.map(report => `/apps/${appid}/reports/${report}`))
  const isPending = async (path: string) => (await ask('GET', path)).json?.freshness?.state === 'pending'
  for (let round = 0; round < 120; round++) {
    if (!(await Promise.all(paths.map(isPending))).includes(true)) return
    await new Promise(resolve => setTimeout(resolve, 500))
  }
}

async function cardCode({ ask, app: { appid } }: Site): Promise<string> {
  const { json } = await ask('POST', `/apps/${appid}/invitations`, {
    scopes: ['overview', 'visit'],
    requireApproval: true,
  })
  return json.code
}

async function handoffCode({ origin }: Site): Promise<string> {
  const response = await fetch(`${origin}/api/v1/session/handoffs`, { method: 'POST' })
  const { code } = (await response.json()) as { code: string }
  return code
}

async function neverAnswering() {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
