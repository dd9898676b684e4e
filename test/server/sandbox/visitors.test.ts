import { Compile } from 'typebox/compile'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { WireBatch } from '../../../sdk/wire.ts'
import { demoApp } from '../../../server/sandbox/index.ts'
import { type Crowd, createCrowd } from '../../../server/sandbox/visitors/crowd.ts'
import { hours, planVisit, visitsAMinute } from '../../../server/sandbox/visitors/plan.ts'
import { CollectBody } from '../../../src/contract/collect.ts'

const body = Compile(CollectBody)
const MINUTE = 60_000
/** In China. */
const noon = Date.UTC(2026, 10, 21, 4)
const { freshShop, cafe } = demoApp
const apps = [freshShop, cafe].map(({ appid, traffic }) => ({ key: `wk_${appid}`, traffic }))

let batches: WireBatch[]
let status: number
let crowd: Crowd
let drawn: number
/** The same in every run. */
const random = () => {
  drawn = (drawn * 48_271) % 2_147_483_647
  return drawn / 2_147_483_647
}

beforeEach(() => {
  vi.useFakeTimers({ now: noon })
  batches = []
  status = 200
  drawn = 7
  crowd = createCrowd(apps, {
    send: async text => {
      batches.push(JSON.parse(text))
      return { status, retryAfter: null }
    },
    now: () => Date.now(),
    random,
  })
})

afterEach(() => {
  crowd.stop()
  vi.useRealTimers()
})

const events = () => batches.flatMap(batch => batch.events)

describe('the day of the visitors', () => {
  it('is busy at noon and in the evening, and quiet at night', () => {
    const at = (hour: number) => visitsAMinute(freshShop.traffic, Date.UTC(2026, 10, 21, hour - 8))
    expect(at(12)).toBeGreaterThan(at(16))
    expect(at(20)).toBeGreaterThan(at(16))
    expect(at(3)).toBeLessThan(at(20) / 10)
    expect(hours).toHaveLength(24)
  })

  it('brings a big app more than a small one, and no app more than two visits a minute', () => {
    expect(visitsAMinute(freshShop.traffic, noon)).toBeGreaterThan(visitsAMinute(cafe.traffic, noon))
    expect(visitsAMinute({ visitors: 1e12 }, noon)).toBeLessThanOrEqual(2)
  })

  it('leads each person over pages of the app', () => {
    const paths = new Set(freshShop.traffic.pages.map(({ path }) => path.replace(/\.html$/, '')))
    for (let count = 0; count < 200; count += 1) {
      const { stops } = planVisit(freshShop.traffic, random)
      expect(stops.length).toBeGreaterThan(0)
      expect(stops.filter(({ path }) => !paths.has(path))).toEqual([])
    }
  })
})

describe('the crowd', () => {
  it('sends what phones would send', async () => {
    crowd.open()
    await vi.advanceTimersByTimeAsync(20 * MINUTE)
    expect(batches.length).toBeGreaterThan(20)
    expect(batches.flatMap(batch => [...body.Errors(batch)])).toEqual([])
    expect(new Set(batches.map(({ key }) => key)).size).toBe(2)
    expect(new Set(events().map(({ type }) => type))).toEqual(
      new Set(['launch', 'show', 'view', 'leave', 'hide', 'custom', 'share']),
    )
  })

  it('has people that come again', async () => {
    crowd.open()
    await vi.advanceTimersByTimeAsync(60 * MINUTE)
    const launches = batches.filter(batch => batch.events.some(({ type }) => type === 'launch'))
    expect(new Set(launches.map(({ visitor }) => visitor.id)).size).toBeLessThan(launches.length * 0.8)
  })

  it('stays bounded where nobody answers', async () => {
    status = 0
    crowd.open()
    await vi.advanceTimersByTimeAsync(120 * MINUTE)
    expect(crowd.present).toBeLessThanOrEqual(60)
    expect(vi.getTimerCount()).toBeLessThan(200)
  })

  it('ends at once, and leaves no timer', async () => {
    crowd.open()
    void crowd.catchUp(noon - 60 * MINUTE, noon)
    await vi.advanceTimersByTimeAsync(5 * MINUTE)
    crowd.stop()
    const count = batches.length
    await vi.advanceTimersByTimeAsync(5 * MINUTE)
    expect([vi.getTimerCount(), batches.length]).toEqual([0, count])
  })

  it('catches up with the past in its own time, and says that it is sent now', async () => {
    const done = crowd.catchUp(noon - 300 * MINUTE, noon - 5 * MINUTE)
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    await done
    const times = events().map(({ at }) => at)
    expect(Math.min(...times)).toBeLessThan(noon - 240 * MINUTE)
    expect(Math.max(...times)).toBeLessThan(noon)
    expect(batches.filter(({ sentAt }) => sentAt < noon)).toEqual([])
    expect(batches.flatMap(batch => [...body.Errors(batch)])).toEqual([])
  })
})
