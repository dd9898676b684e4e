import type { Remote } from '../protocol.ts'
import { later, WxFailure } from './call.ts'
import type { HostContext } from './context.ts'
import { controlsOf, locate, nameOf, Refs } from './locate.ts'
import { shareFrom } from './share.ts'

export interface RemoteDeps {
  launch: (url: string) => void
  calls: Record<string, number>
}

const REFRESH_WITHIN = 10_000

/** What a person, the phone and the test can do to the mini program. */
export function createRemote(host: HostContext, { launch, calls }: RemoteDeps): Remote {
  const { pages, faults, gestures, timers, emitter, settings } = host
  const refs = new Refs()
  const inFront = () => pages.front?.wrapper ?? document.body
  const tell = (ref: number, name: string, detail: unknown) =>
    void refs.get(ref).dispatchEvent(new CustomEvent(`host:${name}`, { detail }))
  const touch = (ref: number, act: (element: HTMLElement) => void) => {
    const element = refs.get(ref)
    if (!gestures.reaches(element)) faults.add('tap', `a tap on "${nameOf(element)}" reaches no handler`)
    act(element)
  }

  return {
    launch: async url => {
      await later()
      launch(url)
      await later()
    },
    stack: () => pages.stack.map(({ route, query }) => withQuery(route, query)),
    locate: target => {
      const found = locate(inFront(), target)
      return found ? refs.of(found) : null
    },
    textOf: ref => nameOf(ref === null ? inFront() : refs.get(ref), true),
    attribute: (ref, name) => refs.get(ref).getAttribute(name),
    tap: ref => touch(ref, element => gestures.tap(element)),
    longPress: ref => touch(ref, element => gestures.longPress(element)),
    type: (ref, text, confirm) => {
      const field = refs.get(ref) as HTMLInputElement
      if (!('value' in field) || field.disabled) throw new Error(`nothing can be typed into "${nameOf(field)}"`)
      field.dispatchEvent(new window.Event('focus'))
      field.value = field.maxLength > 0 ? text.slice(0, field.maxLength) : text
      field.dispatchEvent(new window.Event('input', { bubbles: true }))
      if (confirm) field.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
      field.dispatchEvent(new window.Event('blur'))
    },
    pick: (ref, value) => tell(ref, 'pick', value),
    setPicture: base64 => {
      settings.picture = base64
    },
    swipe: (ref, direction) => tell(ref, 'swipe', direction),
    mark: ref => refs.mark(ref),
    back: async () => {
      await later()
      if (pages.stack.length > 1) pages.back(1)
      else throw new WxFailure('cannot navigate back at first page.')
      await later()
    },
    pullDown: () => pullDown(host, inFront()),
    reachBottom: () => void pages.call('onReachBottom'),
    scroll: top => window.scrollTo(0, top),
    share: () => shareFrom(host, { from: 'menu' }),
    setOnline: online => {
      host.network.online = online
      emitter.emit('NetworkStatusChange', { isConnected: online, networkType: online ? 'wifi' : 'none' })
    },
    setTheme: theme => {
      settings.theme = theme
      emitter.emit('ThemeChange', { theme })
    },
    hide: () => {
      pages.visible = false
      pages.call('onHide')
      faults.guard('onHide of the app', () => host.app().onHide?.())
      emitter.emit('AppHide', { reason: 0 })
    },
    show: () => {
      pages.visible = true
      const options = { path: pages.front?.route ?? '', query: pages.front?.query ?? {}, scene: settings.scene }
      faults.guard('onShow of the app', () => host.app().onShow?.(options))
      emitter.emit('AppShow', options)
      pages.call('onShow')
    },
    storage: () => host.storage.snapshot(),
    controls: () =>
      controlsOf(inFront()).map(({ element, ...control }) => ({
        ...control,
        ref: refs.of(element),
        dead: !gestures.reaches(element),
      })),
    file: path => host.files.text(path),
    leave: async () => {
      await later()
      pages.close(pages.stack.length)
      await later()
    },
    faults: () => [...faults.list],
    stats: () => ({ setData: [...host.setData.calls], timers: timers.pending(), calls: { ...calls } }),
    busy: () => host.running.count + timers.soon(),
    shown: () => host.shown.map(({ name, options }) => ({ name, options: plain(options) })),
  }
}

function withQuery(route: string, query: Record<string, string>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return pairs.length > 0 ? `/${route}?${pairs.join('&')}` : `/${route}`
}

/** Functions and elements cannot leave the host. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

/** Pulls at the page when it allows that, else at the first scroll view that does; waits until the page says that it is done. */
async function pullDown(host: HostContext, root: HTMLElement) {
  const page = host.pages.front
  const refresher = root.querySelector('scroll-view[refresher-enabled]')
  if (page?.config.enablePullDownRefresh) {
    const before = stops(host)
    host.pages.call('onPullDownRefresh')
    const deadline = performance.now() + REFRESH_WITHIN
    while (stops(host) === before) {
      if (performance.now() > deadline) {
        host.faults.add('page', `${page.route} never called wx.stopPullDownRefresh`)
        return
      }
      await later()
    }
  } else if (refresher) refresher.dispatchEvent(new CustomEvent('host:refresh'))
  else throw new Error(`${page?.route} cannot be pulled down`)
}

const stops = (host: HostContext) => host.shown.filter(({ name }) => name === 'stopPullDownRefresh').length
