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
    name: 'gone',
    as: 'stranger',
    path: `/reports/overview/index?appid=${appid}`,
    shows: { 'zh-CN': '看不到这个应用了', en: 'This app is out of sight' },
  },
]
