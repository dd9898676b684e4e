import type { PhoneSettings, Remote } from '../protocol.ts'
import type { NodeBridge } from './bridge.ts'

export type RemoteName = keyof Remote
export type RemoteAnswer<N extends RemoteName> = Awaited<ReturnType<Remote[N]>>

/** Where a phone runs: a window of jsdom, or a page of Chromium. */
export interface Surface {
  call: <N extends RemoteName>(name: N, ...args: Parameters<Remote[N]>) => Promise<RemoteAnswer<N>>
  /** A finger on an element; the browser's own where there is one. */
  tap: (ref: number) => Promise<void>
  type: (ref: number, text: string, confirm: boolean) => Promise<void>
  setTheme: (theme: PhoneSettings['theme']) => Promise<void>
  screenshot: (path: string, isWhole: boolean) => Promise<void>
  /** What the window itself reported: uncaught errors, warnings of the engine. */
  faults: () => string[]
  close: () => Promise<void>
}

export interface SurfaceOptions {
  /** The package and the host, as script. */
  scripts: readonly string[]
  settings: PhoneSettings
  bridge: NodeBridge
}
