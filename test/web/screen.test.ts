import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/chromium.ts'
import { openScreen, type ScreenOptions } from '../support/screen.ts'
import { axeFindings } from './axe.ts'
import { overflow } from './overflow.ts'

const PAGES: Record<string, string> = {
  '/quiet': '<p id="word">数据助手</p>',
  '/warns': '<script>console.warn("careful")</script>',
  '/throws': '<script>throw new Error("broken")</script>',
  '/foreign': '<img src="http://example.com/pixel.png">',
  '/pale': '<html lang="en"><title>x</title><main><button></button><p style="color:#999">pale words</p></main>',
  '/wide':
    '<style>.row{overflow:auto}.row p{width:900px}.wide{width:400px}.tight{width:40px;white-space:nowrap}</style><div class="row"><p>scrolls</p></div><div class="wide">wide</div><div class="tight">10,520,222</div>',
  '/missing': '<script src="/nowhere.js"></script>',
}

const rulesBroken = async (page: Page) => (await axeFindings(page)).map(finding => finding.split(':')[0])

describe('the browser of the tests', () => {
  let browser: Browser
  let server: http.Server
  let origin: string

  beforeAll(async () => {
    server = http.createServer((request, response) => {
      const body = PAGES[request.url ?? '']
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(`<!doctype html><link rel="icon" href="data:,">${body ?? ''}`)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    server.close()
  })

  async function visit(path: string, options: Partial<ScreenOptions> = {}) {
    const screen = await openScreen(browser, { origin, ...options })
    await screen.page.goto(origin + path)
    return screen
  }

  it('is silent about a silent page', async () => {
    const { faults } = await visit('/quiet')
    expect(faults()).toEqual([])
  })

  it.each([
    ['/warns', /console\.warning: careful/],
    ['/throws', /page error: broken/],
    ['/foreign', /foreign request: http:\/\/example\.com\/pixel\.png/],
    ['/missing', /404 GET \/nowhere\.js/],
  ])('hears what goes wrong on %s', async (path, fault) => {
    const { faults } = await visit(path)
    expect(faults().join('\n')).toMatch(fault)
  })

  it('lets a test announce a fault', async () => {
    const { faults, expectFault } = await visit('/warns')
    expectFault(/careful/)
    expect(faults()).toEqual([])
  })

  it('takes width, theme and language from the test', async () => {
    const { page } = await visit('/quiet', { width: 320, theme: 'dark', locale: 'en', textScale: 1.3 })
    const seen = await page.evaluate(() => ({
      width: window.innerWidth,
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
      language: navigator.language,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      scale: document.documentElement.style.getPropertyValue('--fs'),
    }))
    expect(seen).toEqual({ width: 320, dark: true, language: 'en', zone: 'Asia/Shanghai', scale: '1.3' })
  })

  it('has a clock ahead of the machine when a test asks for it', async () => {
    const { page } = await visit('/quiet', { ahead: 3_600_000 })
    const said = await page.evaluate(() => [new Date(Date.now()).toJSON(), new Date().toJSON()])
    for (const time of said) expect(Math.abs(Date.parse(time) - Date.now() - 3_600_000)).toBeLessThan(600_000)
  })

  it('finds pale words and a button without a name', async () => {
    const { page } = await visit('/pale')
    expect(await rulesBroken(page)).toEqual(['button-name', 'color-contrast'])
  })

  it('looks at the colours alone when the document is the same, at all of it when it has changed', async () => {
    const { page } = await visit('/pale')
    await rulesBroken(page)
    expect(await rulesBroken(page)).toEqual(['color-contrast'])
    await page.evaluate(() => document.body.append(document.createElement('button')))
    expect(await rulesBroken(page)).toEqual(['button-name', 'button-name', 'color-contrast'])
  })

  it('finds what lies beyond the right edge, and lets a row scroll', async () => {
    const { page } = await visit('/wide', { width: 320 })
    expect(await overflow(page)).toEqual([
      'the page is 408 px wide',
      'div.wide ends at 408 of 320 px',
      '"10,520,222" sticks out of div.tight',
    ])
  })

  it('draws Chinese with a real font', async () => {
    const { page, faults } = await visit('/quiet', { font: true })
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready
      return document.fonts.check('600 17px "PingFang SC"', '数据助手')
    })
    expect(loaded).toBe(true)
    expect(faults()).toEqual([])
  })
})
