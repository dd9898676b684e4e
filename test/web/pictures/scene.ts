import { demoApp } from '../../../server/sandbox/index.ts'
import type { PhoneOptions, Target } from '../../support/weapp/index.ts'

export const STATES = ['loading', 'value', 'empty', 'stale', 'failed'] as const
export type State = (typeof STATES)[number]

export const TARGETS = ['weapp', 'h5'] as const
export type TargetName = (typeof TARGETS)[number]

/** What stands between the app and the server: nothing, a server that never answers, or none. */
export type Line = 'open' | 'hanging' | 'down'

export type Act = { tap: Target } | { type: Target; text: string }

/** One thing to take pictures of. */
export interface Scene {
  page: string
  state: State
  /** Null has not signed in. */
  person: string | null
  path: string
  line: Line
  /** The person has seen the page before, when all was well. */
  isKnown?: boolean
  /** Done before the picture, in this order. */
  act?: readonly Act[]
  /** A sheet is fixed to the window's edge, so its picture is as long as the window. */
  isSheet?: boolean
  only?: TargetName
  /** What the person says to WeChat's question about privacy; agreed long ago where nothing is said. */
  privacy?: PhoneOptions['privacy']
}

export const ADMIN = 'admin'
export const STRANGER = 'stranger'

export const app = {
  big: demoApp.freshShop,
  /** Released, and nobody came. */
  silent: demoApp.silent,
  /** All its reports fail on WeChat's side. */
  failing: demoApp.flowers,
  /** Its yesterday is computed late in the evening. */
  late: demoApp.bus,
  /** Bound by nobody, with a secret that can be mistyped. */
  free: demoApp.cafe,
}

/** By class, so that a scene can be played in every language. */
export const at = (selector: string): Target => ({ selector })
export const tap = (selector: string): Act => ({ tap: at(selector) })

/** A page inside an app in every state. */
export function inApp(page: string, path: string): Scene[] {
  const of = ({ appid }: { appid: string }) => `${path}?appid=${appid}`
  return [
    { page, state: 'loading', person: ADMIN, path: of(app.big), line: 'hanging' },
    { page, state: 'value', person: ADMIN, path: of(app.big), line: 'open' },
    { page, state: 'empty', person: ADMIN, path: of(app.silent), line: 'open' },
    { page, state: 'stale', person: ADMIN, path: of(app.big), line: 'down', isKnown: true },
    { page, state: 'failed', person: ADMIN, path: of(app.failing), line: 'open' },
  ]
}

/** A report of the big app after these taps, at its whole length. */
export function after(page: string, report: string, ...act: Act[]): Scene {
  const path = `/reports/${report}/index?appid=${app.big.appid}`
  return { page, state: 'value', person: ADMIN, path, line: 'open', act }
}

/** The same with a sheet open. */
export const sheet = (page: string, report: string, ...act: Act[]): Scene => ({
  ...after(page, report, ...act),
  isSheet: true,
})
