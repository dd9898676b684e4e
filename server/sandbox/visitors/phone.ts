import type { Answered, Host, Life } from '../../../sdk/port.ts'
import { createTracker, type Tracker } from '../../../sdk/tracker.ts'
import type { Context } from '../../../sdk/wire.ts'

const models: readonly Context[] = [
  { platform: 'ios', model: 'iPhone 15', system: 'iOS 18.5', network: 'wifi', appVersion: '3.4.0', env: 'release' },
  { platform: 'ios', model: 'iPhone 13', system: 'iOS 17.6', network: '5g', appVersion: '3.4.0', env: 'release' },
  {
    platform: 'android',
    model: 'HUAWEI Mate 60',
    system: 'Android 12',
    network: 'wifi',
    appVersion: '3.4.0',
    env: 'release',
  },
  { platform: 'android', model: 'Redmi K70', system: 'Android 14', network: '5g', appVersion: '3.4.0', env: 'release' },
  {
    platform: 'android',
    model: 'OPPO Reno11',
    system: 'Android 14',
    network: '4g',
    appVersion: '3.3.2',
    env: 'release',
  },
  {
    platform: 'ohos',
    model: 'HUAWEI Pura 70',
    system: 'HarmonyOS 5.0',
    network: 'wifi',
    appVersion: '3.4.0',
    env: 'release',
  },
]

/** What one person's phone keeps between visits. */
export interface Phone {
  storage: Map<string, string>
  context: Context
  openid: string
}

export const newPhone = (random: () => number): Phone => ({
  storage: new Map(),
  context: models[Math.floor(random() ** 1.3 * models.length)] ?? {},
  openid: `demo-${random().toString(36).slice(2)}`,
})

/** Where a visit takes place: its clock, its timers and its way to the server. */
export interface Place {
  now(): number
  random(): number
  later(run: () => void, delay: number): void
  post(body: string, answered: Answered): void
}

/** The SDK on a phone, opened: what WeChat would tell it and what the app says. */
export function openApp(phone: Phone, place: Place, key: string): { life: Life; tracker: Tracker } {
  let life: Life | undefined
  const host: Host = {
    pages: true,
    start: given => {
      life = given
    },
    context: () => phone.context,
    read: name => phone.storage.get(name),
    write: (name, value) => void phone.storage.set(name, value),
    post: (_url, body, answered) => place.post(body, answered),
    now: () => place.now(),
    random: () => place.random(),
    later: (run, delay) => place.later(run, delay),
  }
  const tracker = createTracker(host, { key, url: '', consent: 'granted' })
  if (!life) throw new Error('the SDK did not start on a phone of the demo')
  return { life, tracker }
}
