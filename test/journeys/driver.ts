import type { Target } from '../support/weapp/index.ts'

export type { Target } from '../support/weapp/index.ts'

export interface ReopenOptions {
  /** Stands in for the token that the device kept, e.g. one that nobody knows. */
  token?: string
  /** The device has no network from the start. */
  offline?: boolean
}

/** A person in front of the app, on the phone or in a browser: what a journey may do, and nothing else. Every act waits for its end. */
export interface Driver {
  readonly platform: 'weapp' | 'h5'
  /** Opens the app at a page, `/reports/…?appid=…`. */
  open: (path: string) => Promise<void>
  /** Ends the app and opens it again with what the device kept. */
  reopen: (path: string, options?: ReopenOptions) => Promise<void>
  /** Address of the page in front. */
  path: () => Promise<string>
  /** Waits until something is on the screen. */
  see: (target: Target) => Promise<void>
  /** Waits until something is not on the screen any more. */
  gone: (target: Target) => Promise<void>
  /** Visible text with white space folded; of the whole page without a target. */
  text: (target?: Target) => Promise<string>
  tap: (target: Target) => Promise<void>
  type: (target: Target, text: string) => Promise<void>
  /** Taps what asks for a picture and gives it this one. */
  choosePicture: (target: Target, picture: Buffer) => Promise<void>
  back: () => Promise<void>
  /** Has the page read again: by pulling down on the phone, by the sheet behind the freshness badge in a browser. */
  refresh: () => Promise<void>
  /** Sends the invitation that stands on 授权, into a chat or as a link; answers the address of the page that it opens. */
  sendCard: () => Promise<string>
  /** Another person with a device of the same kind. */
  another: (person: string) => Promise<Driver>
  /** Everything that the device keeps of the app, as text. */
  kept: () => Promise<string>
  offline: (isOffline: boolean) => Promise<void>
  serverDown: (isDown: boolean) => Promise<void>
  /** Waits for the file that the app handed to the person: in a chat on the phone, as a download in a browser. */
  taken: () => Promise<{ name: string; text: string }>
  /** Announces what the browser or the host will complain of, where that belongs to the journey. */
  expectFault: (pattern: RegExp) => void
  /** Ends it. @throws when anything went wrong that nobody announced */
  finish: () => Promise<void>
}
