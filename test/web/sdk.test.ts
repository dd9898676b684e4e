import { readFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { buildSdk } from '../../scripts/build-sdk.mjs'
import { ROOT } from '../arch/sources.ts'
import { launchBrowser } from '../support/chromium.ts'
import { countedViews } from '../support/counted-views.ts'
import { temporaryFolder } from '../support/server-process.ts'
import { type Ask, bind, openWholeServer, sampleApp, type WholeServer } from '../support/whole-server.ts'

const PATIENCE = { timeout: 40_000, interval: 200 }
const apps = [1, 2, 3].map(sampleApp)

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let whole: WholeServer
let ask: Ask
let browser: Browser
let shop: http.Server
let origin: string

/** What a batch holds. */
interface Sent {
  batch: string
  sentAt: number
  visitor: { id: string; openid?: string }
  events: { type: string; path?: string }[]
}

beforeAll(async () => {
  const script = readFileSync(path.join(await buildSdk(ROOT), 'index.mjs'))
  folder = await temporaryFolder()
  whole = await openWholeServer({ apps, dataDir: folder.folder })
  ask = (await whole.signIn('admin')).ask
  // somebody else's web shop, of another origin, that keeps the SDK beside its pages
  shop = http.createServer((request, response) => {
    const isScript = request.url === '/sdk.mjs'
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' })
    response.end(isScript ? script : '<!doctype html><link rel="icon" href="data:,"><p>花店</p>')
  })
  await new Promise<void>(resolve => shop.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
  browser = await launchBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  shop?.close()
  await whole?.stop()
  await folder?.remove()
})

/** A newly bound app, and phones that open its shop. */
async function open(index: number) {
  const app = sampleApp(index)
  await bind(ask, app)
  const { key } = (await ask('GET', `/apps/${app.appid}/collector`)).json
  const faults: string[] = []

  /** Another person's browser at the shop's door. */
  async function visit(first: string, meet?: (route: Route, sent: Sent) => Promise<void>): Promise<Page> {
    const context = await browser.newContext()
    onTestFinished(() => context.close())
    const page = await context.newPage()
    page.on('pageerror', error => faults.push(error.message))
    page.on('console', line => void (line.type() === 'error' && faults.push(line.text())))
    if (meet) await page.route('**/collect/v1', route => meet(route, route.request().postDataJSON()))
    await page.goto(origin + first)
    const settings = { key, url: whole.server.origin, consent: 'granted' }
    await page.evaluate(
      `import('/sdk.mjs').then(stats => { window.stats = stats; stats.init(${JSON.stringify(settings)}) })`,
    )
    return page
  }

  const types = async (): Promise<string[]> =>
    (await ask('GET', `/apps/${app.appid}/collector`)).json.recent.map((event: { type: string }) => event.type)
  return { visit, faults, types, counted: () => countedViews(ask, app.appid) }
}

describe('the built SDK in a browser, on a page of another origin', () => {
  it('sends what a visit is made of, and what is left when the page closes', async () => {
    const { visit, faults, types, counted } = await open(1)
    const page = await visit('/')
    await page.evaluate(`history.pushState(null, '', '/goods?id=7'); stats.track('cart', { count: 2 })`)
    await expect.poll(counted, PATIENCE).toEqual({ pv: 2, uv: 1 })
    await page.evaluate('stats.purchase(1990)')
    await page.close({ runBeforeUnload: true })
    await expect.poll(types, PATIENCE).toContain('purchase')
    const seen = await types()
    expect(new Set(seen)).toEqual(new Set(['launch', 'show', 'view', 'leave', 'custom', 'purchase', 'hide']))
    expect(await counted()).toEqual({ pv: 2, uv: 1 })
    expect(faults).toEqual([])
  })

  it('sends the very same batch again when the answer was lost or a no for now, and it counts once', async () => {
    const { visit, faults, counted } = await open(2)
    const sent: Sent[] = []
    const answers: boolean[] = []
    await visit('/again', async (route, batch) => {
      sent.push(batch)
      if (sent.length === 1) {
        const open = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'retry-after' }
        return route.fulfill({ status: 503, headers: { ...open, 'retry-after': '1' }, body: '{}' })
      }
      const response = await route.fetch()
      answers.push((await response.json()).duplicate)
      // taken, and nobody on the phone hears of it
      if (sent.length === 2) return route.abort('connectionreset')
      return route.fulfill({ response })
    })
    await expect.poll(() => answers.length, PATIENCE).toBe(2)
    expect(new Set(sent.slice(0, 3).map(({ batch }) => batch)).size).toBe(1)
    expect(new Set(sent.slice(0, 3).map(({ events }) => JSON.stringify(events))).size).toBe(1)
    expect(sent[2]?.sentAt).toBeGreaterThan(sent[0]?.sentAt ?? 0)
    expect(answers).toEqual([false, true])
    await expect.poll(counted, PATIENCE).toEqual({ pv: 1, uv: 1 })
    // the browser's own words about what was made to fail here
    expect(faults.filter(words => !/503|ERR_CONNECTION_RESET/.test(words))).toEqual([])
  })

  it('identify names what was sent before as well: one person with two devices is one', async () => {
    const { visit, faults, counted } = await open(3)
    const sent: Sent[] = []
    const listen = async (route: Route, batch: Sent) => {
      const response = await route.fetch()
      sent.push(batch)
      return route.fulfill({ response })
    }
    const pages = [await visit('/phone', listen), await visit('/desk', listen)]
    await expect.poll(counted, PATIENCE).toEqual({ pv: 2, uv: 2 })
    expect(sent.every(({ visitor }) => visitor.openid === undefined)).toBe(true)
    for (const page of pages) {
      await page.evaluate(`stats.identify({ openid: 'oSamePersonOnTwoDevices00001' }); stats.track('signed-in')`)
    }
    await expect.poll(counted, PATIENCE).toEqual({ pv: 2, uv: 1 })
    expect(new Set(sent.map(({ visitor }) => visitor.id)).size).toBe(2)
    expect(faults).toEqual([])
  })
})
