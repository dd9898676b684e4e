import { demoApp } from '../../../server/sandbox/index.ts'
import type { Target } from '../../support/weapp/index.ts'

export const STATES = ['loading', 'value', 'empty', 'stale', 'failed'] as const
export type State = (typeof STATES)[number]

export const TARGETS = ['weapp', 'h5'] as const
export type TargetName = (typeof TARGETS)[number]

/** What stands between the app and the server: nothing, a server that never answers, or none. */
export type Line = 'open' | 'hanging' | 'down'

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
  act?: readonly ({ tap: Target } | { type: Target; text: string })[]
  only?: TargetName
}

const ADMIN = 'admin'
const STRANGER = 'stranger'
const big = demoApp.freshShop.appid
/** Released, and nobody came. */
const silent = demoApp.silent.appid
/** All its reports fail on WeChat's side. */
const failing = demoApp.flowers.appid

const STEPPER: Target = { selector: '.da-step-t' }
const button = (part: string): Target => ({ role: 'button', part })

/** A page inside an app in every state. */
function inApp(page: string, path: string): Scene[] {
  const of = (appid: string) => `${path}?appid=${appid}`
  return [
    { page, state: 'loading', person: ADMIN, path: of(big), line: 'hanging' },
    { page, state: 'value', person: ADMIN, path: of(big), line: 'open' },
    { page, state: 'empty', person: ADMIN, path: of(silent), line: 'open' },
    { page, state: 'stale', person: ADMIN, path: of(big), line: 'down', isKnown: true },
    { page, state: 'failed', person: ADMIN, path: of(failing), line: 'open' },
  ]
}

function sheet(page: string, path: string, ...taps: Target[]): Scene {
  return { page, state: 'value', person: ADMIN, path, line: 'open', act: taps.map(tap => ({ tap })) }
}

const LIST = '/pages/apps/index?choose=1'
const BINDING = '/pages/binding/index'
const SIGN_IN = '/pages/signin/index'
const overview = `/reports/overview/index?appid=${big}`
const trend = `/reports/trend/index?appid=${big}`

/** Every page in every state that it has; `handoff` is the code of a browser that asks to be let in. */
export function scenesOf(handoff: string): Scene[] {
  const approve = `/pages/handoff/index?code=${handoff}`
  const wrongSecret = [
    { type: { role: 'textbox', name: 'AppID' }, text: demoApp.cafe.appid },
    { type: { role: 'textbox', name: 'AppSecret' }, text: '0'.repeat(32) },
    { type: { role: 'textbox', name: '名称' }, text: demoApp.cafe.name },
    { tap: { role: 'button', name: '绑定' } },
  ]
  return [
    { page: 'signin', state: 'loading', person: null, path: SIGN_IN, line: 'hanging', only: 'h5' },
    { page: 'signin', state: 'value', person: null, path: SIGN_IN, line: 'open' },
    { page: 'signin', state: 'failed', person: null, path: SIGN_IN, line: 'down' },
    { page: 'list', state: 'loading', person: ADMIN, path: LIST, line: 'hanging' },
    { page: 'list', state: 'value', person: ADMIN, path: LIST, line: 'open' },
    { page: 'list', state: 'empty', person: STRANGER, path: LIST, line: 'open' },
    { page: 'list', state: 'stale', person: ADMIN, path: LIST, line: 'down', isKnown: true },
    { page: 'list', state: 'failed', person: ADMIN, path: LIST, line: 'down' },
    { page: 'binding', state: 'value', person: ADMIN, path: BINDING, line: 'open' },
    { page: 'binding', state: 'failed', person: ADMIN, path: BINDING, line: 'open', act: wrongSecret },
    { page: 'handoff', state: 'loading', person: ADMIN, path: approve, line: 'hanging' },
    { page: 'handoff', state: 'value', person: ADMIN, path: approve, line: 'open' },
    { page: 'handoff', state: 'failed', person: ADMIN, path: `${approve}x`, line: 'open' },
    ...inApp('navigation', '/pages/navigation/index'),
    ...inApp('overview', '/reports/overview/index'),
    ...inApp('trend', '/reports/trend/index'),
    sheet('overview-metrics', overview, button('选择指标')),
    sheet('overview-definition', overview, button('打开次数的定义')),
    sheet('overview-day', overview, STEPPER),
    sheet('overview-range', overview, { role: 'radio', name: '自定义' }),
    sheet('overview-switch', overview, { role: 'button', part: '切换' }),
    sheet('trend-compared', trend, button('对比')),
    sheet('trend-range', trend, STEPPER),
    { page: 'gone', state: 'failed', person: STRANGER, path: overview, line: 'open' },
  ]
}

/** States that a page does not have, and why. */
export const ABSENT: Readonly<Record<string, string>> = {
  'signin empty': 'there is always a way in',
  'signin stale': 'nothing of it is kept on the device',
  'signin loading weapp': 'the mini program asks for nothing here: WeChat says who the person is',
  'binding loading': 'a form, which asks for nothing before it is sent',
  'binding empty': 'a form, which is empty to begin with: see its value',
  'binding stale': 'nothing of it is kept on the device',
  'handoff empty': 'without a browser that asks it is failed',
  'handoff stale': 'who asks is never kept on the device',
  gone: 'the one state of an app that the person may not see',
  sheets: 'a sheet opens over numbers that are there; its page has the other states',
}
