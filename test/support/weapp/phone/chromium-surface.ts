import type { Browser } from 'playwright-core'
import { openScreen } from '../../screen.ts'
import type { PhoneWindow } from '../host/index.ts'
import type { PhoneSettings, Remote } from '../protocol.ts'
import type { RemoteAnswer, RemoteName, Surface, SurfaceOptions } from './surface.ts'

export interface ChromiumOptions extends SurfaceOptions {
  browser: Browser
  /** Draws Chinese with a real font. */
  font?: boolean
}

const BLANK = '<!doctype html><html><head><link rel="icon" href="data:,"></head><body></body></html>'

/** A phone with a picture: real touches, real layout, a real canvas. All its HTTP goes through the bridge, none through the page. */
export async function openInChromium(options: ChromiumOptions): Promise<Surface> {
  const { browser, bridge, scripts, settings } = options
  const origin = new URL(settings.server).origin
  const screen = await openScreen(browser, {
    origin,
    width: settings.width,
    height: settings.height,
    theme: settings.theme,
    locale: settings.language === 'en' ? 'en' : 'zh-CN',
    ...(options.font === undefined ? {} : { font: options.font }),
  })
  const { page } = screen
  const blank = `${origin}/__phone`
  await page.route(blank, route => route.fulfill({ body: BLANK, contentType: 'text/html; charset=utf-8' }))
  await page.exposeFunction('__bridgeRequest', bridge.request)
  await page.exposeFunction('__bridgeAbort', bridge.abort)
  await page.exposeFunction('__bridgeLogin', bridge.login)
  await page.goto(blank)
  for (const content of scripts) await page.addScriptTag({ content })
  await page.evaluate(start, { ...settings, layout: true })
  const call = async <N extends RemoteName>(name: N, ...args: Parameters<Remote[N]>) =>
    (await page.evaluate(invoke, { name, args: args as unknown[] })) as RemoteAnswer<N>
  const element = async (ref: number) => page.locator(await call('mark', ref))
  return {
    call,
    tap: async ref => (await element(ref)).tap(),
    type: async (ref, text, confirm) => {
      const field = await element(ref)
      await field.fill(text)
      if (confirm) await field.press('Enter')
      await field.blur()
    },
    setTheme: async theme => {
      await page.emulateMedia({ colorScheme: theme })
      await call('setTheme', theme)
    },
    screenshot: async (path, isWhole) => {
      // what is fixed to the window's edge would otherwise stand in the middle of a long picture
      const long = await page.evaluate(() => document.documentElement.scrollHeight)
      if (isWhole) await page.setViewportSize({ width: settings.width, height: Math.max(long, settings.height) })
      await page.screenshot({ path })
      if (isWhole) await page.setViewportSize({ width: settings.width, height: settings.height })
    },
    faults: screen.faults,
    close: screen.close,
  }
}

function start(settings: PhoneSettings) {
  ;(window as unknown as PhoneWindow).__startPhone(settings)
}

function invoke({ name, args }: { name: string; args: unknown[] }) {
  const remote = (window as unknown as PhoneWindow).__remote as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >
  return remote[name]?.(...args)
}
