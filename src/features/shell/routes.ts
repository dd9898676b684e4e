import { navigateTo, redirectTo, reLaunch } from '@/platform/navigation'
import { carryChoices, rememberApp } from '../choices/store'
import { type AdminPage, isAdminPage } from './admin-pages'

export type ReportPage =
  | 'overview'
  | 'trend'
  | 'sources'
  | 'engagement'
  | 'pages'
  | 'retention'
  | 'portrait'
  | 'performance'
  | 'realtime'

/** Everything that is about one app. */
export type AppPage = ReportPage | AdminPage

/** The address of an app's page. */
export const appPath = (page: AppPage, appid: string): string =>
  `/${isAdminPage(page) ? 'access' : 'reports'}/${page}/index?appid=${encodeURIComponent(appid)}`

/** Puts another app in the place of this one: on the same page where it has that, over the same days. */
export function switchApp(from: string, to: string, page: AppPage): void {
  carryChoices(from, to)
  rememberApp(to)
  reLaunch(appPath(page, to))
}

/** Opens an app on 数据概况 and remembers it as the last one. */
export function openApp(appid: string, go: (url: string) => void = reLaunch): void {
  rememberApp(appid)
  go(appPath('overview', appid))
}

export const openNavigation = (appid: string): void =>
  navigateTo(`/pages/navigation/index?appid=${encodeURIComponent(appid)}`)
/** The list, also when there is a last app. */
export const openList = (): void => navigateTo('/pages/apps/index?choose=1')
/** Every app at once. */
export const PORTFOLIO_PATH = '/reports/portfolio/index'
export const openPortfolio = (): void => navigateTo(PORTFOLIO_PATH)
/** In the place of the list, to which its own button leads back. */
export const openInvitation = (code: string): void =>
  redirectTo(`/pages/invitation/index?code=${encodeURIComponent(code)}`)
export const openBinding = (): void => navigateTo('/pages/binding/index')
export const openAudit = (appid: string): void => navigateTo(`/access/audit/index?appid=${encodeURIComponent(appid)}`)
export const openNotices = (): void => navigateTo('/access/notices/index')
/** Where an admin connects the app to our collector and sees events arrive. */
export const openCollector = (appid: string): void => navigateTo(appPath('collector', appid))
export const openProfile = (): void => navigateTo('/access/profile/index')
