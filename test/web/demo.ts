import type { Browser, Page } from 'playwright-core'
import type { DemoPerson } from '../../src/contract/identity.ts'
import { built } from '../support/built.ts'
import { launchBrowser } from '../support/chromium.ts'
import { clockAhead } from '../support/clock-ahead.ts'
import { openScreen, type Screen, type ScreenOptions } from '../support/screen.ts'
import { startServer } from '../support/server-process.ts'
import type { Ask } from '../support/whole-server.ts'
import { askAs, livedInFolder } from './lived-in.ts'

/** The web app in a browser, served by the demo. */
export interface Demo {
  origin: string
  /** A blank page of a new visitor. */
  open: (options?: Partial<ScreenOptions>) => Promise<Screen>
  /** Signs in through the screen and stands on what comes first. */
  enter: (person: DemoPerson, options?: Partial<ScreenOptions>) => Promise<Screen>
  /** Who signed in through the screen once opens the app again, and stands on what comes first. */
  comeBack: (person: DemoPerson, options?: Partial<ScreenOptions>) => Promise<Screen>
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
 * Builds the web app when needed, starts the demo, its days read, and a browser.
 * @param ahead how far all its clocks are ahead of the machine's, ms
 */
export async function openDemo(ahead = 0): Promise<Demo> {
  await built('h5')
  const env = ahead === 0 ? {} : clockAhead(ahead)
  const data = await livedInFolder(ahead, env)
  const server = await startServer({ entry: 'demo', dataDir: data.folder, env })
  const { origin } = server
  const browser: Browser = await launchBrowser()
  const open = (options: Partial<ScreenOptions> = {}) => openScreen(browser, { origin, ahead, ...options })
  const enter: Demo['enter'] = async (person, options = {}) => {
    const screen = await open(options)
    await screen.page.goto(origin)
    await screen.page.getByRole('button', { name: NAMES[person][options.locale ?? 'zh-CN'] }).click()
    await screen.page.waitForURL(url => !url.hash.includes('signin'))
    return screen
  }
  const known = new Map<DemoPerson, ScreenOptions['storage']>()
  return {
    origin,
    open,
    enter,
    async comeBack(person, options = {}) {
      const storage = known.get(person)
      if (!storage) {
        const screen = await enter(person, options)
        known.set(person, await screen.context.storageState())
        return screen
      }
      const screen = await open({ ...options, storage })
      await screen.page.goto(origin)
      await front(screen.page).waitFor()
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

/** An address inside the web app. */
export const at = (origin: string, path: string) => `${origin}/#${path}`

/** The page that is on top: the app keeps earlier ones in the document, hidden. */
export function front(page: Page) {
  return page.locator('.taro_page:visible').last()
}
