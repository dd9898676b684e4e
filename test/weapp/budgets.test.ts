import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { metricNames } from '../../src/contract/metric-names.ts'
import { letIn } from '../journeys/people.ts'
import { historyRead } from '../journeys/read.ts'
import { ADMIN, openSite, type Site } from '../journeys/site.ts'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { openPhone, type Phone, type SetDataCall, type Target } from '../support/weapp/index.ts'
import { bringTraffic } from '../web/pictures/traffic.ts'
import { type Cost, callsOf, costOf, costOfCalls, isOver, type Limit, tableOf } from './costs.ts'
import { CLOSE, controlsIn, FIRST_PAINT, KB, languageOf, PLAIN_TAP, TABLE_CHANGE } from './limits.ts'
import { BEFORE, choice, DEFINITION, granularity, MONTH_BEFORE, part, SOURCE, SPANS } from './places.ts'

const REPORTS = [
  'overview',
  'trend',
  'sources',
  'engagement',
  'pages',
  'performance',
  'portrait',
  'retention',
  'realtime',
] as const
const METRICS = Object.values(metricNames['zh-CN'])

let site: Site
let dist: string

beforeAll(async () => {
  dist = await built('weapp')
  site = await openSite()
  await historyRead(site)
  await letIn(site)
  await bringTraffic(site, ADMIN, Date.now())
}, BUILD_TIMEOUT)

afterAll(() => site?.close())

