import type { Host, Life } from '../port.ts'
import { before, type Handlers, hook } from './hook.ts'
import { wxHost } from './wx.ts'

type Constructor = Parameters<typeof before>[0]

/** WeChat's own globals: what is assigned to them is what every file of the app calls. */
declare let App: Constructor
declare let Page: Constructor
declare let Component: Constructor

interface PageInstance {
  route?: string
  __route__?: string
  is?: string
}

/** A component is a page when WeChat gave it a route; only then are its handlers those of a page. */
const routeOf = ({ route, __route__ }: PageInstance) => route || __route__

/** Mini programs, native and Taro's: App, Page and Component tell. */
export const weapp = (): Host =>
  wxHost(life => {
    App = before(App, app => hookApp(app, life))
    Page = before(Page, page => hookPage(page, life, page => routeOf(page) || page.is))
    Component = before(Component, ({ methods }) => {
      const handlers = methods as unknown as Handlers | undefined
      // a plain component keeps the methods that it has
      if (handlers && /\bon(Load|Show|Ready|Hide|Unload)\b/.test(Object.keys(handlers).join()))
        hookPage(handlers, life, routeOf)
    })
  }, true)

function hookApp(app: Handlers, life: Life) {
  hook(app, 'onLaunch', life.launch)
  hook(app, 'onShow', life.show)
  hook(app, 'onHide', life.hide, true)
}

function hookPage(page: Handlers, life: Life, pathOf: (page: PageInstance) => string | undefined) {
  const told = (tell: (path: string) => void) => (_: never, self: unknown) => {
    const path = pathOf(self as PageInstance)
    if (path) tell(path)
  }
  hook(page, 'onShow', told(life.view))
  hook(page, 'onHide', told(life.leave), true)
  hook(page, 'onUnload', told(life.leave), true)
  // added to a page that has none, these would add it to WeChat's menu
  for (const name of ['onShareAppMessage', 'onShareTimeline']) {
    if (page[name]) hook(page, name, life.share)
  }
}
