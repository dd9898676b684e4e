import type { Bridge, PhoneSettings, Remote } from '../protocol.ts'
import { boot } from './boot.ts'
import type { LoadedPackage } from './package.ts'

/** What the script that runs in the window of a phone finds there and leaves there; the compiled package is there already. */
export interface PhoneWindow {
  __weapp: LoadedPackage
  __bootPhone: (settings: PhoneSettings, bridge: Bridge) => Remote
  /** For a browser, whose bridge is made of functions that the test exposes to the page. */
  __startPhone: (settings: PhoneSettings) => void
  __remote: Remote
  __bridgeRequest: Bridge['request']
  __bridgeAbort: Bridge['abort']
  __bridgeLogin: Bridge['login']
}

const phone = globalThis as unknown as PhoneWindow
phone.__bootPhone = (settings, bridge) => boot(phone.__weapp, settings, bridge)
phone.__startPhone = settings => {
  phone.__remote = phone.__bootPhone(settings, {
    request: request => phone.__bridgeRequest(request),
    abort: id => phone.__bridgeAbort(id),
    login: () => phone.__bridgeLogin(),
  })
}