describe.each(['zh-CN', 'en'] as const)('what the mini program costs a phone in %s', locale => {
  const { say, button, radio } = controlsIn(locale)
  let phone: Phone
  const costs: Cost[] = []

  const open = async (storage?: Record<string, string>) => {
    phone = await openPhone({
      dist,
      server: site.origin,
      login: () => site.code(ADMIN),
      language: languageOf(locale),
      ...(storage ? { storage } : {}),
    })
    return phone
  }
  const measure = async (what: string, limit: Limit, act: () => Promise<unknown>) => {
    const cost = await costOf(phone, what, limit, act)
    costs.push(cost)
    return cost
  }
  const paintOf = (what: string, calls: readonly SetDataCall[]) => {
    const cost = costOfCalls(what, FIRST_PAINT, calls)
    costs.push(cost)
    return cost
  }
  const within = (...measured: Cost[]) => expect(measured.filter(isOver)).toEqual([])

  afterAll(() => void process.stdout.write(`\n${locale}\n${tableOf(costs)}\n`))

  it('paints each page within two setData and 64 KB, once it was seen before', async () => {
    const { appid } = site.app
    const pages = [
      '/pages/apps/index?choose=1',
      '/pages/binding/index',
      `/pages/navigation/index?appid=${appid}`,
      ...REPORTS.map(report => `/reports/${report}/index?appid=${appid}`),
      ...['grants', 'audit', 'settings', 'collector'].map(page => `/access/${page}/index?appid=${appid}`),
      '/access/profile/index',
      '/access/notices/index',
    ]
    await open()
    for (const page of pages) await phone.open(page)
    const storage = await phone.storage()
    await phone.close()
    await open(storage)
    const painted: Cost[] = []
    for (const page of pages)
      painted.push(await measure(`first paint ${page.split('?')[0]}`, FIRST_PAINT, () => phone.open(page)))
    await phone.close()
    within(...painted)
  })

  it('paints a page that was never seen within two setData and 64 KB, and tells the screen of each answer once', async () => {
    const { appid } = site.app
    await open()
    await phone.open('/pages/apps/index?choose=1')
    const signedIn = Object.entries(await phone.storage()).filter(([key]) => key === 'da.session')
    await phone.close()
    for (const report of REPORTS) {
      await open(Object.fromEntries(signedIn))
      const cost = await measure(`first reading /reports/${report}/index`, { bytes: 64 * KB }, () =>
        phone.open(`/reports/${report}/index?appid=${appid}`),
      )
      const calls = callsOf((await phone.stats()).setData, /^page$/)
      await phone.close()
      const painted = calls.filter(({ answered }) => answered === 0)
      const answers = calls.at(-1)?.answered ?? 0
      within(cost, paintOf(`first paint, never seen /reports/${report}/index`, painted))
      expect(calls.length).toBeLessThanOrEqual(2 + answers)
    }
  })

  it('keeps taps and changes on the overview small', async () => {
    await open()
    await phone.open(`/reports/overview/index?appid=${site.app.appid}`)
    const measured = [
      await measure('overview: open the metrics', PLAIN_TAP, () => phone.tap(button('选择指标'))),
      await measure('overview: another metric', TABLE_CHANGE, () =>
        phone.tap({ role: 'button', name: say('分享次数') }),
      ),
      await measure('overview: 7 days', TABLE_CHANGE, () => phone.tap(choice(1))),
      await measure('overview: back to 30 days', TABLE_CHANGE, () => phone.tap(choice(2))),
      await measure('overview: entry pages', TABLE_CHANGE, () => phone.tap(radio('入口页'))),
      await measure('overview: open the days', PLAIN_TAP, () => phone.tap(SPANS)),
      await measure('overview: the month before', PLAIN_TAP, () => phone.tap(MONTH_BEFORE)),
      await measure('overview: a day of it', PLAIN_TAP, () => phone.tap({ role: 'button', name: '7' })),
      await measure('overview: close them', PLAIN_TAP, () => phone.tap(CLOSE)),
      await measure('overview: the day before', TABLE_CHANGE, () => phone.tap(BEFORE)),
      await measure('overview: open the apps', PLAIN_TAP, () => phone.tap({ selector: '.da-nav-app' })),
      await measure('overview: close them', PLAIN_TAP, () => phone.tap(CLOSE)),
      await measure('overview: dark', PLAIN_TAP, () => phone.setTheme('dark')),
    ]
    await phone.close()
    within(...measured)
  })

  it('opens every definition for little', async () => {
    await open()
    await phone.open(`/reports/overview/index?appid=${site.app.appid}`)
    const measured: Cost[] = []
    for (const name of METRICS) {
      measured.push(
        await measure(`overview: definition of ${name}`, PLAIN_TAP, () => phone.tap(button(`${name}的定义`))),
      )
      measured.push(await measure('overview: close it', PLAIN_TAP, () => phone.tap(button('知道了'))))
    }
    await phone.close()
    within(...measured)
  })

  it('keeps changes on the trend small, and redraws its chart for nothing', async () => {
    await open()
    await phone.open(`/reports/trend/index?appid=${site.app.appid}`)
    await phone.find({ selector: 'canvas' })
    const measured = [
      await measure('trend: weeks', TABLE_CHANGE, () => phone.tap(granularity(2))),
      await measure('trend: days', TABLE_CHANGE, () => phone.tap(granularity(1))),
      await measure('trend: comparison', TABLE_CHANGE, () => phone.tap(button('对比'))),
      await measure('trend: more rows', TABLE_CHANGE, () => phone.tap({ selector: '.da-card .da-btn-block' })),
    ]
    const strokes = Number(await phone.attribute({ selector: 'canvas' }, 'data-strokes'))
    const before = callsOf((await phone.stats()).setData, /echarts/).length
    measured.push(await measure('trend: another metric', TABLE_CHANGE, () => phone.tap(radio('打开次数'))))
    expect(Number(await phone.attribute({ selector: 'canvas' }, 'data-strokes'))).toBeGreaterThan(strokes)
    expect(callsOf((await phone.stats()).setData, /echarts/)).toHaveLength(before)
    measured.push(await measure('trend: the 30 days before', TABLE_CHANGE, () => phone.tap(BEFORE)))
    await phone.close()
    within(...measured)
  })

  it('keeps changes on retention small', async () => {
    await open()
    await phone.open(`/reports/retention/index?appid=${site.app.appid}`)
    const measured = [
      await measure('retention: more rows', TABLE_CHANGE, () => phone.tap({ selector: '.da-card .da-btn-block' })),
      await measure('retention: active', TABLE_CHANGE, () => phone.tap(radio('活跃留存'))),
      await measure('retention: weeks', TABLE_CHANGE, () => phone.tap(granularity(2))),
      await measure('retention: days', TABLE_CHANGE, () => phone.tap(granularity(1))),
      await measure('retention: a curve', PLAIN_TAP, () => phone.tap({ selector: '.da-heat-hit' })),
      await measure('retention: close it', PLAIN_TAP, () => phone.tap(CLOSE)),
      await measure('retention: the definition', PLAIN_TAP, () => phone.tap(DEFINITION)),
      await measure('retention: close it', PLAIN_TAP, () => phone.tap(button('知道了'))),
      await measure('retention: open the days', PLAIN_TAP, () => phone.tap(SPANS)),
      await measure('retention: the month before', PLAIN_TAP, () => phone.tap(MONTH_BEFORE)),
      await measure('retention: a first day', PLAIN_TAP, () => phone.tap({ role: 'button', name: '7' })),
      await measure('retention: a last day', PLAIN_TAP, () => phone.tap({ role: 'button', name: '9' })),
      await measure('retention: these days', TABLE_CHANGE, () => phone.tap({ selector: '.da-sheet .da-btn-primary' })),
    ]
    await phone.close()
    within(...measured)
  })

  it('keeps changes on realtime small', async () => {
    await open()
    await phone.open(`/reports/realtime/index?appid=${site.app.appid}`)
    const measured = [
      await measure('realtime: open the pages', PLAIN_TAP, () => phone.tap(button('选择页面'))),
      await measure('realtime: one page', TABLE_CHANGE, () =>
        phone.tap({ role: 'button', name: 'pages/goods/detail' }),
      ),
      await measure('realtime: open the controls', PLAIN_TAP, () => phone.tap({ selector: '.da-dk-on + .da-dk' })),
      await measure('realtime: by ten minutes', TABLE_CHANGE, () => phone.tap(radio('10分钟'))),
      await measure('realtime: no comparison', TABLE_CHANGE, () => phone.tap(button('对比'))),
      await measure('realtime: the day before', TABLE_CHANGE, () => phone.tap(BEFORE)),
    ]
    await phone.close()
    within(...measured)
  })

  it('keeps changes on portrait and performance small', async () => {
    await open()
    await phone.open(`/reports/portrait/index?appid=${site.app.appid}`)
    const measured = [
      await measure('portrait: 30 days', TABLE_CHANGE, () =>
        phone.tap({ selector: '.da-dock .da-seg-b:nth-child(3)' }),
      ),
      await measure('portrait: new users', TABLE_CHANGE, () => phone.tap(radio('新增用户'))),
      await measure('portrait: back', TABLE_CHANGE, () => phone.tap(radio('活跃用户'))),
      await measure('portrait: a definition', PLAIN_TAP, () => phone.tap(button('年龄的定义'))),
      await measure('portrait: close it', PLAIN_TAP, () => phone.tap(button('知道了'))),
      await measure('portrait: open the provinces', PLAIN_TAP, () => phone.tap(radio('选省'))),
      await measure('portrait: close them', PLAIN_TAP, () => phone.tap(CLOSE)),
    ]
    await phone.open(`/reports/performance/index?appid=${site.app.appid}`)
    measured.push(
      await measure('performance: memory', TABLE_CHANGE, () => phone.tap(radio('内存'))),
      await measure('performance: the definition', PLAIN_TAP, () => phone.tap(DEFINITION)),
      await measure('performance: close it', PLAIN_TAP, () => phone.tap(button('知道了'))),
      await measure('performance: the 30 days before', TABLE_CHANGE, () => phone.tap(BEFORE)),
    )
    await phone.close()
    within(...measured)
  })

  it('keeps changes on sources and engagement small', async () => {
    await open()
    await phone.open(`/reports/sources/index?appid=${site.app.appid}`)
    const measured = [
      await measure('sources: people', TABLE_CHANGE, () => phone.tap(radio('访问人数'))),
      await measure('sources: back', TABLE_CHANGE, () => phone.tap(radio('打开次数'))),
      await measure('sources: all of them', TABLE_CHANGE, () => phone.tap(button('查看全部'))),
      await measure('sources: people again', TABLE_CHANGE, () => phone.tap(radio('访问人数'))),
      await measure('sources: one of them', PLAIN_TAP, () => phone.tap({ selector: '.da-rk' })),
      await measure('sources: close it', PLAIN_TAP, () => phone.tap(CLOSE)),
      await measure('sources: who counted', PLAIN_TAP, () => phone.tap(SOURCE)),
      await measure('sources: our own', TABLE_CHANGE, () => phone.tap({ selector: '.da-sheet .da-pick:last-child' })),
      await measure('sources: who counted', PLAIN_TAP, () => phone.tap(SOURCE)),
      await measure('sources: WeChat again', TABLE_CHANGE, () =>
        phone.tap({ selector: '.da-sheet .da-pick:first-child' }),
      ),
      await measure('sources: the definition', PLAIN_TAP, () => phone.tap(DEFINITION)),
      await measure('sources: close it', PLAIN_TAP, () => phone.tap(button('知道了'))),
      await measure('sources: the 30 days before', TABLE_CHANGE, () => phone.tap(BEFORE)),
    ]
    await phone.open(`/reports/engagement/index?appid=${site.app.appid}`)
    measured.push(
      await measure('engagement: a definition', PLAIN_TAP, () => phone.tap(button('访问时长的定义'))),
      await measure('engagement: close it', PLAIN_TAP, () => phone.tap(button('知道了'))),
      await measure('engagement: a mean', PLAIN_TAP, () => phone.tap(button('人均停留时长的定义'))),
      await measure('engagement: close it', PLAIN_TAP, () => phone.tap(button('知道了'))),
      await measure('engagement: the 30 days before', TABLE_CHANGE, () => phone.tap(BEFORE)),
    )
    await phone.close()
    within(...measured)
  })

  it('keeps taps and changes on the pages small', async () => {
    await open()
    await phone.open(`/reports/pages/index?appid=${site.app.appid}`)
    const row = part('pages/goods/detail')
    const sort: Target = { selector: '.da-tools .da-btn' }
    const measured = [
      await measure('pages: all eight of a page', PLAIN_TAP, () => phone.tap(row)),
      await measure('pages: a definition', PLAIN_TAP, () => phone.tap(button('分享次数'))),
      await measure('pages: close it', PLAIN_TAP, () => phone.tap(button('知道了'))),
      await measure('pages: close the page', PLAIN_TAP, () => phone.tap(row)),
      await measure('pages: search', TABLE_CHANGE, () => phone.type({ role: 'textbox' }, 'cart')),
      await measure('pages: clear it', TABLE_CHANGE, () => phone.tap({ role: 'button', name: say('清空搜索') })),
      await measure('pages: more rows', TABLE_CHANGE, () => phone.tap({ selector: '.da-card .da-btn-block' })),
      await measure('pages: open the order', PLAIN_TAP, () => phone.tap(sort)),
      await measure('pages: lowest first', TABLE_CHANGE, () => phone.tap(radio('从低到高'))),
      await measure('pages: by entries', TABLE_CHANGE, () => phone.tap(button('入口页次数'))),
      await measure('pages: the 30 days before', TABLE_CHANGE, () => phone.tap(BEFORE)),
    ]
    await phone.close()
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
    await phone.close()
  })
})
