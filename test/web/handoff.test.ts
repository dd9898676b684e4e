import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Driver } from '../journeys/driver.ts'
import { h5Driver } from '../journeys/h5-driver.ts'
import { ADMIN, openSite, type Site } from '../journeys/site.ts'
import { weappDriver } from '../journeys/weapp-driver.ts'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { launchBrowser } from '../support/chromium.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { front } from './demo.ts'

describe('a browser that shows its code', () => {
  let site: Site
  let browser: Browser
  let dist: string

  beforeAll(async () => {
    await built('h5')
    dist = await built('weapp')
    site = await openSite()
    browser = await launchBrowser()
  }, BUILD_TIMEOUT)

  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  /** What the QR holds, as the link under it says for those who cannot scan. */
  async function shownCode({ page }: Screen): Promise<string> {
    await page.goto(site.origin)
    await front(page).getByRole('img', { name: '登录二维码' }).waitFor()
    const link = await front(page).getByText('/pages/handoff/index?code=').innerText()
    return link.slice(link.indexOf('#') + 1)
  }

  async function told(driver: Driver, path: string, answer: string, outcome: string) {
    await driver.open(path)
    await driver.tap({ role: 'button', name: answer })
    await driver.see({ part: outcome })
    await driver.finish()
  }

  it('is let in by a phone and stands on the list of the same person', async () => {
    const screen = await openScreen(browser, { origin: site.origin })
    const path = await shownCode(screen)
    await told(await weappDriver(site, { dist, person: ADMIN }), path, '确认登录', '已确认')
    await front(screen.page).getByText('我管理的').waitFor()
    await front(screen.page).getByRole('button', { name: site.app.name }).first().waitFor()
    expect(screen.faults()).toEqual([])
    await screen.close()
  })

  it('stays where it is when somebody on another device says no', async () => {
    const screen = await openScreen(browser, { origin: site.origin })
    const path = await shownCode(screen)
    const answered = screen.page.waitForResponse(/\/session\/handoffs\//)
    await told(await h5Driver(site, { browser, person: ADMIN }), path, '不是我', '没有得到任何权限')
    await answered
    expect(await front(screen.page).getByRole('img', { name: '登录二维码' }).count()).toBe(1)
    expect(await screen.page.evaluate(() => localStorage.getItem('da.session'))).toBeNull()
    expect(screen.faults()).toEqual([])
    await screen.close()
  })
})
