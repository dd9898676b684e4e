import { expect } from 'vitest'
import { demoApp } from '../../server/sandbox/index.ts'
import { grantByHandle, inviteAndRevoke, unknownCard } from './access.ts'
import { enterCode, LIMITED, secondAdmin, settings, whomToAsk } from './administer.ts'
import type { Driver } from './driver.ts'
import { codeOfNobody, keepBrowserOut, letBrowserIn } from './handoff.ts'
import type { Journey, Told } from './journey.ts'
import { portfolio } from './portfolio.ts'
import {
  chooseColours,
  erasedElsewhere,
  introduceOneself,
  leaveAnApp,
  readNotices,
  showOneself,
  signOutHere,
} from './profile.ts'
import { firstEvent, ownNumbers, realtime } from './realtime.ts'
import { performanceModule, portrait, retention } from './retention-portrait-performance.ts'
import { ADMIN, type Site, VIEWER } from './site.ts'
import { engagement, entryPages, nothingToTake, pages, sources, takeAlong } from './sources-engagement-pages.ts'
import { threeAtOnce } from './three-at-once.ts'

const overviewOf = ({ app }: Site) => `/reports/overview/index?appid=${app.appid}`
const card = (name: string) => ({ role: 'group', name })
const retry = { role: 'button', name: '重试' }

const HOUR = 3_600_000
const DAY = 24 * HOUR

const METRICS = [
  ['session_cnt', '打开次数'],
  ['visit_pv', '访问次数'],
  ['visit_uv', '访问人数'],
  ['visit_uv_new', '新访问人数'],
  ['visit_total', '累计访问人数'],
] as const

/** The numbers of the API, as the cards write them. */
async function expectedNumbers({ ask, app }: Site): Promise<[string, string][]> {
  const { json } = await ask('GET', `/apps/${app.appid}/reports/overview`)
  const { metrics } = (json.data.latest ?? json.data) as { metrics: { id: string; value: number }[] }
  return METRICS.map(([id, name]) => [
    name,
    (metrics.find(metric => metric.id === id)?.value ?? -1).toLocaleString('en'),
  ])
}

/** The trend's rows of the last twelve whole weeks as the API has them; the newest visitors, as the table writes them. */
async function newestWeek({ ask, app }: Site): Promise<string> {
  const now = new Date(Date.now() + 8 * HOUR)
  const lastSunday = now.getTime() - (now.getUTCDay() || 7) * DAY
  const to = new Date(lastSunday).toISOString().slice(0, 10)
  const from = new Date(lastSunday - 13 * DAY).toISOString().slice(0, 10)
  const query = `from=${from}&to=${to}&granularity=week&metrics=visit_uv`
  const { json } = await ask('GET', `/apps/${app.appid}/reports/trend?${query}`)
  const known = (json.data.points as { partial: boolean; values: Record<string, number | null> }[])
    .filter(({ partial }) => !partial)
    .map(({ values }) => values.visit_uv ?? null)
    .filter(value => value !== null)
  return (known.at(-1) ?? -1).toLocaleString('en')
}

const firstOpening: Journey = async (driver, site) => {
  await driver.open('/pages/apps/index')
  await driver.tap({ role: 'button', part: site.app.name })
  await driver.see(card('打开次数'))
  expect(await driver.path()).toContain(overviewOf(site))
  for (const [name, number] of await expectedNumbers(site)) {
    await driver.see({ part: number })
    expect(await driver.text(card(name))).toContain(number)
  }
}

const otherMetric: Journey = async (driver, site) => {
  await driver.open(overviewOf(site))
  await driver.tap({ role: 'button', part: '选择指标' })
  await driver.see({ role: 'dialog' })
  await driver.tap({ role: 'button', name: '分享次数' })
  await driver.see({ role: 'button', name: '分享次数 选择指标' })
  await driver.gone({ role: 'dialog' })
}

const trendByWeeks: Journey = async (driver, site) => {
  await driver.open(overviewOf(site))
  await driver.tap({ role: 'button', name: '打开导航' })
  await driver.tap({ role: 'button', part: '用户趋势' })
  await driver.tap({ role: 'radio', name: '周' })
  await driver.see({ part: '较上周' })
  await driver.see({ part: await newestWeek(site) })
  await driver.back()
  await driver.see(card('打开次数'))
}

const reopenOffline: Journey = async (driver, site) => {
  driver.expectFault(/INTERNET_DISCONNECTED|Failed to load resource/)
  await driver.open(overviewOf(site))
  const [[name, number] = ['', '']] = await expectedNumbers(site)
  await driver.see({ part: number })
  const before = await driver.text(card(name))
  await driver.reopen(overviewOf(site), { offline: true })
  await driver.see(card(name))
  expect(await driver.text(card(name))).toBe(before)
  await driver.refresh()
  await driver.see({ part: '现在没有网络' })
  expect(await driver.text(card(name))).toBe(before)
}

