import fc from 'fast-check'
import { eventTypes } from '../../../server/ports/events.ts'
import { startOfDay } from '../../../src/contract/periods.ts'
import { aBatch, anEvent } from './build.ts'

export const worldApps = ['wx000000000000000a', 'wx000000000000000b'] as const
export const worldDay = '2026-08-31'
const HOUR = 3_600_000

/** Around a midnight that ends a day, a week's first day and a month; now and then days before; full seconds often, half hours apart often. */
const instant = fc
  .tuple(
    fc.constantFrom(0, 0, 0, 0, 0, 1, -1, -6, -7, -8, -40),
    fc.constantFrom(0, 0.5, 1, 1.5, 22, 23, 23.5, 24),
    fc.constantFrom(-1, 0, 1, 500, 999, 1_000, 20_000, 61_000, 299_999, 1_799_999),
  )
  .map(([day, hour, ms]) => startOfDay(worldDay) + (day * 24 + hour) * HOUR + ms)

const event = fc
  .record({
    type: fc.constantFrom(...eventTypes, 'view' as const, 'view' as const, 'view' as const),
    at: instant,
    seq: fc.constantFrom(null, null, 1, 2, 3),
    who: fc.constantFrom('ann', 'bob', 'cid'),
    openid: fc.constantFrom(null, null, null, 'o1', 'o2'),
    path: fc.constantFrom('pages/a', 'pages/b', '/'),
    scene: fc.constantFrom(null, null, 1001, 1004, 1089, 9999),
    stayMs: fc.constantFrom(null, null, null, 0, 1_500, 40_000),
    env: fc.constantFrom('release' as const, 'release' as const, 'release' as const, 'trial' as const),
    platform: fc.constantFrom(null, 'ios', 'android'),
  })
  .map(({ env, platform, ...words }) =>
    anEvent({ ...words, context: { env, platform, model: platform && `${platform} 1` } }),
  )

/** What arrives, in which batches, and after which of them is counted. */
export const world = fc
  .array(
    fc.record({
      app: fc.constantFrom(...worldApps, worldApps[0]),
      name: fc.integer({ min: 1, max: 12 }),
      events: fc.array(event, { minLength: 1, maxLength: 5 }),
      isCounted: fc.constantFrom(false, false, true),
      lengths: fc.constantFrom([1, 5] as const, [1, 5, 10, 30, 60] as const, [1440] as const),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(steps =>
    steps.map(({ app, name, events, isCounted, lengths }) => ({
      batch: aBatch(app, `batch ${name}`, events),
      lengths: isCounted ? lengths : [],
    })),
  )
