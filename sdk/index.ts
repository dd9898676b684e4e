import { type HostName, hostFor } from './detect.ts'
import { quietly } from './guard.ts'
import type { Host } from './port.ts'
import { createTracker, type Tracker, type TrackerOptions } from './tracker.ts'

export type { HostName } from './detect.ts'
export type { Answered, Host, Life, Opening } from './port.ts'
export type { Tracker, TrackerOptions } from './tracker.ts'
export type * from './wire.ts'

export interface InitOptions extends TrackerOptions {
  /** Found out where absent. */
  host?: HostName | Host
}

let tracker: Tracker | undefined

/**
 * Begins to measure, once; call it before `App(…)`. Without key, url and consent nothing is measured, and one line says so.
 * Nothing here ever throws or waits.
 */
export function init(options: InitOptions): void {
  quietly(() => {
    if (tracker) return
    const { key, url, consent: word, host } = options || ({} as InitOptions)
    const found = hostFor(host)
    if (key && url && found && /^(required|granted)$/.test(word)) tracker = createTracker(found, options)
    // biome-ignore lint/suspicious/noConsole: the one line for the developer of the app
    else console.warn('data-assistant: off, no key, url or consent')
  })
}

const passed =
  <K extends keyof Tracker>(name: K): Tracker[K] =>
  (...args: unknown[]) => {
    quietly(() => tracker && (tracker[name] as (...args: unknown[]) => void)(...args))
  }

export const consent = passed('consent')
export const track = passed('track')
export const purchase = passed('purchase')
export const identify = passed('identify')
export const reportEvent = passed('reportEvent')
export const view = passed('view')
