import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN, openSite, type Site } from '../journeys/site.ts'
import { mayRemain } from '../journeys/timers.ts'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { openPhone, type Phone, type Target } from '../support/weapp/index.ts'
import { type Cost, callsOf, costOf, isOver, type Limit, tableOf } from './costs.ts'

const KB = 1024
const FIRST_PAINT: Limit = { calls: 2, bytes: 64 * KB }
const PLAIN_TAP: Limit = { bytes: 2 * KB }
/** The sentence, the formula and the table of the three days that a number is compared with. */
const DEFINITION: Limit = { bytes: 4 * KB }
/** A month of days, each with its name for a screen reader. */
const MONTH: Limit = { bytes: 6 * KB }
const TABLE_CHANGE: Limit = { bytes: 16 * KB }
/** A heat table of ten columns, or six lists at once: over the limit of an ordinary table, and kept from growing. */
const WHOLE_PAGE_CHANGE: Limit = { bytes: 24 * KB }

const button = (part: string): Target => ({ role: 'button', part })
const CLOSE: Target = { selector: '.da-sh-x' }
const radio = (name: string): Target => ({ role: 'radio', name })

describe('what the mini program costs a phone', () => {
  let site: Site
  let dist: string
  let phone: Phone
  const costs: Cost[] = []

  const open = async (storage?: Record<string, string>) => {
    phone = await openPhone({
      dist,
      server: site.origin,
      login: () => site.code(ADMIN),
      ...(storage ? { storage } : {}),
    })
    return phone
  }
  const measure = async (what: string, limit: Limit, act: () => Promise<unknown>) => {
    const cost = await costOf(phone, what, limit, act)
    costs.push(cost)
    return cost
  }
  const within = (...measured: Cost[]) => expect(measured.filter(isOver)).toEqual([])

  beforeAll(async () => {
    dist = await built('weapp')
    site = await openSite()
  }, BUILD_TIMEOUT)

  afterAll(async () => {
    process.stdout.write(`\n${tableOf(costs)}\n`)
    await site?.close()
  })

  it('paints each page within two setData and 64 KB, once it was seen before', async () => {
    const { appid } = site.app
    const pages = [
      '/pages/apps/index?choose=1',
      '/pages/binding/index',
      `/pages/navigation/index?appid=${appid}`,
      `/reports/overview/index?appid=${appid}`,
      `/reports/trend/index?appid=${appid}`,
      `/reports/performance/index?appid=${appid}`,
      `/reports/portrait/index?appid=${appid}`,
      `/reports/retention/index?appid=${appid}`,
    ]
    await open()
    for (const page of pages) await phone.open(page)
    const storage = await phone.storage()
    await phone.close({ mayRemain })
    await open(storage)
    const painted: Cost[] = []
    for (const page of pages)
      painted.push(await measure(`first paint ${page.split('?')[0]}`, FIRST_PAINT, () => phone.open(page)))
    await phone.close({ mayRemain })
    within(...painted)
  })

  // its first paint is what stands there before an answer comes: all setData up to the one that hands the page's tree over
  it('paints a page that was never seen within two setData, and reads it within 64 KB', async () => {
    await open()
    const overview = `/reports/overview/index?appid=${site.app.appid}`
    const cost = await measure('first reading of the overview', { bytes: 64 * KB }, () => phone.open(overview))
    const paths = callsOf((await phone.stats()).setData, /^page$/).map(({ path }) => path)
    await phone.close({ mayRemain })
    expect(paths.indexOf('root.cn')).toBeGreaterThanOrEqual(0)
    expect(paths.indexOf('root.cn')).toBeLessThan(2)
    within(cost)
  })

  it('keeps taps and changes on the overview small', async () => {
    await open()
    await phone.open(`/reports/overview/index?appid=${site.app.appid}`)
    const measured = [
      await measure('overview: open the metrics', PLAIN_TAP, () => phone.tap(button('选择指标'))),
      await measure('overview: another metric', TABLE_CHANGE, () => phone.tap({ role: 'button', name: '分享次数' })),
      await measure('overview: 7 days', TABLE_CHANGE, () => phone.tap(radio('7天'))),
      await measure('overview: back to 30 days', TABLE_CHANGE, () => phone.tap(radio('30天'))),
      await measure('overview: entry pages', TABLE_CHANGE, () => phone.tap(radio('入口页'))),
      await measure('overview: a definition', DEFINITION, () => phone.tap(button('打开次数的定义'))),
      await measure('overview: close it', PLAIN_TAP, () => phone.tap(button('知道了'))),
      await measure('overview: open the days', MONTH, () => phone.tap(button('数据日期'))),
      await measure('overview: close them', PLAIN_TAP, () => phone.tap(CLOSE)),
      await measure('overview: open the apps', PLAIN_TAP, () => phone.tap({ role: 'button', part: '切换' })),
      await measure('overview: close them', PLAIN_TAP, () => phone.tap(CLOSE)),
      await measure('overview: dark', PLAIN_TAP, () => phone.setTheme('dark')),
    ]
    await phone.close({ mayRemain })
    within(...measured)
  })

  it('keeps changes on the trend small, and redraws its chart for nothing', async () => {
    await open()
    await phone.open(`/reports/trend/index?appid=${site.app.appid}`)
    await phone.find({ selector: 'canvas' })
    const measured = [
      await measure('trend: weeks', TABLE_CHANGE, () => phone.tap(radio('周'))),
      await measure('trend: days', TABLE_CHANGE, () => phone.tap(radio('天'))),
      await measure('trend: comparison', TABLE_CHANGE, () => phone.tap(button('对比'))),
    ]
    const strokes = Number(await phone.attribute({ selector: 'canvas' }, 'data-strokes'))
    const before = callsOf((await phone.stats()).setData, /echarts/).length
    measured.push(await measure('trend: another metric', TABLE_CHANGE, () => phone.tap(radio('打开次数'))))
    expect(Number(await phone.attribute({ selector: 'canvas' }, 'data-strokes'))).toBeGreaterThan(strokes)
    expect(callsOf((await phone.stats()).setData, /echarts/)).toHaveLength(before)
    await phone.close({ mayRemain })
    within(...measured)
  })

  it('keeps changes on retention, portrait and performance small', async () => {
    await open()
    await phone.open(`/reports/retention/index?appid=${site.app.appid}`)
    const measured = [
      await measure('retention: active', WHOLE_PAGE_CHANGE, () => phone.tap(radio('活跃留存'))),
      await measure('retention: weeks', WHOLE_PAGE_CHANGE, () => phone.tap(radio('周'))),
    ]
    await phone.open(`/reports/portrait/index?appid=${site.app.appid}`)
    measured.push(await measure('portrait: 30 days', WHOLE_PAGE_CHANGE, () => phone.tap(radio('最近30天'))))
    await phone.open(`/reports/performance/index?appid=${site.app.appid}`)
    measured.push(await measure('performance: memory', TABLE_CHANGE, () => phone.tap(radio('内存'))))
    await phone.close({ mayRemain })
    within(...measured)
  })

  it('sends nothing to a page that nobody sees, and leaves no timer behind', async () => {
    await open()
    await phone.open(`/reports/overview/index?appid=${site.app.appid}`)
    await phone.tap(button('打开导航'))
    await phone.tap(button('用户趋势'))
    await phone.hide()
    await phone.show()
    await phone.back()
    expect((await phone.stats()).setData.filter(({ hidden }) => hidden)).toEqual([])
    await phone.close({ mayRemain })
  })
})
