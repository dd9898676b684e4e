import { navigateTo, reLaunch } from '@/platform/navigation'
import { rememberApp } from '../choices/store'

export type AppPage =
  | 'overview'
  | 'trend'
  | 'sources'
  | 'engagement'
  | 'pages'
  | 'retention'
  | 'portrait'
  | 'performance'

/** The address of an app's page. */
export const appPath = (page: AppPage, appid: string): string =>
  `/reports/${page}/index?appid=${encodeURIComponent(appid)}`

/** Opens an app on 数据概况 and remembers it as the last one. */
export function openApp(appid: string, go: (url: string) => void = reLaunch): void {
  rememberApp(appid)
  go(appPath('overview', appid))
}

export const openNavigation = (appid: string): void =>
  navigateTo(`/pages/navigation/index?appid=${encodeURIComponent(appid)}`)
/** The list, also when there is a last app. */
export const openList = (): void => navigateTo('/pages/apps/index?choose=1')
export const openBinding = (): void => navigateTo('/pages/binding/index')
