import { cut, pathOf, propsOf } from './clean.ts'
import type { Host, Life, Opening } from './port.ts'
import { createQueue, SESSION_GAP } from './queue.ts'
import { createSender } from './sender.ts'
import type { EventType, Identity, WireEvent } from './wire.ts'

/** As many open events are sent at once. */
const FULL = 20
/** An event waits at most this long for others. ms */
const PATIENCE = 5000

export interface TrackerOptions {
  /** Write key of the app, `wk_…`. */
  key: string
  /** Address of the server, with or without `/collect/v1`. */
  url: string
  /**
   * `required`: nothing is sent or stored before `consent(true)`. `granted`: the app has the person's consent already.
   * There is no default: without it nothing is ever sent.
   */
  consent: 'required' | 'granted'
  /** `reportEvent` calls `wx.reportEvent` as well. */
  reportEvent?: boolean
}

export interface Tracker {
  /** The person's word; it is remembered on the device. No also forgets what was not sent, and who it was. */
  consent(word: boolean): void
  /** Something of the app's own. At most 20 props: texts, numbers, booleans. */
  track(name: string, props?: object): void
  /** @param amountFen whole 分 */
  purchase(amountFen: number, props?: object): void
  /** Names the visitor, and by that also what was sent before. Not kept on the device. */
  identify(identity: Identity): void
  /** The same as `wx.reportEvent`, recorded with us; passed on as well where `init` was told so. */
  reportEvent(name: string, data?: object): void
  /** A scene of a game, a screen of an app without pages. */
  view(name: string): void
}

/** What an app can say and what its host tells of it; nothing leaves before the consent is there. */
export function createTracker(host: Host, options: TrackerOptions): Tracker {
  const queue = createQueue(host)
  const identity: Identity = {}
  const url = options.url.replace(/(\/collect\/v1)?\/*$/, '/collect/v1')
  const sender = createSender(host, queue, url, options.key, identity)
  const { c: said } = queue.open()
  // what the person once refused stays refused, whatever the app says
  let word = said === 0 ? false : options.consent === 'granted' || said === 1 || undefined
  let isVisible = false
  let isWaiting = false
  let hiddenAt = host.now()
  let path: string | undefined
  let since: number | undefined
  let isResumed = false

  const send = (all?: boolean) => word && sender.flush(all)
  const event = (type: EventType, fields: Partial<WireEvent>) => {
    if (word === false) return
    queue.add(type, fields, host.now())
    if (queue.open().e.length >= FULL) send(true)
    if (isWaiting) return
    isWaiting = true
    host.later(() => {
      isWaiting = false
      send(true)
    }, PATIENCE)
  }
  const opened = (type: 'launch' | 'show', { scene, referrer, referrerInfo = {} }: Opening = {}) => {
    const from = referrer || referrerInfo.appId
    event(type, { scene, referrer: from && pathOf(from) })
  }
  const leave = () => {
    if (since !== undefined) event('leave', { path, stayMs: Math.max(0, host.now() - since) })
    since = undefined
  }
  const custom = (name: unknown, given: unknown) => {
    if (name) event('custom', { path, name: cut(name, 64), props: propsOf(given) })
  }

  const life: Life = {
    launch: opening => opened('launch', opening),
    show(opening) {
      if (isVisible) return
      isVisible = true
      opened('show', opening)
      if (!path) return
      // a new session begins with a view
      if (!host.pages && host.now() - hiddenAt >= SESSION_GAP) return life.view(path)
      since = host.now()
      isResumed = true
    },
    hide(isLast) {
      if (isVisible) {
        isVisible = false
        leave()
        hiddenAt = host.now()
        event('hide', {})
      }
      if (isLast === true && word) sender.last()
      else send(true)
    },
    view(name) {
      const before = path
      const next = pathOf(name)
      // the page that the person came back to says so itself: its clock only just started again
      if (!isResumed || next !== before) leave()
      isResumed = false
      path = next
      since = host.now()
      event('view', { path, referrer: before })
    },
    leave: name => {
      if (pathOf(name) === path) leave()
    },
    share: () => event('share', { path: path || '/' }),
  }

  if (word) queue.keep()
  host.start(life)
  return {
    consent(given) {
      word = !!given
      if (!word) return queue.refuse()
      queue.keep(1)
      send(true)
    },
    track: custom,
    reportEvent(name, data) {
      custom(name, data)
      if (options.reportEvent && word && host.reportEvent) host.reportEvent(name, data || {})
    },
    purchase(amountFen, props) {
      const amount = Math.round(amountFen)
      if (amount >= 0) event('purchase', { path, amountFen: amount, props: propsOf(props) })
    },
    identify({ openid, unionid }) {
      if (openid) identity.openid = openid
      if (unionid) identity.unionid = unionid
    },
    view: life.view,
  }
}
