import type { Bridge, PhoneSettings, Remote } from '../protocol.ts'
import { boot } from './boot.ts'
import type { LoadedPackage } from './package.ts'

/** Entry of the script that runs in the window of a phone: the compiled package is there already. */
interface PhoneWindow {
  __weapp: LoadedPackage
  __bootPhone: (settings: PhoneSettings, bridge: Bridge) => Remote
}

const phoneWindow = globalThis as unknown as PhoneWindow
phoneWindow.__bootPhone = (settings, bridge) => boot(phoneWindow.__weapp, settings, bridge)
