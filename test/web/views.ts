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
}

const { appid } = demoApp.freshShop
const tap = (place: string) => (page: Page) => page.locator(place).first().click()

/** Every page of the app, in the states that the demo can show. */
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
  {
    name: 'navigation',
    as: 'admin',
    path: `/pages/navigation/index?appid=${appid}`,
    shows: { 'zh-CN': '用户趋势', en: 'Visit trend' },
  },
  {
    name: 'overview',
    as: 'admin',
    path: `/reports/overview/index?appid=${appid}`,
    shows: { 'zh-CN': '访问人数', en: 'Visitors' },
  },
  {
    name: 'overview-definition',
    as: 'admin',
    path: `/reports/overview/index?appid=${appid}`,
    shows: { 'zh-CN': '访问人数', en: 'Visitors' },
    act: tap('.da-mc-l'),
  },
  {
    name: 'overview-day',
    as: 'admin',
    path: `/reports/overview/index?appid=${appid}`,
    shows: { 'zh-CN': '访问人数', en: 'Visitors' },
    act: tap('.da-step-t'),
  },
  {
    name: 'trend',
    as: 'admin',
    path: `/reports/trend/index?appid=${appid}`,
    shows: { 'zh-CN': '打开次数', en: 'Opens' },
  },
  {
    name: 'sources',
    as: 'admin',
    path: `/reports/sources/index?appid=${appid}`,
    shows: { 'zh-CN': '占比以来源合计为分母，可能与打开次数略有不同。', en: 'Show all' },
  },
  {
    name: 'sources-day',
    as: 'admin',
    path: `/reports/sources/index?appid=${appid}`,
    shows: { 'zh-CN': '查看全部', en: 'Show all' },
    act: tap('.da-rk'),
  },
  {
    name: 'engagement',
    as: 'admin',
    path: `/reports/engagement/index?appid=${appid}`,
    shows: { 'zh-CN': '50-100s', en: '50-100s' },
  },
  {
    name: 'pages',
    as: 'admin',
    path: `/reports/pages/index?appid=${appid}`,
    shows: {
      'zh-CN': '官方接口仅提供访问次数前200的页面；占比以全部访问次数为分母。',
      en: 'WeChat names only the 200 pages with most views of a day; shares are of all views.',
    },
    act: async page => {
      const row = page.locator('.da-pg-hit').first()
      if (await row.isVisible()) await row.click()
    },
  },
  {
    name: 'pages-sort',
    as: 'admin',
    path: `/reports/pages/index?appid=${appid}`,
    shows: { 'zh-CN': '导出 CSV', en: 'Export CSV' },
    // wide tables sort by their heads instead
    act: async page => {
      const button = page.locator('.da-tools .da-btn').first()
      if (await button.isVisible()) await button.click()
    },
  },
  {
    name: 'retention',
    as: 'admin',
    path: `/reports/retention/index?appid=${appid}`,
    shows: { 'zh-CN': '均值', en: 'Mean' },
  },
  {
    name: 'retention-curve',
    as: 'admin',
    path: `/reports/retention/index?appid=${appid}`,
    shows: { 'zh-CN': '均值', en: 'Mean' },
    act: tap('.da-heat-hit'),
  },
  {
    name: 'retention-definition',
    as: 'admin',
    path: `/reports/retention/index?appid=${appid}`,
    shows: { 'zh-CN': '均值', en: 'Mean' },
    act: tap('.da-ct-info'),
  },
  {
    name: 'portrait',
    as: 'admin',
    path: `/reports/portrait/index?appid=${appid}`,
    shows: { 'zh-CN': '省份', en: 'Provinces' },
  },
  {
    name: 'performance',
    as: 'admin',
    path: `/reports/performance/index?appid=${appid}`,
    shows: { 'zh-CN': '启动总耗时', en: '启动总耗时' },
  },
  {
    name: 'gone',
    as: 'stranger',
    path: `/reports/overview/index?appid=${appid}`,
    shows: { 'zh-CN': '看不到这个应用了', en: 'This app is out of sight' },
  },
]
