import type { Root } from 'glass-easel-miniprogram-adapter'
import { type PageJson, routesOf } from '../package/manifest.ts'
import { normalize } from '../package/paths.ts'
import type { PhoneBackend } from './backend.ts'
import { WxFailure } from './call.ts'
import type { Faults } from './faults.ts'
import type { LoadedPackage } from './package.ts'
import type { Caller, Space } from './space.ts'

const STACK_LIMIT = 10

/** One opening of a page. */
export interface PageRecord {
  route: string
  visit: number
  query: Record<string, string>
  config: PageJson
  caller: Caller
  wrapper: HTMLElement
  styles: HTMLStyleElement[]
  scrollTop: number
  gone: boolean
  root: Root
}

export interface PagesDeps {
  pack: LoadedPackage
  space: Space
  backend: PhoneBackend
  faults: Faults
  /** Runs the files of a page and its components. */
  load: (route: string) => void
}

/** The page stack: what is open, what is in front, and the life of each page. */
export class Pages {
  readonly stack: PageRecord[] = []
  /** The app itself is in front. */
  visible = true
  /** The page whose components are being made. */
  private opening: PageRecord | null = null
  private visits = 0
  private readonly deps: PagesDeps

  constructor(deps: PagesDeps) {
    this.deps = deps
  }

  get front(): PageRecord | null {
    return this.stack.at(-1) ?? null
  }

  /** The page whose code runs: the one that is being opened, else the one in front. */
  get current(): PageRecord | null {
    return this.opening ?? this.front
  }

  isDeclared(route: string): boolean {
    return routesOf(this.deps.pack.app).includes(route)
  }

  isTab(route: string): boolean {
    return (this.deps.pack.app.tabBar?.list ?? []).some(({ pagePath }) => pagePath === route)
  }

  /** The page that a component belongs to. */
  of(caller: Caller): PageRecord | null {
    const element = caller._$.$$ as unknown as Element | undefined
    const wrapper = element?.closest?.('.host-page')
    return this.stack.find(page => page.wrapper === wrapper) ?? this.opening
  }

  isSeen(page: PageRecord): boolean {
    return this.visible && !page.gone && (page === this.front || page === this.opening)
  }

  /** Resolves what a page calls another: from the root, or from the page in front. */
  address(url: string): { route: string; query: Record<string, string> } {
    const [path = '', search = ''] = url.split('?')
    const from = path.startsWith('/') || !this.front ? '' : this.front.route.replace(/[^/]+$/, '')
    const query = search
      .split('&')
      .filter(Boolean)
      .map(pair => pair.split('=').map(part => decodeURIComponent(part)))
      .map(([name = '', value = '']) => [name, value])
    return { route: normalize(from + path), query: Object.fromEntries(query) }
  }

  /** @throws WxFailure when there are ten pages already or there is no such page */
  push(url: string) {
    const { route, query } = this.known(url)
    if (this.stack.length >= STACK_LIMIT) throw new WxFailure('webview count limit exceed')
    this.hideFront()
    this.open(route, query)
  }

  replace(url: string) {
    const { route, query } = this.known(url)
    this.close(1)
    this.open(route, query)
  }

  restart(url: string) {
    const { route, query } = this.known(url)
    this.close(this.stack.length)
    this.open(route, query)
  }

  back(delta: number) {
    if (this.stack.length < 2) throw new WxFailure('cannot navigate back at first page.')
    this.close(Math.min(delta, this.stack.length - 1))
    this.showFront()
  }

  /** Calls a method of the page in front, if it has it. */
  call(name: string, ...args: unknown[]): unknown {
    const page = this.front
    return page ? this.callOn(page, name, ...args) : undefined
  }

  hideFront() {
    const page = this.front
    if (!page) return
    page.scrollTop = window.scrollY
    this.callOn(page, 'onHide')
    page.root.getComponent().triggerPageLifetime('hide', [])
    this.display(page, false)
  }

  showFront() {
    const page = this.front
    if (!page) return
    this.display(page, true)
    window.scrollTo(0, page.scrollTop)
    this.callOn(page, 'onShow')
    page.root.getComponent().triggerPageLifetime('show', [])
  }

  close(count: number) {
    for (const page of this.stack.splice(this.stack.length - count, count).reverse()) {
      this.callOn(page, 'onUnload')
      page.gone = true
      page.root.release()
      page.wrapper.remove()
      for (const style of page.styles) style.remove()
    }
  }

  private known(url: string) {
    const address = this.address(url)
    if (!this.isDeclared(address.route)) throw new WxFailure(`page "${address.route}" is not found`)
    return address
  }

  private open(route: string, query: Record<string, string>) {
    const { backend, faults, load, pack, space } = this.deps
    const wrapper = document.createElement('div')
    wrapper.className = 'host-page'
    wrapper.dataset.route = route
    const config = { ...pack.app.window, ...pack.configs[route] }
    const page = { route, visit: ++this.visits, query, config, wrapper, styles: [], scrollTop: 0, gone: false }
    const record = page as unknown as PageRecord
    this.opening = record
    backend.styleSink = record.styles
    faults.guard(`page ${route}`, () => {
      load(route)
      record.root = space.createPage(route)
      record.caller = record.root.get() as unknown as Caller
      Object.assign(record.caller, { route, __route__: route, options: query })
      this.stack.push(record)
      const place = document.createElement('div')
      wrapper.append(place)
      document.body.append(wrapper)
      record.root.attach(wrapper as never, place as never)
      this.opening = null
      window.scrollTo(0, 0)
      this.callOn(record, 'onLoad', query)
      this.callOn(record, 'onShow')
      record.root.getComponent().triggerPageLifetime('show', [])
      window.setTimeout(() => {
        if (!record.gone) this.callOn(record, 'onReady')
      }, 0)
    })
    this.opening = null
  }

  private callOn(page: PageRecord, name: string, ...args: unknown[]): unknown {
    const method = page.caller[name]
    if (typeof method !== 'function') return undefined
    return this.deps.faults.guard(`${name} of ${page.route}`, () => method.apply(page.caller, args))
  }

  private display(page: PageRecord, shown: boolean) {
    page.wrapper.hidden = !shown
    for (const style of page.styles) style.media = shown ? 'all' : 'not all'
  }
}
