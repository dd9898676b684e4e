import type { CollectedEvent, EventBatch, EventType } from '../../server/ports/events.ts'
import { addDays, type Day, startOfDay } from '../../src/contract/periods.ts'

const DAY_MS = 86_400_000
const EVENTS_A_BATCH = 20
export const TRAFFIC_APPS = 50
export const TRAFFIC_DAYS = 62
const PAGES = 300

/** The same numbers at each run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

export const trafficApp = (index: number) => `wx${String(index).padStart(16, '0')}`

/**
 * Traffic as apps have it: 50 apps, one of them with 60 % of all; few pages with most views; people who come often and
 * people who come once; three of four with an openid. Each batch is a visit of one device. In order of time, a day at a time.
 */
export function* traffic(count: number, days: number, last: Day): Generator<EventBatch[]> {
  const roll = dice(20_260_801)
  const people = Math.max(50, Math.round(count / 60))
  let number = 0
  for (let index = 0; index < days; index += 1) {
    const start = startOfDay(addDays(last, index - days + 1))
    const batches: EventBatch[] = []
    for (let made = 0; made < count / days; made += EVENTS_A_BATCH) {
      const app = roll() < 0.6 ? 0 : 1 + Math.floor(roll() * (TRAFFIC_APPS - 1))
      const share = app === 0 ? 0.6 : 0.4 / (TRAFFIC_APPS - 1)
      const who = Math.floor(roll() ** 2 * people * share)
      batches.push(visit(roll, { app, who, at: start + Math.floor(roll() * DAY_MS), number }))
      number += 1
    }
    yield batches.sort((one, other) => one.receivedAt - other.receivedAt)
  }
}

interface Visit {
  app: number
  who: number
  at: number
  number: number
}

function visit(roll: () => number, { app, who, at: from, number }: Visit): EventBatch {
  const events: CollectedEvent[] = []
  const device = `${app.toString(36)}-${who.toString(36)}`.padStart(22, 'd3v1ce')
  const visitor = { id: device, openidHash: who % 4 === 0 ? null : `${device}-openid`, unionidHash: null }
  const context = {
    platform: who % 3 === 0 ? 'ios' : 'android',
    model: `model ${who % 80}`,
    system: `system ${who % 12}`,
    appVersion: `1.${number % 3}`,
    network: 'wifi',
    env: 'release' as const,
  }
  const session = `${number.toString(36)}-${Math.floor(roll() * 1e9).toString(36)}`
  let at = from
  for (let place = 0; place < EVENTS_A_BATCH; place += 1) {
    const type = typeOf(place, roll())
    at += Math.floor(roll() * 15_000) + (roll() < 0.05 ? 2_400_000 : 0)
    events.push({
      type,
      at: Math.min(at, from + 6 * 3_600_000),
      seq: place,
      session,
      path: `pages/${Math.floor(roll() ** 3 * PAGES)}/index`,
      scene: place === 0 ? 1001 + Math.floor(roll() * 60) : null,
      referrer: null,
      stayMs: type === 'leave' ? Math.floor(roll() * 60_000) : null,
      name: type === 'custom' ? 'add-to-cart' : null,
      props: type === 'custom' ? `{"sku":${Math.floor(roll() * 10_000)}}` : null,
      amountFen: null,
      visitor,
      context,
    })
  }
  return { appid: trafficApp(app), batch: `batch-${number}`, kind: 'collect', receivedAt: at, events, rejected: [] }
}

function typeOf(place: number, chance: number): EventType {
  if (place === 0) return 'launch'
  if (place % 2 === 1) return 'view'
  if (chance < 0.06) return 'share'
  return chance < 0.12 ? 'custom' : 'leave'
}
