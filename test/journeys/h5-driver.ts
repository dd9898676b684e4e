import { readFile } from 'node:fs/promises'
import type { Browser, Download, Locator } from 'playwright-core'
import { openScreen, type Screen } from '../support/screen.ts'
import type { Driver, Target } from './driver.ts'
import type { Site } from './site.ts'

const SESSION = 'da.session'
const PATIENCE = 20_000

export interface H5DriverOptions {
  browser: Browser
  person: string
}

/** The web app in Chromium; the person has signed in on this device before. */
export async function h5Driver(site: Site, { browser, person }: H5DriverOptions): Promise<Driver> {
  const { origin } = site
  const screen: Screen = await openScreen(browser, { origin })
  const { page, context } = screen
  page.setDefaultTimeout(PATIENCE)
  const session = await site.session(person)
  await keep(screen, origin, session)
  const downloads: Download[] = []
  page.on('download', file => void downloads.push(file))

  const locator = (target: Target): Locator => {
    if ('selector' in target) return page.locator(target.selector).filter({ visible: true }).first()
    if ('text' in target) return page.getByText(target.text, { exact: true }).filter({ visible: true }).first()
    if ('part' in target && !('role' in target)) return page.getByText(target.part).filter({ visible: true }).first()
    const { role, name, part } = target as Extract<Target, { role: string }>
    const named = name === undefined ? (part === undefined ? {} : { name: part }) : { name, exact: true }
    return page
      .getByRole(role as Parameters<typeof page.getByRole>[0], named)
      .filter({ visible: true })
      .first()
  }
  const open = async (path: string) => {
    // an address that differs in its hash only would not load the app again
    await page.goto('about:blank')
    await page.goto(`${origin}/#${path}`)
  }
  const calls = `${origin}/api/**`
  const cut = async (isCut: boolean, reason: 'internetdisconnected' | 'connectionrefused') => {
    await context.unroute(calls)
    if (isCut) await context.route(calls, route => route.abort(reason))
  }
  return {
    platform: 'h5',
    open,
    async reopen(path, { token, offline = false } = {}) {
      if (token !== undefined) await keep(screen, origin, { ...session, token })
      await cut(offline, 'internetdisconnected')
      await open(path)
    },
    path: async () => page.url().slice(page.url().indexOf('#') + 1),
    see: target => locator(target).waitFor(),
    gone: target => locator(target).waitFor({ state: 'hidden' }),
    text: async target => {
      const shown = target === undefined ? page.locator('.taro_page:visible').last() : locator(target)
      return (await shown.innerText()).replace(/\s+/g, ' ').trim()
    },
    tap: target => locator(target).click(),
    type: async (target, text) => locator(target).fill(text),
    async choosePicture(target, picture) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), locator(target).click()])
      await chooser.setFiles({ name: 'picture', mimeType: 'image/png', buffer: picture })
    },
    back: async () => void (await page.goBack()),
    refresh: async () => {
      await page.locator('.da-fresh:visible').first().click()
      // the badge of a failure tries again at once; any other opens its reason, with the button
      const again = page.getByRole('dialog').getByRole('button', { name: '刷新' })
      await again.click({ timeout: 3_000 }).catch(() => undefined)
    },
    async sendCard() {
      await locator({ role: 'button', name: '生成邀请链接' }).click()
      const link = await page.getByText('/pages/invitation/index?code=').innerText()
      await locator({ role: 'button', name: '知道了' }).click()
      return link.slice(link.indexOf('#') + 1)
    },
    another: other => h5Driver(site, { browser, person: other }),
    kept: () => page.evaluate(() => JSON.stringify({ ...localStorage })),
    offline: isOffline => cut(isOffline, 'internetdisconnected'),
    serverDown: isDown => cut(isDown, 'connectionrefused'),
    async taken() {
      const file = downloads.shift() ?? (await page.waitForEvent('download'))
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
    },
    expectFault: screen.expectFault,
    async finish() {
      const faults = screen.faults()
      await screen.close()
      if (faults.length > 0) throw new Error(`the browser heard:\n${faults.map(fault => `- ${fault}`).join('\n')}`)
    },
  }
}

/** Leaves a session where the web app looks for it. */
async function keep({ context }: Screen, origin: string, session: { token: string; user: unknown }) {
  const page = await context.newPage()
  const blank = `${origin}/__session`
  await page.route(blank, route =>
    route.fulfill({ body: '<!doctype html><link rel="icon" href="data:,">', contentType: 'text/html' }),
  )
  await page.goto(blank)
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [SESSION, JSON.stringify(session)] as const)
  await page.close()
}
