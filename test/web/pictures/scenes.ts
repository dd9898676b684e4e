import { accessScenes } from './access-scenes.ts'
import { portfolioScenes } from './portfolio-scenes.ts'
import { reportScenes } from './report-scenes.ts'
import { ADMIN, app, at, inApp, type Scene, STRANGER, tap } from './scene.ts'

const LIST = '/pages/apps/index?choose=1'
const BINDING = '/pages/binding/index'
const SIGN_IN = '/pages/signin/index'

/** Every page in every state that it has; `handoff` is the code of a browser that asks to be let in, `card` of an invitation. */
export function scenesOf(handoff: string, card: string): Scene[] {
  const approve = `/pages/handoff/index?code=${handoff}`
  const field = (place: number) => at(`.da-fd:nth-child(${place}) .da-input`)
  const wrongSecret = [
    { type: field(2), text: app.free.appid },
    { type: field(3), text: '0'.repeat(32) },
    { type: field(5), text: app.free.name },
    tap('.da-btn-primary'),
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
    ...accessScenes(card),
    ...portfolioScenes,
    ...reportScenes,
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
  'settings empty': 'an app that is bound has a standing and a name',
  'audit empty': 'to be bound is the first record',
  'audit stale': 'nothing of it is kept on the device',
  'collector stale': 'events that arrive are never kept on the device',
  'profile empty': 'everybody has a name and a pin',
  'invitation empty': 'without a card it is failed',
  'invitation stale': 'a card is never kept on the device',
  gone: 'the one state of an app that the person may not see',
  sheets: 'a sheet opens over numbers that are there; its page has the other states',
}
