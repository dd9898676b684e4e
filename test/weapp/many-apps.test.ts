import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { launchBrowser } from '../support/chromium.ts'
import { type ManyApps, openManyApps } from '../support/many-apps.ts'
import { openPhone, type Phone } from '../support/weapp/index.ts'
import { type Cost, costOf, isOver, type Limit, tableOf } from './costs.ts'

const KB = 1024
const FIRST_PAINT: Limit = { calls: 2, bytes: 64 * KB }
const CHANGE: Limit = { bytes: 16 * KB }
const APPS = 120
const LIST = '/pages/apps/index?choose=1'
const PORTFOLIO = '/reports/portfolio/index'

describe('a person who looks at a hundred and twenty apps', () => {
  let many: ManyApps
  let browser: Browser
  let dist: string
  const costs: Cost[] = []

  beforeAll(async () => {
    dist = await built('weapp')
    many = await openManyApps(APPS, 60)
    browser = await launchBrowser()
  }, BUILD_TIMEOUT)
  afterAll(async () => {
    process.stdout.write(`\n${tableOf(costs)}\n`)
    await browser?.close()
    await many?.close()
  })

  const phoneOf = (session: object, storage: Record<string, string> = {}) =>
    openPhone({
      dist,
      server: many.origin,
      browser,
      storage: { ...storage, 'da.session': JSON.stringify(JSON.stringify(session)) },
    })
  const measure = async (phone: Phone, what: string, limit: Limit, act: () => Promise<unknown>) => {
    const cost = await costOf(phone, what, limit, act)
    costs.push(cost)
    return cost
  }
  const rowsOn = async (phone: Phone) =>
    (await phone.controls()).filter(({ className }) => /\bda-(pf|cell-av)\b/.test(className)).length

  it('paints a page that was seen before within two setData and 64 KB, and another metric or base within 16', async () => {
    const before = await phoneOf(many.viewer)
    await before.open(PORTFOLIO)
    await before.open(LIST)
    const kept = await before.storage()
    await before.close()

    const phone = await phoneOf(many.viewer, kept)
    const measured = [
      await measure(phone, 'list of 120 apps', FIRST_PAINT, () => phone.open(LIST)),
      await measure(phone, 'portfolio of 120 apps', FIRST_PAINT, () => phone.open(PORTFOLIO)),
      await measure(phone, 'portfolio: another metric', CHANGE, () => phone.tap({ role: 'radio', name: '打开次数' })),
      await measure(phone, 'portfolio: what to compare with', { bytes: 2 * KB }, () =>
        phone.tap({ role: 'button', part: '和哪一天比' }),
      ),
      await measure(phone, 'portfolio: against the day before', CHANGE, () =>
        phone.tap({ role: 'button', name: '较前一天' }),
      ),
    ]
    await phone.scroll(3000)
    measured.push(
      await measure(phone, 'portfolio: another metric from far below', CHANGE, () =>
        phone.tap({ role: 'radio', name: '访问人数' }),
      ),
    )
    await phone.close()
    expect(measured.filter(isOver)).toEqual([])
  })

  it('has the whole portfolio at hand and draws what is near the screen', async () => {
    const phone = await phoneOf(many.viewer)
    await phone.open(PORTFOLIO)
    await phone.find({ part: '降幅大的在前' })
    expect(await rowsOn(phone)).toBeLessThan(30)
    const first = () => phone.text({ selector: '.da-pf' })
    const before = await first()
    await phone.scroll(6000)
    await expect.poll(first).not.toBe(before)
    expect(await rowsOn(phone)).toBeLessThan(30)
    await phone.close()
  })

  it('draws the part of the list that is near the screen, and finds any app', async () => {
    const phone = await phoneOf(many.viewer)
    await phone.open(LIST)
    const first = () => phone.text({ selector: '.da-cell-av' })
    const before = await first()
    expect(await rowsOn(phone)).toBeLessThanOrEqual(50)
    await phone.scroll(5000)
    await expect.poll(first).not.toBe(before)
    expect(await rowsOn(phone)).toBeLessThanOrEqual(50)
    await phone.type({ role: 'textbox' }, '应用117')
    await phone.find({ role: 'button', part: '应用117' })
    expect(await rowsOn(phone)).toBe(1)
    await phone.close()
  })

  it('switches between them for little, with the way to all of them', async () => {
    const phone = await phoneOf(many.viewer)
    await phone.open(`/reports/overview/index?appid=${many.appid}`)
    const cost = await measure(phone, 'overview: open 120 apps', CHANGE, () =>
      phone.tap({ role: 'button', part: '切换' }),
    )
    await phone.find({ role: 'button', name: '全部' })
    await phone.close()
    expect(isOver(cost)).toBe(false)
  })

  it('draws the part of sixty viewers that is near the screen', async () => {
    const phone = await phoneOf(many.admin)
    await phone.open(`/access/grants/index?appid=${many.appid}`)
    await phone.find({ part: '已授权用户 (60/60)' })
    expect(await rowsOn(phone)).toBeLessThan(60)
    await phone.scroll(4000)
    await phone.find({ part: '查看者2' })
    await phone.settle()
    await phone.close()
  })
})
