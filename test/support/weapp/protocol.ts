/** What crosses between the test (Node) and the host (jsdom or Chromium). Plain JSON only. */

export type Theme = 'light' | 'dark'

/** How a thing on the screen is named. Text is the visible text with white space folded; `part` looks for a piece of it. */
export type Target =
  | { text: string }
  | { part: string }
  | { role: string; name?: string; part?: string }
  | { selector: string }

export type Privacy = 'agreed' | 'agrees' | 'refuses'

export interface PhoneSettings {
  /** Address of the test's server; a build without a server address of its own calls this one. */
  server: string
  theme: Theme
  /** As WeChat names it, `zh_CN` or `en`. */
  language: string
  width: number
  height: number
  pixelRatio: number
  /** The person's text size in px, 16 is usual. */
  fontSize: number
  /** Of the launch, 1001 is the list of recent mini programs. */
  scene: number
  /** The page of the mini program code that the person scans when asked to; without it the person thinks better of it. */
  scans?: string
  /** Key → JSON text. */
  storage: Record<string, string>
  /** Bytes of one setData above which it is a fault. */
  setDataLimit: number
  /** What the person says to WeChat's question about privacy: agreed long ago, or asked now. */
  privacy: Privacy
  /** The picture that the person has in WeChat, in base64. */
  picture: string
  /** Functions of `wx` that an old WeChat does not have. */
  absent: readonly string[]
  /** Function of `wx` → why it fails: `fail auth deny` of a person who said no is `auth deny` here. */
  refuses: Readonly<Record<string, string>>
  /** False in jsdom, which lays nothing out: style sheets are left away and every box has an assumed size. */
  layout: boolean
}

export type FaultKind =
  | 'api'
  | 'component'
  | 'console'
  | 'declaration'
  | 'element'
  | 'error'
  | 'handler'
  | 'page'
  | 'set-data'
  | 'tap'
  | 'timer'

export interface Fault {
  kind: FaultKind
  message: string
  /** Route of the page in front, empty before the first. */
  page: string
}

/** One call of setData. */
export interface SetDataCall {
  page: string
  /** Which opening of the page, counted from 1. */
  visit: number
  /** `page`, or the path of the component that called. */
  owner: string
  /** Of the JSON, in UTF-8. */
  bytes: number
  keys: number
  /** The first path that it set. */
  path: string
  /** The page was not in front, or the app was in the background. */
  hidden: boolean
  /** Answers of the network that had come before it. */
  answered: number
}

/** Something that a finger can act on. */
export interface Control {
  ref: number
  /** Its `aria-role`, or what a built-in is by itself. */
  role: string
  name: string
  className: string
  /** What is around it: the name of the dialog and of the group that it stands in, both empty without one. */
  dialog: string
  group: string
  /** It says that it cannot be used now. */
  disabled: boolean
  /** A tap on it reaches no handler. */
  dead: boolean
}

export interface PendingTimer {
  kind: 'timeout' | 'interval'
  /** ms */
  delay: number
  /** File that set it. */
  module: string
  /** Route of the page in front when it was set, empty for the app. */
  page: string
  /** That page is closed. */
  orphan: boolean
}

export interface PhoneStats {
  setData: SetDataCall[]
  timers: PendingTimer[]
  /** Name of a `wx` function → calls. */
  calls: Record<string, number>
}

export interface BridgeRequest {
  id: number
  url: string
  method: string
  headers: Record<string, string>
  body: string | { base64: string } | null
  /** ms */
  timeout: number
}

export type BridgeAnswer =
  | { status: number; headers: Record<string, string>; cookies: string[]; base64: string }
  | { failure: string }

/** What the host asks of the test. */
export interface Bridge {
  request: (request: BridgeRequest) => Promise<BridgeAnswer>
  abort: (id: number) => Promise<void>
  /** A code for `POST /session`, null when WeChat gives none. */
  login: () => Promise<string | null>
}

/** What the test asks of the host; arguments and answers are JSON. */
export interface Remote {
  launch: (url: string) => Promise<void>
  stack: () => string[]
  locate: (target: Target) => number | null
  textOf: (ref: number | null) => string
  attribute: (ref: number, name: string) => string | null
  tap: (ref: number) => void
  longPress: (ref: number) => void
  type: (ref: number, text: string, confirm: boolean) => void
  pick: (ref: number, value: unknown) => void
  /** Puts another picture, in base64, where WeChat offers the person's own. */
  setPicture: (base64: string) => void
  swipe: (ref: number, direction: 'left' | 'right') => void
  /** CSS selector that finds the element again, for a browser driver. */
  mark: (ref: number) => string
  back: () => Promise<void>
  pullDown: () => Promise<void>
  reachBottom: () => void
  /** px from the page's upper edge; only where there is a layout. */
  scroll: (top: number) => void
  share: () => Promise<unknown>
  setOnline: (online: boolean) => void
  setTheme: (theme: Theme) => void
  hide: () => void
  show: () => void
  storage: () => Record<string, string>
  /** Everything on the page in front that a finger can act on. */
  controls: () => Control[]
  /** The text of a file that the mini program wrote or downloaded. */
  file: (path: string) => string
  /** Closes every page, as the end of the mini program does. */
  leave: () => Promise<void>
  faults: () => Fault[]
  stats: () => PhoneStats
  /** What still runs: requests, calls of `wx`, timers of 50 ms and less. */
  busy: () => number
  /** Everything that `wx` showed or sent: toasts, modals, titles, shares. */
  shown: () => { name: string; options: unknown }[]
}
