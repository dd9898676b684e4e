import type { SandboxFault } from './desks/faults.ts'
import type { TrafficModel } from './traffic/model.ts'

/** What an account can be; only `miniprogram` may read the mini program reports. */
export type SandboxKind = 'miniprogram' | 'minigame' | 'official'

/** One account of the emulated platform. Everything after `name` is optional and can be changed while it runs. */
export interface SandboxApp {
  /** `wx` and 16 hex digits; anything else is refused as 40013. */
  appid: string
  secret: string
  kind: SandboxKind
  /** Name as the public platform would show it. */
  name: string
  /** How its visits come about; absent or null = an app without any data. */
  traffic?: TrafficModel | null
  /** Epoch ms at which an app that is always young was new; the start of the sandbox unless named. */
  youngSince?: number
  /** 40243 at the token and login endpoints. */
  secretFrozen?: boolean
  /** 50007 everywhere. */
  accountFrozen?: boolean
  /** When set, token endpoints answer 40164 to callers that are not in the list. */
  ipWhitelist?: string[] | null
  /** 48001: for every business call (`true`) or for these paths. */
  refused?: boolean | string[]
  /** Calls a China day and path before 45009. */
  dailyQuota?: number
  /** Calls a minute and path before 45011. */
  minuteQuota?: number
  /** China time `HH:MM` at which yesterday is computed; 61503 before. Default 09:30. */
  readyAt?: string
  /** The same for the portrait. Default 15:00. */
  portraitReadyAt?: string
}

/** One call that reached the emulator (the control paths are not listed). */
export interface SandboxCall {
  /** Epoch ms on the sandbox's clock. */
  at: number
  method: string
  path: string
  appid: string | null
  /** Parsed JSON where it was JSON, else the text, else null. The AppSecret is blotted out. */
  body: unknown
  /** 0 for success, null when no WeChat answer went out (transport faults, 5xx, HTML). */
  errcode: number | null
}

export interface SandboxOptions {
  /** 0 = any free port. */
  port?: number
  host?: string
  /** Epoch ms. */
  now?: () => number
  /** Every answer of the API waits this long (real milliseconds). */
  latencyMs?: number
  apps?: readonly SandboxApp[]
  /** Address under which callers appear, for the IP whitelist. */
  callerIp?: string
}

/** What `wx.login()` would hand to the client. */
export interface CodeRequest {
  /** Only this app may redeem the code; absent = any. */
  appid?: string
  /** Absent = derived from `person` and the redeeming app. */
  openid?: string
  unionid?: string
  /** A stable name: the same person has the same openid in an app on every login. */
  person?: string
}

export interface SandboxControls {
  calls: SandboxCall[]
  faults: FaultBoard
  /** Highest number of calls of an app that were under way at the same time. */
  peak(appid: string): number
  /** Empties `calls` and the peaks. */
  forget(): void
  mintCode(request?: CodeRequest): string
  /** Adds an account or changes settings of one. */
  configure(app: Partial<SandboxApp> & { appid: string }): void
  /** Stops the clock at an instant (epoch ms); null lets it run again. */
  setNow(now: number | null): void
  /** Milliseconds that each answer waits from now on. */
  setLatency(ms: number): void
}

export interface FaultBoard {
  add(fault: SandboxFault): void
  list(): readonly SandboxFault[]
  clear(): void
}

/** A running emulator with a socket. */
export interface Sandbox extends SandboxControls {
  url: string
  close(): Promise<void>
}
