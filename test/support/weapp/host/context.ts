import type { Bridge, PhoneSettings } from '../protocol.ts'
import type { Emitter } from './emitter.ts'
import type { Faults } from './faults.ts'
import type { Files } from './files.ts'
import type { Gestures } from './gestures.ts'
import type { Network } from './network.ts'
import type { LoadedPackage } from './package.ts'
import type { Pages } from './pages.ts'
import type { SetDataLog } from './set-data.ts'
import type { Storage } from './storage.ts'
import type { Timers } from './timers.ts'

/** The parts of one running mini program, handed to each group of `wx` functions and each built-in element. */
export interface HostContext {
  pack: LoadedPackage
  settings: PhoneSettings
  bridge: Bridge
  faults: Faults
  timers: Timers
  setData: SetDataLog
  emitter: Emitter
  network: Network
  storage: Storage
  files: Files
  pages: Pages
  gestures: Gestures
  /** What `wx` showed to the person or sent away. */
  shown: { name: string; options: unknown }[]
  /** Calls of `wx` that have not answered yet. */
  running: { count: number }
  app: () => AppInstance
}

/** What the mini program handed to `App()`. */
export interface AppInstance {
  onLaunch?: (options: unknown) => void
  onShow?: (options: unknown) => void
  onHide?: () => void
  onError?: (message: string) => void
  onPageNotFound?: (options: unknown) => void
  [name: string]: unknown
}
