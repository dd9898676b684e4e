import type { Browser, BrowserContext, Page } from 'playwright-core'
import { serveChineseFont } from './chinese-font.ts'
import { dateAhead } from './clock-ahead.ts'

export interface ScreenOptions {
  /** Where the app is served, `http://127.0.0.1:port`; every other origin is refused. */
  origin: string
  width?: number
  height?: number
  theme?: 'light' | 'dark'
  locale?: 'zh-CN' | 'en'
  /** The person's text size; the app multiplies its type by it. */
  textScale?: number
  /** Draws Chinese with a real font; off where only words are read. */
  font?: boolean
  /** How far its clock is ahead of the machine's. ms */
  ahead?: number
  /** Two dots a px, for pictures. */
  sharp?: boolean
  /** Kept from an earlier screen of the same person (`context.storageState()`). */
  storage?: Awaited<ReturnType<BrowserContext['storageState']>>
}

/** A page that hears everything that goes wrong on it. */
export interface Screen {
  page: Page
  context: BrowserContext
  /** What nobody announced: console warnings and errors, page errors, failed, refused and foreign requests. */
  faults: () => string[]
  /** Announces faults that belong to what the test does, e.g. the 422 behind a refused secret. */
  expectFault: (pattern: RegExp) => void
  close: () => Promise<void>
}

/** Opens a blank page of a person of its own: own storage, own clock zone (Asia/Shanghai), phone size unless told otherwise. */
export async function openScreen(browser: Browser, options: ScreenOptions): Promise<Screen> {
  const { origin, width = 390, height = 844, theme = 'light', locale = 'zh-CN', storage } = options
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: options.sharp ? 2 : 1,
    hasTouch: width < 960,
    colorScheme: theme,
    locale,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...(storage ? { storageState: storage } : {}),
  })
  context.setDefaultTimeout(15_000)
  const heard = await listen(context, origin)
  if (options.ahead) await context.addInitScript({ content: dateAhead(options.ahead) })
  if (options.font) await serveChineseFont(context, origin)
  if (options.textScale) await context.addInitScript(setTextScale, options.textScale)
  return { page: await context.newPage(), context, ...heard, close: () => context.close() }
}

async function listen(context: BrowserContext, origin: string) {
  const heard: string[] = []
  const expected: RegExp[] = []
  await context.route(
    url => url.origin !== origin && url.protocol.startsWith('http'),
    route => {
      heard.push(`foreign request: ${route.request().url()}`)
      return route.abort()
    },
  )
  context.on('console', message => {
    // said by the browser's driver: workers are off, or they would answer in place of the server
    if (message.text().startsWith('Service Worker registration blocked')) return
    if (['warning', 'error'].includes(message.type()))
      heard.push(`console.${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', error => heard.push(`page error: ${error.error().message}`))
  context.on('response', response => {
    if (response.status() >= 400)
      heard.push(`${response.status()} ${response.request().method()} ${pathOf(response.url())}`)
  })
  context.on('requestfailed', request => {
    const reason = request.failure()?.errorText ?? ''
    // what a page asked for and left before it came
    if (reason !== 'net::ERR_ABORTED') heard.push(`request failed: ${reason} ${pathOf(request.url())}`)
  })
  return {
    faults: () => heard.filter(fault => !expected.some(pattern => pattern.test(fault))),
    expectFault: (pattern: RegExp) => void expected.push(pattern),
  }
}

const pathOf = (url: string) => new URL(url).pathname

function setTextScale(scale: number) {
  document.addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('--fs', String(scale)))
}
