import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { demoApp } from '../../server/sandbox/index.ts'
import type { DemoPerson } from '../../src/contract/identity.ts'
import { built } from '../support/built.ts'
import { launchBrowser } from '../support/chromium.ts'
import { clockAhead } from '../support/clock-ahead.ts'
import { openScreen, type Screen, type ScreenOptions } from '../support/screen.ts'
import { startServer, temporaryFolder } from '../support/server-process.ts'
import { type Ask, client } from '../support/whole-server.ts'

/** The web app in a browser, served by the demo. */
export interface Demo {
  origin: string
  /** A blank page of a new visitor. */
  open: (options?: Partial<ScreenOptions>) => Promise<Screen>
  /** Signs in through the screen and stands on what comes first. */
  enter: (person: DemoPerson, options?: Partial<ScreenOptions>) => Promise<Screen>
  /** The same person on the API, to compare the screen with. */
  ask: (person: DemoPerson) => Promise<Ask>
  close: () => Promise<void>
}

const NAMES: Record<DemoPerson, { 'zh-CN': string; en: string }> = {
  admin: { 'zh-CN': '管理员', en: 'Admin' },
  viewer: { 'zh-CN': '查看者', en: 'Viewer' },
  stranger: { 'zh-CN': '陌生人', en: 'Stranger' },
}

/**
 * Builds the web app when needed, starts the demo on an empty folder and a browser.
 * @param ahead how far all its clocks are ahead of the machine's, ms
 */
export async function openDemo(ahead = 0): Promise<Demo> {
  await built('h5')
  const data = await temporaryFolder()
  const server = await startServer({
    entry: 'demo',
    dataDir: data.folder,
    env: ahead === 0 ? {} : clockAhead(ahead),
  })
  const { origin } = server
  await untilRead(origin)
  const browser: Browser = await launchBrowser()
  const open = (options: Partial<ScreenOptions> = {}) => openScreen(browser, { origin, ahead, ...options })
  return {
    origin,
    open,
    async enter(person, options = {}) {
      const screen = await open(options)
      await screen.page.goto(origin)
      await screen.page.getByRole('button', { name: NAMES[person][options.locale ?? 'zh-CN'] }).click()
      await screen.page.waitForURL(url => !url.hash.includes('signin'))
      return screen
    },
    ask: person => askAs(origin, person),
    async close() {
      await browser.close()
      await server.stop()
      await data.remove()
    },
  }
}

async function askAs(origin: string, person: DemoPerson): Promise<Ask> {
  const { json } = await client(origin)('POST', '/demo/session', { as: person })
  return client(origin, json.token)
}

/** Waits until the big app's days are there: before, cards change under the eyes of a test. */
async function untilRead(origin: string) {
  const ask = await askAs(origin, 'admin')
  const route = `/apps/${demoApp.freshShop.appid}/status`
  while ((await ask('GET', route)).json.backfill.done < 60) await sleep(200)
}

/** An address inside the web app. */
export const at = (origin: string, path: string) => `${origin}/#${path}`

/** The page that is on top: the app keeps earlier ones in the document, hidden. */
export function front(page: Page) {
  return page.locator('.taro_page:visible').last()
}
