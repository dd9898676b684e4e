import { pathOf } from '../clean.ts'
import { quietly } from '../guard.ts'
import type { Host, Life } from '../port.ts'
import type { Context } from '../wire.ts'
import { base, TIMEOUT } from './base.ts'

/** Browsers: the history, the visibility and the end of the page tell. */
export const web = (): Host =>
  Object.assign(
    {
      shared: true,
      start(life) {
        life.launch({ referrer: document.referrer })
        if (!document.hidden) life.show()
        listen(life)
      },
      context: () => ({ platform: platformOf(navigator.userAgent) }),
      read: key => quietly(() => localStorage.getItem(key)),
      write(key, value) {
        localStorage.setItem(key, value)
      },
      post(url, body, answered) {
        const request = new XMLHttpRequest()
        request.open('POST', url)
        request.timeout = TIMEOUT
        // a plain text asks no other origin for leave first
        request.setRequestHeader('content-type', 'text/plain')
        request.onloadend = () => quietly(() => answered(request.status, request.getResponseHeader('retry-after')))
        request.send(body)
      },
      beacon(url, body) {
        navigator.sendBeacon(url, body)
      },
    } as Host,
    base,
  )

/** The first that a browser says of itself: an iPhone is, later on, like a Mac. */
function platformOf(agent: string): Context['platform'] {
  const [name] = /iP|Android|Windows|Mac/.exec(agent) || ['']
  return (name === 'iP' ? 'ios' : name.toLowerCase() || undefined) as Context['platform']
}

function listen(life: Life) {
  let seen: string | undefined
  const look = () => {
    const [, hash] = /^#(\/.*)/.exec(location.hash) || []
    const path = pathOf(hash || location.pathname)
    if (path !== seen) life.view(path)
    seen = path
  }
  const on = (target: EventTarget, name: string, run: () => void) => target.addEventListener(name, () => quietly(run))
  for (const name of ['pushState', 'replaceState'] as const) {
    const own = history[name]
    history[name] = function (...args) {
      own.apply(this, args)
      quietly(look)
    }
  }
  on(window, 'popstate', look)
  on(window, 'pageshow', life.show)
  on(window, 'pagehide', () => life.hide(true))
  on(document, 'visibilitychange', () => (document.hidden ? life.hide() : life.show()))
  look()
}
