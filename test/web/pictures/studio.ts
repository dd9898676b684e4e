import { createServer, type Socket } from 'node:net'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { demoApp } from '../../../server/sandbox/index.ts'
import { datacubeReports } from '../../../server/sandbox/routes/datacube.ts'
import { ROOT } from '../../arch/sources.ts'
import { openSite, type Site } from '../../journeys/site.ts'
import { built } from '../../support/built.ts'
import { launchBrowser } from '../../support/chromium.ts'
import { bind } from '../../support/whole-server.ts'

/** What every picture needs: one site, one browser, both builds. */
export interface Studio {
  site: Site
  browser: Browser
  /** Folder of the mini program's build. */
  dist: string
  /** A server that takes every call and never answers. */
  silentOrigin: string
  /** Code of a browser that asks to be let in. */
  handoff: string
  session: (person: string) => Promise<{ token: string; user: unknown }>
  close: () => Promise<void>
}

/** @param asBuilt takes `dist/` as it is, also when the sources are newer */
export async function openStudio(asBuilt: boolean): Promise<Studio> {
  if (!asBuilt) await built('h5')
  const dist = asBuilt ? path.join(ROOT, 'dist/weapp') : await built('weapp')
  const site = await openSite()
  const { appid } = demoApp.flowers
  for (const path of Object.keys(datacubeReports)) site.sandbox.faults.add({ kind: 'http', status: 502, appid, path })
  // at any hour of the day
  site.sandbox.configure({ appid: demoApp.silent.appid, readyAt: '00:00' })
  await bind(site.ask, demoApp.flowers)
  await bind(site.ask, demoApp.silent)
  await untilKnown(site)
  const browser = await launchBrowser()
  const silence = await neverAnswering()
  const sessions = new Map<string, ReturnType<Site['session']>>()
  return {
    site,
    browser,
    dist,
    silentOrigin: silence.origin,
    handoff: await handoffCode(site),
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

/** Waits until what the silent and the failing app are like has been found out. */
async function untilKnown({ ask }: Site) {
  const apps = [demoApp.silent.appid, demoApp.flowers.appid]
  const isPending = async (appid: string) =>
    (await ask('GET', `/apps/${appid}/reports/overview`)).json?.freshness?.state === 'pending'
  for (let round = 0; round < 60; round++) {
    if (!(await Promise.all(apps.map(isPending))).includes(true)) return
    await new Promise(resolve => setTimeout(resolve, 500))
  }
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
