import { setTimeout as sleep } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import { openScreen } from '../../support/screen.ts'
import { openPhone, type Phone, type PhoneOptions, type Target } from '../../support/weapp/index.ts'
import type { Look, Shot } from './look.ts'
import type { Line, Scene } from './scene.ts'
import type { Studio } from './studio.ts'

const HEIGHT = 844
/** A page that waits for an answer looks the same from here on. ms */
const STANDING = 1500
/** By now a call has been tried again, and given up. ms */
const GIVEN_UP = 5000
/** Pictures are for eyes; journeys and looks listen to what goes wrong. */
const unheard = () => undefined

/** The scene in the mini program, on phones of the look's widths. */
export async function takeWeapp(studio: Studio, scene: Scene, look: Look, shot: Shot) {
  const session = scene.person === null ? null : await studio.session(scene.person)
  const kept: Record<string, string> = session ? { 'da.session': JSON.stringify(JSON.stringify(session)) } : {}
  for (const width of look.widths.weapp) {
    const options: PhoneOptions = {
      dist: studio.dist,
      server: studio.site.origin,
      login: () => (scene.person === null ? null : studio.site.code(scene.person)),
      storage: kept,
      browser: studio.browser,
      font: true,
      ahead: studio.ahead,
      language: look.locale === 'en' ? 'en' : 'zh_CN',
      fontSize: 16 * look.textScale,
      width,
      height: HEIGHT,
      ...(scene.privacy ? { privacy: scene.privacy } : {}),
    }
    const storage = scene.isKnown ? await seenOnce(options, scene) : kept
    const server = scene.line === 'hanging' ? studio.silentOrigin : studio.site.origin
    const phone = await openPhone({ ...options, storage, server })
    phone.serverDown(scene.line === 'down')
    const isHanging = scene.line === 'hanging'
    await whenStill(phone.open(scene.path), isHanging)
    if (scene.line === 'down') await sleep(GIVEN_UP)
    // a report that has to be asked for again stands when its blocks are gone
    if (scene.line === 'open') await phone.gone({ selector: '.da-sk' }).catch(unheard)
    for (const step of scene.act ?? []) {
      if ('tap' in step) await phone.tap(step.tap)
      else await phone.type(step.type, step.text)
    }
    for (const theme of look.themes) {
      if (theme !== 'light') await whenStill(phone.setTheme(theme), isHanging)
      await phone.screenshot(shot(width, theme), { whole: !scene.isSheet })
    }
    await end(phone)
  }
}

/** Px of the page on top: the web app scrolls inside of it. */
const length = () =>
  Math.max(...[...document.querySelectorAll('.taro_page')].map(page => page.scrollHeight), document.body.scrollHeight)

/** A phone that waits for an answer never comes to rest. */
const whenStill = (act: Promise<unknown>, isHanging: boolean) =>
  isHanging ? Promise.race([act.catch(unheard), sleep(STANDING)]) : act

async function seenOnce(options: PhoneOptions, scene: Scene): Promise<Record<string, string>> {
  const phone = await openPhone(options)
  await phone.open(scene.path)
  const storage = await phone.storage()
  await end(phone)
  return storage
}

const end = (phone: Phone) => phone.close({ mayRemain: () => true }).catch(unheard)

/** The scene in the web app, in windows of the look's widths. */
export async function takeH5(studio: Studio, scene: Scene, look: Look, shot: Shot) {
  const { origin } = studio.site
  const session = scene.person === null ? null : await studio.session(scene.person)
  const localStorage = session ? [{ name: 'da.session', value: JSON.stringify(session) }] : []
  const screen = await openScreen(studio.browser, {
    origin,
    height: HEIGHT,
    font: true,
    ahead: studio.ahead,
    locale: look.locale,
    textScale: look.textScale,
    storage: { cookies: [], origins: [{ origin, localStorage }] },
  })
  const { page } = screen
  const open = async (line: Line) => {
    await page.unroute(`${origin}/api/**`)
    if (line === 'hanging') await page.route(`${origin}/api/**`, unheard)
    if (line === 'down') await page.route(`${origin}/api/**`, route => route.abort('connectionrefused'))
    await page.goto('about:blank')
    await page.goto(`${origin}/#${scene.path}`)
    await (line === 'hanging' ? sleep(STANDING) : standing(page))
    if (line === 'down') await sleep(GIVEN_UP)
  }
  if (scene.isKnown) await open('open')
  await open(scene.line)
  for (const step of scene.act ?? []) {
    if ('tap' in step) await locate(page, step.tap).click()
    else await locate(page, step.type).fill(step.text)
    await standing(page)
  }
  for (const width of look.widths.h5) {
    await page.setViewportSize({ width, height: HEIGHT })
    for (const theme of look.themes) {
      await page.emulateMedia({ colorScheme: theme })
      await page.evaluate(() => document.fonts.ready)
      await sleep(300)
      if (!scene.isSheet) await page.setViewportSize({ width, height: Math.max(HEIGHT, await page.evaluate(length)) })
      await page.screenshot({ path: shot(width, theme) })
      await page.setViewportSize({ width, height: HEIGHT })
    }
  }
  await screen.close()
}

async function standing(page: Page) {
  await page.waitForLoadState('networkidle').catch(unheard)
  await page
    .waitForFunction(() => document.querySelector('.taro_page:last-child [aria-busy="true"]') === null)
    .catch(unheard)
}

function locate(page: Page, target: Target): Locator {
  if ('selector' in target) return page.locator(target.selector).filter({ visible: true }).first()
  if ('text' in target) return page.getByText(target.text, { exact: true }).filter({ visible: true }).first()
  if (!('role' in target)) return page.getByText(target.part).filter({ visible: true }).first()
  const { role, name, part } = target
  const named = name === undefined ? (part === undefined ? {} : { name: part }) : { name, exact: true }
  return page
    .getByRole(role as Parameters<Page['getByRole']>[0], named)
    .filter({ visible: true })
    .first()
}
