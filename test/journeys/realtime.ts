import { expect } from 'vitest'
import type { WireEvent } from '../../src/contract/collect.ts'
import { realtimeCounted, sendEvents } from './events.ts'
import type { Journey } from './journey.ts'
import { lastDays, pageOf, reportRead } from './read.ts'

const view = (path: string, back = 0): WireEvent => ({ type: 'view', at: Date.now() - back, path })

/** From nothing to the first event: the page says how to begin, the next one lists it as it comes, then it is counted. */
export const firstEvent: Journey = async (driver, site) => {
  await driver.open(pageOf('realtime', site))
  await driver.tap({ role: 'button', name: '去接入' })
  await driver.see({ part: '在等第一个事件' })
  await sendEvents(site, 'device-of-the-journey', [view('pages/index/index')])
  await driver.see({ part: '访问页面 · pages/index/index' })
  expect(await driver.path()).toContain('/access/collector')
}

/** An app that sent events: the sources are WeChat's until our own are chosen, which say whose they are and how far apart both are. */
export const ownNumbers: Journey = async (driver, site) => {
  await sendEvents(site, `device-of-sources-${driver.platform}`, [{ ...view('pages/index/index'), scene: 1089 }])
  const { from, to } = lastDays(30)
  const { data } = await reportRead(site, `sources?metric=session_cnt&from=${from}&to=${to}`)
  const official = { part: `合计 ${data.total.toLocaleString('en')}` }
  await driver.open(pageOf('sources', site))
  await driver.see(official)
  await driver.tap({ role: 'button', name: '数据来源 官方，点按更换' })
  await driver.tap({ role: 'button', name: '自采 · 小程序里的 SDK 报来的数' })
  await driver.see({ role: 'button', name: '数据来源 自采，点按更换' })
  await driver.gone(official)
  await driver.tap({ role: 'button', name: '数据来源 自采，点按更换' })
  await driver.tap({ role: 'button', name: '两者差多少' })
  await driver.see({ part: '最近 7 天里' })
  await driver.tap({ role: 'button', name: '官方 · 微信算好的数' })
  await driver.see(official)
}

/** The numbers of the API; one page's own curve; minutes; no comparison. */
export const realtime: Journey = async (driver, site) => {
  const before = await realtimeCounted(site, 0)
  const paths = ['pages/index/index', 'pages/index/index', 'pages/live/now']
  for (const [at, path] of paths.entries()) await sendEvents(site, `device-${driver.platform}-${at}`, [view(path)])
  const { totals, now } = await realtimeCounted(site, (before.totals.pv ?? 0) + paths.length)
  await driver.open(pageOf('realtime', site))
  await driver.see({ part: '此时此刻' })
  for (const id of ['pv', 'uv', 'sessions']) await driver.see({ part: totals[id].toLocaleString('en') })
  expect(now.activeUsers).toBeGreaterThanOrEqual(paths.length)
  await driver.tap({ role: 'button', name: '全部页面 选择页面' })
  await driver.tap({ role: 'button', name: 'pages/live/now' })
  await driver.see({ role: 'button', name: 'pages/live/now 选择页面' })
  await driver.tap({ role: 'button', name: '5分钟' })
  await driver.tap({ role: 'radio', name: '1分钟' })
  await driver.tap({ role: 'button', name: '知道了' })
  await driver.see({ part: '每1分钟' })
  await driver.tap({ role: 'button', name: '对比' })
  await driver.gone({ part: '相比' })
}
