import type { Browser } from 'playwright-core'
import { dateAhead } from '../clock-ahead.ts'
import { hostScript } from './host-script.ts'
import { type CompiledPackage, compilePackage } from './package/compile.ts'
import type { SourceFiles } from './package/read.ts'
import { createBridge } from './phone/bridge.ts'
import { openInChromium } from './phone/chromium-surface.ts'
import { openInJsdom } from './phone/jsdom-surface.ts'
import { Phone } from './phone/phone.ts'
import type { PhoneSettings, Privacy, Theme } from './protocol.ts'

export type { CloseOptions, Phone } from './phone/phone.ts'
export type { Control, Fault, PendingTimer, PhoneStats, SetDataCall, Target } from './protocol.ts'

const KB = 1024
/** One grey pixel. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='

export interface PhoneOptions {
  /** Folder of a built mini program, or the files of a made-up one. */
  dist: string | SourceFiles
  /** Address of the server of the test, on this machine. */
  server?: string
  /** Mints a code for `POST /session`; null is a WeChat that gives none. */
  login?: () => string | null | Promise<string | null>
  theme?: Theme
  language?: 'zh_CN' | 'en'
  width?: number
  height?: number
  fontSize?: number
  scene?: number
  /** What the person says to WeChat's question about privacy; agreed long ago where a test says nothing. */
  privacy?: Privacy
  /** The page of the mini program code that the person scans when asked to; without it the person thinks better of it. */
  scans?: string
  /** The picture that the person has in WeChat. */
  picture?: Buffer
  /** Of an earlier phone of the same person (`phone.storage()`). */
  storage?: Record<string, string>
  /** Bytes of one setData above which it is a fault. */
  setDataLimit?: number
  /** Functions of `wx` that an old WeChat does not have. */
  absent?: readonly string[]
  /** Function of `wx` → why it fails, as `auth deny`. */
  refuses?: Readonly<Record<string, string>>
  /** Opens the phone in Chromium, for pictures and real touches; without one it runs in jsdom. */
  browser?: Browser
  /** Draws Chinese with a real font (Chromium). */
  font?: boolean
  /** How far its clock is ahead of the machine's. ms */
  ahead?: number
}

/** A phone with the mini program installed and not yet opened. */
export async function openPhone(options: PhoneOptions): Promise<Phone> {
  const { script, faults } = compiled(options.dist)
  const settings: PhoneSettings = {
    server: options.server ?? 'http://127.0.0.1:9',
    theme: options.theme ?? 'light',
    language: options.language ?? 'zh_CN',
    width: options.width ?? 390,
    height: options.height ?? 844,
    pixelRatio: options.font ? 2 : 1,
    fontSize: options.fontSize ?? 16,
    scene: options.scene ?? 1001,
    storage: options.storage ?? {},
    privacy: options.privacy ?? 'agreed',
    picture: options.picture?.toString('base64') ?? PICTURE,
    ...(options.scans === undefined ? {} : { scans: options.scans }),
    setDataLimit: options.setDataLimit ?? 64 * KB,
    absent: options.absent ?? [],
    refuses: options.refuses ?? {},
    layout: options.browser !== undefined,
  }
  const bridge = createBridge(options.login ?? (() => null))
  const { browser, font, ahead } = options
  const clock = ahead === undefined ? [] : [dateAhead(ahead)]
  const surfaceOptions = { scripts: [...clock, script, await hostScript()], settings, bridge }
  const surface = browser
    ? await openInChromium({
        ...surfaceOptions,
        browser,
        ...(font === undefined ? {} : { font }),
      })
    : await openInJsdom(surfaceOptions)
  return new Phone(surface, bridge, settings, faults)
}

const builds = new Map<string, CompiledPackage>()

/** A build is compiled once a process. */
function compiled(dist: string | SourceFiles): CompiledPackage {
  if (typeof dist !== 'string') return compilePackage(dist)
  const known = builds.get(dist) ?? compilePackage(dist)
  builds.set(dist, known)
  return known
}
