import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoApp } from '../../server/sandbox/index.ts'
import { BUILD_TIMEOUT } from '../support/built.ts'
import { launchBrowser } from '../support/chromium.ts'
import { at, type Demo, front, openDemo } from './demo.ts'

describe('the web app without network', () => {
  let demo: Demo
  let browser: Browser

  beforeAll(async () => {
    demo = await openDemo()
    browser = await launchBrowser()
  }, BUILD_TIMEOUT)

  afterAll(async () => {
    await browser?.close()
    await demo?.close()
  })

  it('opens on the numbers seen last and says that they are old', async () => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(demo.origin)
    await page.getByRole('button', { name: '管理员' }).click()
    await page.waitForURL(url => !url.hash.includes('signin'))
    await page.goto(at(demo.origin, `/reports/overview/index?appid=${demoApp.freshShop.appid}`))
    const opens = () => front(page).getByRole('group', { name: '打开次数', exact: true })
    await expect.poll(() => opens().innerText()).toMatch(/\d/)
    await expect.poll(() => front(page).locator('canvas').count()).toBe(1)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await expect
      .poll(() => page.evaluate(async () => (await (await caches.open('shell')).keys()).length))
      .toBeGreaterThan(4)
    const before = await opens().innerText()

    await context.setOffline(true)
    await page.reload()
    await expect.poll(() => opens().innerText()).toBe(before)
    await expect.poll(() => front(page).getByText('现在没有网络').count()).toBe(1)
    const kept = await page.evaluate(async () => (await (await caches.open('shell')).keys()).map(({ url }) => url))
    expect(kept.filter(url => url.includes('/api/'))).toEqual([])
    await context.close()
  })
})
