import { JSDOM } from 'jsdom'
import type { Sdk } from '../bundled.ts'
import { sdkScript } from '../bundled.ts'
import type { Device, HostRow } from './device.ts'

/** A page in a browser, with the network of the device. */
export async function openPage(device: Device, url = 'https://shop.example.com/a', referrer = '') {
  const { window } = new JSDOM('', { url, runScripts: 'outside-only', ...(referrer && { referrer }) })
  const beacons: string[] = []
  let isHidden = false
  for (const [key, value] of device.storage) window.localStorage.setItem(key, value)
  const world = {
    ...device.world,
    XMLHttpRequest: xhrOf(device),
    exports: {} as Sdk,
  }
  Object.assign(window, { world })
  Object.defineProperty(window.document, 'hidden', { get: () => isHidden })
  Object.defineProperty(window.navigator, 'sendBeacon', { value: (_url: string, body: string) => beacons.push(body) })
  const names = Object.keys(world)
  window.eval(`(function (${names}) { ${await sdkScript()} })(${names.map(name => `world.${name}`)})`)
  const keep = () => {
    for (let index = 0; index < window.localStorage.length; index += 1) {
      const key = window.localStorage.key(index) ?? ''
      device.storage.set(key, window.localStorage.getItem(key) ?? '')
    }
  }
  const turn = (hidden: boolean) => {
    isHidden = hidden
    window.document.dispatchEvent(new window.Event('visibilitychange'))
    keep()
  }
  return {
    sdk: world.exports,
    window,
    beacons,
    hide: () => turn(true),
    show: () => turn(false),
    go: (path: string) => window.history.pushState({}, '', path),
    leave: () => void window.dispatchEvent(new window.Event('pagehide')),
    keep,
  }
}

function xhrOf(device: Device) {
  return class {
    status = 0
    timeout = 0
    private retryAfter: string | null = null
    readonly headers: Record<string, string> = {}
    onloadend: () => void = () => undefined
    open() {}
    setRequestHeader(name: string, value: string) {
      this.headers[name] = value
    }
    getResponseHeader() {
      return this.retryAfter
    }
    send(body: string) {
      if (this.headers['content-type'] !== 'text/plain') throw new Error('another origin would be asked first')
      const answer = device.take(body)
      this.status = answer?.status ?? 0
      this.retryAfter = answer?.retryAfter ?? null
      this.onloadend()
    }
  }
}

export const webRow: HostRow = {
  name: 'a web app',
  async install(device) {
    const page = await openPage(device)
    return {
      device,
      sdk: page.sdk,
      open: () => undefined,
      go: name => page.go(`/${name}?token=secret`),
      hide: page.hide,
      show: page.show,
    }
  },
}
