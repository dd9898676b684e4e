import { Cron } from 'croner'
import { turnOf } from '../domain/schedule.ts'
import type { Apps } from '../ports/apps.ts'
import type { Clock } from '../ports/clock.ts'
import type { Leases } from '../ports/leases.ts'
import type { Backfill } from './backfill.ts'

export interface ScheduleDeps {
  apps: Pick<Apps, 'all'>
  leases: Leases
  clock: Clock
  /** Names this instance. */
  holder: string
  /** Brings one app up to date. */
  sync(appid: string): Promise<void>
  backfill: Pick<Backfill, 'tick'>
  onError(error: unknown): void
}

export interface Schedule {
  /** What happens every minute; for tests and for the timers of cloud functions. */
  tick(): Promise<void>
  start(): void
  /** Settles when the turn under way has ended. */
  stop(): Promise<void>
}

/** Longer than the minute between two ticks, so that the leader stays the leader. */
const LEASE_MS = 150_000
/** Apps brought up to date at the same time. */
const WIDTH = 4

/** Runs each turn once, on one instance, never two turns at once. */
export function createSchedule({ apps, leases, clock, holder, sync, backfill, onError }: ScheduleDeps): Schedule {
  let lastTurn: number | null = null
  let running: Promise<void> | null = null
  let cron: Cron | null = null
  let stopping = false

  /** Another app's failure is no reason to leave the rest behind. */
  async function runTurn(): Promise<void> {
    const bound = await apps.all()
    const queue = bound.filter(app => app.kind !== 'official').values()
    const worker = async () => {
      for (const { appid } of queue) {
        if (stopping) return
        await sync(appid).catch(onError)
      }
    }
    await Promise.all(Array.from({ length: WIDTH }, worker))
  }

  async function tick(): Promise<void> {
    if (stopping) return
    await backfill.tick()
    try {
      const now = clock.now()
      if (!(await leases.claim('schedule', holder, now, now + LEASE_MS))) return
      const turn = turnOf(now)
      if (turn === null || turn === lastTurn || running) return
      lastTurn = turn
      running = runTurn().catch(error => {
        lastTurn = null
        onError(error)
      })
      await running
      running = null
    } catch (error) {
      onError(error)
    }
  }

  return {
    tick,
    start() {
      cron = new Cron('* * * * *', { timezone: 'Asia/Shanghai', unref: true }, tick)
      void tick()
    },
    async stop() {
      stopping = true
      cron?.stop()
      await running
      await leases.release('schedule', holder)
    },
  }
}
