import { expect } from 'vitest'
import { client } from '../support/whole-server.ts'
import type { Journey } from './journey.ts'
import type { Site } from './site.ts'

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36'

/** A browser that shows its code and waits to be let in. */
async function askingBrowser({ origin }: Site) {
  const { json } = await client(origin)('POST', '/session/handoffs', undefined, { 'user-agent': CHROME })
  const ask = client(origin, json.secret)
  return {
    /** The page that the QR opens. */
    path: (json.qr as string).slice(json.qr.indexOf('#') + 1),
    poll: async () => (await ask('GET', `/session/handoffs/${json.id}`)).json as { status: string; token?: string },
  }
}

const YES = { role: 'button', name: '确认登录' }
const NO = { role: 'button', name: '不是我' }

/** The phone sees who asks; its word lets that browser in as the same person. */
export const letBrowserIn: Journey = async (driver, site) => {
  const browser = await askingBrowser(site)
  await driver.open(browser.path)
  await driver.see({ part: '在浏览器上登录？' })
  await driver.see({ part: 'Chrome' })
  await driver.see({ part: '127.0.0.1' })
  await driver.tap(YES)
  await driver.see({ part: '已确认' })
  const { status, token } = await browser.poll()
  expect(status).toBe('approved')
  const { json: me } = await client(site.origin, token)('GET', '/me')
  expect(me.id).toBe((await site.ask('GET', '/me')).json.id)
}

/** Who did not ask says so, and the browser stays outside. */
export const keepBrowserOut: Journey = async (driver, site) => {
  const browser = await askingBrowser(site)
  await driver.open(browser.path)
  await driver.tap(NO)
  await driver.see({ part: '那个浏览器没有得到任何权限' })
  expect(await browser.poll()).toEqual({ status: 'pending' })
}

/** A code that nobody shows says what to do. */
export const codeOfNobody: Journey = async driver => {
  driver.expectFault(/404/)
  await driver.open('/pages/handoff/index?code=nobody-asked-with-this')
  await driver.see({ part: '这个登录请求已经失效' })
  await driver.gone(YES)
}
