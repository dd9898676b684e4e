import { parseDay } from './calendar.ts'
import { Codes } from './desks/codes.ts'
import { Faults } from './desks/faults.ts'
import { Quotas } from './desks/quota.ts'
import { Tokens } from './desks/tokens.ts'
import { emptySource, type TrafficSource, trafficSource } from './traffic/source.ts'
import { withTraps } from './traffic/traps.ts'
import type { SandboxApp, SandboxCall, SandboxOptions } from './types.ts'
import { Rids } from './wire/rids.ts'

interface Computed {
  state: string
  source: TrafficSource
}

const callsKept = 20_000

/** Everything that the emulated platform knows and remembers. */
export class Platform {
  readonly apps = new Map<string, SandboxApp>()
  readonly tokens = new Tokens()
  readonly codes = new Codes()
  readonly quotas = new Quotas()
  readonly faults = new Faults()
  readonly rids = new Rids()
  readonly calls: SandboxCall[] = []
  readonly callerIp: string
  latencyMs: number
  private readonly clock: () => number
  private stoppedAt: number | null = null
  private readonly startedAt: number
  private readonly sources = new Map<string, Computed>()
  private readonly underWay = new Map<string, { now: number; peak: number }>()

  constructor(options: SandboxOptions) {
    this.clock = options.now ?? Date.now
    this.startedAt = this.clock()
    this.latencyMs = options.latencyMs ?? 0
    this.callerIp = options.callerIp ?? '203.0.113.24'
    for (const app of options.apps ?? []) this.apps.set(app.appid, { ...app })
  }

  now(): number {
    return this.stoppedAt ?? this.clock()
  }

  stopClock(now: number | null): void {
    this.stoppedAt = now
  }

  configure(change: Partial<SandboxApp> & { appid: string }): void {
    const fallback: SandboxApp = { appid: change.appid, secret: '', kind: 'miniprogram', name: change.appid }
    this.apps.set(change.appid, { ...fallback, ...this.apps.get(change.appid), ...change })
    this.sources.delete(change.appid)
  }

  /** The numbers of an app, computed anew when restatements were switched on or off. */
  source(app: SandboxApp): TrafficSource {
    if (!app.traffic) return emptySource
    const restated = this.faults.restated(app.appid)
    const state = JSON.stringify(restated)
    const computed = this.sources.get(app.appid)
    if (computed?.state === state) return computed.source
    const days = restated.map(day => (day === null ? null : parseDay(day)))
    const plain = trafficSource(
      app.appid,
      app.traffic,
      app.youngSince ?? this.startedAt,
      day => 1 + 0.007 * days.filter(each => each === null || each === day).length,
    )
    const source = app.traffic.traps ? withTraps(plain) : plain
    this.sources.set(app.appid, { state, source })
    return source
  }

  record(call: SandboxCall): void {
    if (this.calls.length >= callsKept) this.calls.splice(0, callsKept / 2)
    this.calls.push(call)
  }

  /** Counts a call of an app as under way until the returned function runs. */
  enter(appid: string): () => void {
    const count = this.underWay.get(appid) ?? { now: 0, peak: 0 }
    this.underWay.set(appid, count)
    count.now += 1
    count.peak = Math.max(count.peak, count.now)
    return () => {
      count.now -= 1
    }
  }

  peak(appid: string): number {
    return this.underWay.get(appid)?.peak ?? 0
  }

  forget(): void {
    this.calls.length = 0
    for (const count of this.underWay.values()) count.peak = count.now
  }
}
