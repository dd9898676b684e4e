import { dayOf } from '../calendar.ts'
import type { SandboxApp } from '../types.ts'
import { Refusal } from '../wire/errors.ts'

interface Counter {
  day: number
  used: number
  minute: number
  usedInMinute: number
}

/** Limits of a path as `/cgi-bin/openapi/quota/get` prints them. */
export interface QuotaState {
  daily: number
  used: number
  perMinute: number
}

const clearsPerMonth = 10
const defaults: Readonly<Record<string, readonly [daily: number, perMinute: number]>> = {
  '/cgi-bin/token': [2_000, 2_000],
  '/cgi-bin/stable_token': [500_000, 10_000],
  '/wxa/getwxacodeunlimit': [10_000_000, 5_000],
}
const otherwise = [5_000_000, 60_000] as const

/** Calls per app and path, by China day and by minute. */
export class Quotas {
  private readonly counters = new Map<string, Counter>()
  private readonly clears = new Map<string, number>()

  limits(app: SandboxApp, path: string): { daily: number; perMinute: number } {
    const [daily, perMinute] = defaults[path] ?? otherwise
    return { daily: app.dailyQuota ?? daily, perMinute: app.minuteQuota ?? perMinute }
  }

  /** Counts a call; 45011 or 45009 when there is none left. Refused calls do not count. */
  spend(app: SandboxApp, path: string, now: number): void {
    const { daily, perMinute } = this.limits(app, path)
    const counter = this.counter(app.appid, path, now)
    if (counter.usedInMinute >= perMinute) throw new Refusal(45011)
    if (counter.used >= daily) throw new Refusal(45009)
    counter.used += 1
    counter.usedInMinute += 1
  }

  state(app: SandboxApp, path: string, now: number): QuotaState {
    return { ...this.limits(app, path), used: this.counter(app.appid, path, now).used }
  }

  /** Sets all daily counters of an app to zero; 48006 after ten times in a month. */
  clear(appid: string, now: number): void {
    const month = `${appid} ${new Date(now + 8 * 3_600_000).toISOString().slice(0, 7)}`
    const count = this.clears.get(month) ?? 0
    if (count >= clearsPerMonth) throw new Refusal(48006)
    this.clears.set(month, count + 1)
    for (const [key, counter] of this.counters) if (key.startsWith(`${appid} `)) counter.used = 0
  }

  private counter(appid: string, path: string, now: number): Counter {
    const key = `${appid} ${path}`
    const day = dayOf(now)
    const minute = Math.floor(now / 60_000)
    const counter = this.counters.get(key) ?? { day, used: 0, minute, usedInMinute: 0 }
    if (counter.day !== day) Object.assign(counter, { day, used: 0 })
    if (counter.minute !== minute) Object.assign(counter, { minute, usedInMinute: 0 })
    this.counters.set(key, counter)
    return counter
  }
}