const tokenExpired: Journey = async (driver, site) => {
  driver.expectFault(/401/)
  await driver.open(overviewOf(site))
  await driver.see(card('打开次数'))
  await driver.reopen(overviewOf(site), { token: 'nobody-knows-this-token' })
  if (driver.platform === 'h5') return driver.see({ part: '登录' })
  for (const [name, number] of await expectedNumbers(site)) {
    await driver.see({ part: number })
    expect(await driver.text(card(name))).toContain(number)
  }
  expect(await driver.path()).toContain('/reports/overview')
}

const serverDown: Journey = async (driver, site) => {
  driver.expectFault(/CONNECTION_REFUSED|Failed to load resource/)
  await driver.open(overviewOf(site))
  const [[, number] = ['', '']] = await expectedNumbers(site)
  await driver.see({ part: number })
  await driver.serverDown(true)
  await driver.refresh()
  await driver.see(retry)
  await driver.see({ part: number })
  await driver.serverDown(false)
  await driver.tap(retry)
  await driver.gone(retry)
  await driver.see({ part: number })
}

const wrongSecret: Journey = async driver => {
  driver.expectFault(/422/)
  const { appid, name } = demoApp.flowers
  await driver.open('/pages/binding/index')
  await driver.type({ role: 'textbox', name: 'AppID' }, appid)
  await driver.type({ role: 'textbox', name: 'AppSecret' }, '0'.repeat(32))
  await driver.type({ role: 'textbox', name: '名称' }, name)
  await driver.tap({ role: 'button', name: '绑定' })
  await driver.see({ part: 'AppSecret 不对' })
}

const told: readonly Told[] = [
  ['from the first opening over the list to the numbers of the API', firstOpening],
  ['to another metric', otherMetric],
  ['to the trend by weeks and back', trendByWeeks],
  ['to the sources, one of them over days', sources],
  ['to every bucket of stay and depth', engagement],
  ['to a page, its eight numbers, its remark', pages],
  ['to the entry pages of the day', entryPages],
  ['to the retention, its mean and a curve', retention],
  ['to the portrait of active and of new users', portrait],
  ['to the memory among the performance', performanceModule],
  ['from no event to the first one, as it arrives', firstEvent],
  ['to who is there now, one page of them, minute by minute', realtime],
  ['from WeChat’s sources to our own, and back', ownNumbers],
  ['take a table along as a file', takeAlong],
  ['to no file without the right to one', nothingToTake, VIEWER],
  ['to all apps at once, and into the first of them', portfolio],
  ['from a card to a look, and out again when the right is taken', inviteAndRevoke],
  ['three at once: one card, one who is let in and put out, one who never sees a thing', threeAtOnce],
  ['let somebody in by WeChat ID, take it back, and think better of it', grantByHandle],
  ['say who one is, be found with the pin, and delete the account', introduceOneself, 'newcomer'],
  ['show a picture of oneself, once it is one', showOneself, 'photographer'],
  ['choose dark and light by hand', chooseColours, 'painter'],
  ['read what was done to one’s rights', readNotices, 'told'],
  ['give the right to an app back', leaveAnApp, 'leaver'],
  ['open again after the account was deleted elsewhere', erasedElsewhere, 'twice'],
  ['sign out, and stay out', signOutHere, VIEWER],
  ['open a card that nobody sent', unknownCard],
  ['let a browser in that shows its code', letBrowserIn],
  ['keep a browser out that somebody else opened', keepBrowserOut],
  ['open the code of a browser that nobody knows', codeOfNobody],
  ['type in a card that came outside the chat', enterCode, LIMITED],
  ['to whom to ask for what is not open', whomToAsk, LIMITED],
  ['make a second admin and take that back, the last one stays', secondAdmin],
  ['rename an app, refuse it a wrong secret, and unbind it', settings],
  ['open again without network, on the last view', reopenOffline],
  ['open again with a token that has expired', tokenExpired],
  ['through a server that is down, with a retry that works', serverDown],
  ['bind with a wrong secret', wrongSecret],
]

/** What people do, told once and run on the phone and in the browser; each with the person who goes. */
export const journeys: readonly [string, Journey, string][] = told.map(([title, journey, person = ADMIN]) => [
  title,
  journey,
  person,
])

/** Goes a journey to its end; a driver whose journey broke off is closed all the same. */
export async function go(journey: Journey, driver: Driver, site: Site): Promise<void> {
  try {
    await journey(driver, site)
  } catch (error) {
    await driver.finish().catch(() => undefined)
    throw error
  }
  await driver.finish()
}
