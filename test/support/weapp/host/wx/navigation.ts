import { asyncApi, WxFailure } from '../call.ts'
import type { HostContext } from '../context.ts'

interface Url {
  url: string
}

/** Going from page to page. A page that is not declared is a fault besides being refused. */
export function navigation(host: HostContext): Record<string, unknown> {
  const { pages, faults } = host
  const go = (name: string, toTab: boolean | null, act: (url: string) => void) =>
    asyncApi(host, name, ({ url }: Url) => {
      const { route } = pages.address(url)
      if (!pages.isDeclared(route)) faults.add('page', `wx.${name} goes to ${url}, and there is no such page`)
      if (toTab !== null && pages.isTab(route) !== toTab) {
        throw new WxFailure(toTab ? 'can not switch to no-tabBar page' : `can not ${name} a tabbar page`)
      }
      act(url)
      return {}
    })
  return {
    navigateTo: go('navigateTo', false, url => pages.push(url)),
    redirectTo: go('redirectTo', false, url => pages.replace(url)),
    reLaunch: go('reLaunch', null, url => pages.restart(url)),
    switchTab: go('switchTab', true, url => pages.restart(url)),
    navigateBack: asyncApi(host, 'navigateBack', ({ delta = 1 }: { delta?: number }) => {
      pages.back(delta)
      return {}
    }),
    preloadPage: () => undefined,
  }
}
