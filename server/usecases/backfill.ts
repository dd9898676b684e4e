import { historyPlan, quotaDay } from '../domain/backfill-plan.ts'
import { type BackfillProgress, backfillProgress } from '../domain/backfill-progress.ts'
import type { BoundApp } from '../ports/apps.ts'
import type { Archive } from '../ports/archive.ts'
import { type BackfillDeps, backfillApp } from './backfill-app.ts'

/** Apps that are filled at the same time; the others wait. */
const MAX_APPS = 4
/** After a fault of ours, as a database that is away. */
const FAULT_PAUSE_MS = 60_000

/** Fills the archives of all bound apps, in the background. */
export interface Backfill {
  /** Starts what is worth while now; called every minute and at start. */
  tick(): Promise<void>
  /** Starts at once what waits: an app was bound, or its admin has mended it. Without an app, all of them. */
  wake(appid?: string): Promise<void>
  progress(app: BoundApp): Promise<BackfillProgress>
  /** Settles when no app is being filled. */
  idle(): Promise<void>
  /** Starts nothing any more and waits for the calls that are under way. */
  stop(): Promise<void>
}

/** A pass that failed again waits twice as long as the one before, and at last two hours. */
const MAX_FAILED_PAUSE_MS = 2 * 3_600_000
const laterOf = (until: number, now: number, failed: number): number =>
  now + Math.min((until - now) * 2 ** (failed - 1), MAX_FAILED_PAUSE_MS)

/** An official account has none of the reports that are collected here. */
const isFilled = ({ kind }: BoundApp) => kind !== 'official'

export function createBackfill(deps: BackfillDeps & { archive: Archive; onError(error: unknown): void }): Backfill {
  const { apps, archive, clock, fetcher, onError } = deps
  const notBefore = new Map<string, number>()
  const running = new Map<string, Promise<void>>()
  const woken = new Set<string>()
  /** Apps whose last pass met a database that took nothing. */
  const unkept = new Set<string>()
  /** Failed passes in a row: an upstream that lacks something lacks it in five minutes too. */
  const failures = new Map<string, number>()
  /** The day on which a pass left the rest of the quota to readers. */
  const outOfQuota = new Map<string, string>()
  let stopping = false

  async function run(appid: string): Promise<void> {
    woken.delete(appid)
    try {
      const { end, until } = await backfillApp(deps, appid, () => stopping)
      if (end === 'unkept') unkept.add(appid)
      else unkept.delete(appid)
      const failed = end === 'failed' ? (failures.get(appid) ?? 0) + 1 : 0
      failures.set(appid, failed)
      notBefore.set(appid, failed > 1 ? laterOf(until, clock.now(), failed) : until)
      if (end === 'quota') outOfQuota.set(appid, quotaDay(clock.now()).day)
      else outOfQuota.delete(appid)
    } catch (error) {
      onError(error)
      unkept.add(appid)
      notBefore.set(appid, clock.now() + FAULT_PAUSE_MS)
    }
    if (woken.has(appid)) notBefore.delete(appid)
  }

  const isDue = (app: BoundApp) =>
    isFilled(app) && !running.has(app.appid) && (notBefore.get(app.appid) ?? 0) <= clock.now()

  function start(appid: string): void {
    const pass = run(appid).then(() => {
      running.delete(appid)
      return tick()
    })
    running.set(appid, pass)
  }

  /** The newest bound first: its admin waits in front of the screen. */
  async function tick(): Promise<void> {
    if (stopping) return
    try {
      const bound = await apps.all()
      for (const app of bound.filter(isDue).sort((a, b) => b.boundAt - a.boundAt)) {
        if (!stopping && running.size < MAX_APPS && !running.has(app.appid)) start(app.appid)
      }
    } catch (error) {
      onError(error)
    }
  }

  async function idle(): Promise<void> {
    while (running.size > 0) await Promise.all(running.values())
  }

  return {
    tick,
    idle,
    wake(appid) {
      if (appid === undefined) {
        notBefore.clear()
        failures.clear()
        for (const one of running.keys()) woken.add(one)
      } else {
        fetcher.wake(appid)
        notBefore.delete(appid)
        failures.delete(appid)
        if (running.has(appid)) woken.add(appid)
      }
      return tick()
    },
    async progress(app) {
      const { appid } = app
      const now = clock.now()
      const plan = isFilled(app) ? historyPlan(now) : []
      const standings = await Promise.all(
        plan.map(async ({ report, periods }) => {
          const names = periods.map(period => period.name)
          return { report, periods, standings: await archive.standings(appid, report, names) }
        }),
      )
      const isOutOfQuota = outOfQuota.get(appid) === quotaDay(now).day
      return backfillProgress(standings, { ...app, isOutOfQuota, isUnkept: unkept.has(appid) }, now)
    },
    async stop() {
      stopping = true
      await idle()
    },
  }
}
