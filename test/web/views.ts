import type { Page } from 'playwright-core'
import { demoApp } from '../../server/sandbox/index.ts'
import type { DemoPerson } from '../../src/contract/identity.ts'

/** One thing to look at: who, where, what to wait for, what to tap first. */
export interface View {
  name: string
  as: DemoPerson | null
  path: string
  /** Words that are there once the view stands. */
  shows: { 'zh-CN': string; en: string }
  act?: (page: Page) => Promise<void>
  /** A sheet or a row that a tap opened; its page is a view of its own. */
  isOpened?: boolean
}

const { appid } = demoApp.freshShop

/** Taps one after the other; what a width does not have is left out. */
const tap =
  (...places: string[]) =>
  async (page: Page) => {
    for (const place of places) {
      const target = page.locator('.taro_page:visible').last().locator(place).filter({ visible: true }).first()
      if (await target.isVisible()) await target.click()
    }
  }

/** A page of the big app and, by name, what a tap opens on it. */
function inApp(
  page: string,
  shows: View['shows'],
  opened: Readonly<Record<string, readonly string[]>> = {},
  folder = '/reports',
): View[] {
  const view = { as: 'admin' as const, path: `${folder}/${page}/index?appid=${appid}`, shows }
  const onIt = Object.entries(opened).map(([name, places]) => ({
    ...view,
    isOpened: true,
    name: `${page}-${name}`,
    act: tap(...places),
  }))
  return [{ ...view, name: page }, ...onIt]
}

const RANGE = ['.da-step-t']
const DEFINITION = ['.da-ct-info']

/** Every page of the app, in the states that the demo can show, and the sheets that open on it. */
export const views: readonly View[] = [
  { name: 'signin', as: null, path: '/pages/signin/index', shows: { 'zh-CN': '管理员', en: 'Admin' } },
  {
    name: 'list',
    as: 'admin',
    path: '/pages/apps/index?choose=1',
    shows: { 'zh-CN': '我管理的', en: 'Managed by me' },
  },
  {
    name: 'list-granted',
    as: 'viewer',
    path: '/pages/apps/index?choose=1',
    shows: { 'zh-CN': '授权给我的', en: 'Shared with me' },
  },
  {
    name: 'list-empty',
    as: 'stranger',
    path: '/pages/apps/index?choose=1',
    shows: { 'zh-CN': '还没有可以看的小程序', en: 'There is no app to look at yet' },
  },
  { name: 'binding', as: 'admin', path: '/pages/binding/index', shows: { 'zh-CN': 'AppSecret', en: 'AppSecret' } },
  ...inApp('navigation', { 'zh-CN': '用户趋势', en: 'Visit trend' }, {}, '/pages'),
  ...inApp(
    'overview',
    { 'zh-CN': '访问人数', en: 'Visitors' },
    {
      definition: ['.da-mc-l'],
      day: RANGE,
      range: ['.da-ct .da-seg-b:nth-child(3)'],
      metrics: ['.da-ct-pick'],
      fresh: ['.da-fresh'],
      switch: ['.da-nav-app, .da-side-me'],
    },
  ),
  ...inApp('trend', { 'zh-CN': '打开次数', en: 'Opens' }, { range: RANGE }),
  ...inApp(
    'sources',
    { 'zh-CN': '查看全部', en: 'Show all' },
    { day: ['.da-rk'], definition: DEFINITION, all: ['.da-card .da-link'] },
  ),
  ...inApp('engagement', { 'zh-CN': '50-100s', en: '50-100s' }, { definition: DEFINITION, mean: ['.da-sum-l'] }),
  ...inApp(
    'pages',
    {
      'zh-CN': '官方接口仅提供访问次数前200的页面；占比以全部访问次数为分母。',
      en: 'WeChat names only the 200 pages with most views of a day; shares are of all views.',
    },
    {
      row: ['.da-pg-hit'],
      sort: ['.da-tools .da-btn'],
      definition: ['.da-pg-hit', '.da-pg-one'],
      remark: ['.da-pg-hit', '.da-pg-well .da-link, .da-tb .da-link'],
    },
  ),
  ...inApp(
    'retention',
    { 'zh-CN': '均值', en: 'Mean' },
    { curve: ['.da-heat-row:nth-child(8) .da-heat-hit'], definition: DEFINITION, range: RANGE },
  ),
  ...inApp(
    'portrait',
    { 'zh-CN': '省份', en: 'Provinces' },
    { definition: DEFINITION, province: ['.da-ct .da-seg-b:last-child:nth-child(2)'] },
  ),
  {
    name: 'portfolio',
    as: 'admin',
    path: '/reports/portfolio/index',
    shows: {
      'zh-CN': '人数不合计：同一个人可能在几个应用里都出现。',
      en: 'People are not summed: one person may use several apps.',
    },
  },
  ...inApp('realtime', { 'zh-CN': '还没有收到过事件', en: 'No event has come yet' }),
  ...inApp('collector', { 'zh-CN': '写入密钥', en: 'Write key' }, {}, '/access'),
  ...inApp('performance', { 'zh-CN': '启动总耗时', en: 'Total start time' }, { definition: DEFINITION }),
  ...inApp('grants', { 'zh-CN': '林运营', en: '林运营' }, { viewer: ['.da-swipe .da-cell'] }, '/access'),
  {
    name: 'settings',
    as: 'admin',
    path: `/access/settings/index?appid=${appid}`,
    shows: { 'zh-CN': '和微信的连接', en: 'With WeChat' },
  },
  {
    name: 'audit',
    as: 'admin',
    path: `/access/audit/index?appid=${appid}`,
    shows: { 'zh-CN': '陈管理 授权给 林运营', en: '陈管理 let 林运营 in' },
  },
  {
    name: 'profile',
    as: 'admin',
    path: '/access/profile/index',
    shows: { 'zh-CN': '核对码', en: 'Number to compare' },
  },
  {
    name: 'notices',
    as: 'viewer',
    path: '/access/notices/index',
    shows: { 'zh-CN': '授权你查看', en: 'let you see' },
  },
  {
    name: 'invitation-none',
    as: 'admin',
    path: '/pages/invitation/index?code=AAAAAAAAAAAAAAAAAAAAAA',
    shows: { 'zh-CN': '没有这张卡片', en: 'There is no such card' },
  },
  {
    name: 'gone',
    as: 'stranger',
    path: `/reports/overview/index?appid=${appid}`,
    shows: { 'zh-CN': '看不到这个应用了', en: 'This app is out of sight' },
  },
]
