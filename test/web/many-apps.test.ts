import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { launchBrowser } from '../support/chromium.ts'
import { type ManyApps, openManyApps } from '../support/many-apps.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { at, front } from './demo.ts'

describe('a hundred and twenty apps in a browser', () => {
  let many: ManyApps
  let browser: Browser

  beforeAll(async () => {
    many = await openManyApps(120, 60, await built('h5'))
    browser = await launchBrowser()
  }, BUILD_TIMEOUT)
  afterAll(async () => {
    await browser?.close()
    await many?.close()
  })

  async function open(session: object, path: string, width = 390): Promise<Screen> {
    const screen = await openScreen(browser, { origin: many.origin, width })
    await screen.context.addInitScript(kept => localStorage.setItem('da.session', kept), JSON.stringify(session))
    await screen.page.goto(at(many.origin, path))
    return screen
  }
  const end = async (screen: Screen) => {
    const faults = screen.faults()
    await screen.close()
    expect(faults).toEqual([])
  }

  it.each([
    ['the opening list', '/pages/apps/index?choose=1', '.da-cell-av', '应用', () => many.viewer],
    ['the portfolio', '/reports/portfolio/index', '.da-pf', '应用', () => many.viewer],
    ['授权 with sixty viewers', '/access/grants/index?appid=', '.da-swipe', '查看者', () => many.admin],
  ])('draws of %s what is near the screen, and the rest on the way down', async (_what, path, row, name, person) => {
    const screen = await open(person(), path.endsWith('=') ? `${path}${many.appid}` : path)
    const rows = front(screen.page).locator(row)
    await rows.first().waitFor()
    const before = await rows.allInnerTexts()
    expect(before.length).toBeLessThanOrEqual(50)
    await screen.page.evaluate(() => {
      const page = document.querySelector('.taro_page:not([style*="none"])')
      const scrolls =
        page !== null && page.scrollHeight > page.clientHeight + 1 && getComputedStyle(page).overflowY !== 'visible'
      ;(scrolls ? page : document.scrollingElement)?.scrollTo(0, 1e6)
    })
    await expect.poll(async () => (await rows.allInnerTexts()).at(-1)).not.toBe(before.at(-1))
    const after = await rows.allInnerTexts()
    expect(after.length).toBeLessThanOrEqual(50)
    expect(after.join(' ')).toContain(name)
    await end(screen)
  })

  it('shows the portfolio as a table on a wide screen, sorted by a press on a column', async () => {
    const screen = await open(many.viewer, '/reports/portfolio/index', 1280)
    const page = front(screen.page)
    await page.getByRole('row').nth(1).waitFor()
    const sorted = (column: number) => page.getByRole('columnheader').nth(column).getAttribute('aria-sort')
    expect([await sorted(2), await sorted(3)]).toEqual([null, 'ascending'])
    await page.getByRole('button', { name: '较前一天 降幅大的在前' }).click()
    await expect.poll(() => sorted(2)).toBe('ascending')
    expect(await sorted(3)).toBeNull()
    await page.getByRole('row').nth(1).getByRole('button').first().click()
    await screen.page.waitForURL(/reports\/overview\/index\?appid=/)
    await end(screen)
  })
})
