import type { Clock } from '../../ports/clock.ts'
import type { Leases } from '../../ports/leases.ts'
import type { Log } from '../../ports/log.ts'
import { withFreshDays } from './fresh-days.ts'
import { GroupedIngest } from './grouped-ingest.ts'
import { createLazyStore, type Events } from './lazy-store.ts'

export interface SharedStoreOptions {
  /** Of a PostgreSQL. */
  url: string
  keepDays: number
  leases: Leases
  holder: string
  clock: Clock
  log: Log
}

/** The store of several instances: PostgreSQL. It is opened at the start, since others may have sent events to it. */
export function createSharedStore({ url, ...deps }: SharedStoreOptions): Events {
  return createLazyStore({
    log: deps.log,
    hasEvents: async () => true,
    async open() {
      const { openPostgresEngine } = await import('./postgres/engine.ts')
      const engine = await openPostgresEngine(url)
      const ingest = new GroupedIngest({ engine, ...deps })
      return {
        reports: withFreshDays(engine.reports, deps.clock, () => ingest.freshDays()),
        append: batch => ingest.append(batch),
        erase: appid => ingest.erase(appid),
        eraseVisitor: (appid, visitor) => ingest.eraseVisitor(appid, visitor),
        settle: () => ingest.settle(),
        standing: (appid, now) => ingest.standing(appid, now),
        lag: (appid, now) => ingest.lag(appid, now),
        close: () => ingest.close(),
      }
    },
  })
}
