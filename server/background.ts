import type { Stores } from './adapters/db/stores.ts'
import type { WeChat } from './adapters/wechat/index.ts'
import type { Clock } from './ports/clock.ts'
import type { Log } from './ports/log.ts'
import { realPauses } from './ports/pause.ts'
import { createAttention } from './usecases/attention.ts'
import { type Backfill, createBackfill } from './usecases/backfill.ts'
import { createPeriodFetcher } from './usecases/fetch-periods.ts'
import { createPeriodReader, type PeriodReader } from './usecases/read-periods.ts'
import { createSchedule } from './usecases/schedule.ts'
import { syncDaily } from './usecases/sync-daily.ts'
import { createQuotaWatch, type QuotaWatch } from './usecases/watch-quota.ts'

const SWEEP_EVERY_MS = 3_600_000
/** Calls under way may end by themselves for so long; then they are broken off. */
const CALLS_END_WITHIN_MS = 3_000
/** Who has bound or mended an app looks at it at once; the history begins after that look has begun. */
const FIRST_LOOK_MS = 500

/** What goes on without anybody asking, and the reading that shares its calls. */
export interface Background {
  reader: PeriodReader
  backfill: Backfill
  quota: QuotaWatch
  start(): void
  /** An app was bound or mended: what was refused may go at once, its history soon. */
  wake(appid: string): void
  /** Settles when no call to WeChat is under way and nothing is written any more. */
  stop(): Promise<void>
}

export interface BackgroundDeps {
  stores: Pick<Stores, 'apps' | 'archive' | 'leases' | 'sweep'>
  wechat: WeChat
  clock: Clock
  log: Log
  /** Names this instance. */
  holder: string
}

export function createBackground({ stores, wechat, clock, log, holder }: BackgroundDeps): Background {
  const { apps, archive, leases } = stores
  const onError = (error: unknown) => log.error({ error }, 'background work failed')
  const { datacube } = wechat
  const attention = createAttention(clock)
  const fetcher = createPeriodFetcher({ archive, datacube, clock, onError })
  const reader = createPeriodReader({ archive, fetcher, clock, pauses: realPauses, attention })
  const quota = createQuotaWatch({ datacube, clock })
  const backfill = createBackfill({ apps, archive, reader, fetcher, quota, leases, clock, attention, holder, onError })
  const sync = (appid: string) => syncDaily({ reader, fetcher, clock }, appid)
  const schedule = createSchedule({ apps, leases, clock, holder, sync, backfill, onError })
  const sweep = () => void stores.sweep(clock.now()).catch(onError)
  let sweeping: NodeJS.Timeout | undefined

  return {
    reader,
    backfill,
    quota,
    start() {
      schedule.start()
      sweep()
      sweeping = setInterval(sweep, SWEEP_EVERY_MS)
      sweeping.unref()
    },
    wake(appid) {
      fetcher.wake(appid)
      setTimeout(() => void backfill.wake(appid), FIRST_LOOK_MS).unref()
    },
    async stop() {
      clearInterval(sweeping)
      const ended = Promise.all([schedule.stop(), backfill.stop(), fetcher.drain()])
      const limit = realPauses(CALLS_END_WITHIN_MS)
      await Promise.race([ended, limit.done])
      limit.cancel()
      await wechat.close()
      await ended
    },
  }
}
