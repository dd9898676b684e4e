import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import { segmentFiles } from './journal/files.ts'
import { Journal } from './journal/journal.ts'
import { JournaledIngest } from './journaled-ingest.ts'
import { createLazyStore, type Events } from './lazy-store.ts'

const MEMORY_LIMIT_MB = 256
const THREADS = 1

export interface JournaledStoreOptions {
  /** The folder of store and journal; made when the first event comes. */
  folder: string
  /** Raw events are forgotten after so many days. */
  keepDays: number
  clock: Clock
  log: Log
}

/** The store of one process: DuckDB with a journal before it. Native code is loaded when it is opened. */
export function createJournaledStore({ folder, keepDays, clock, log }: JournaledStoreOptions): Events {
  const file = path.join(folder, 'events.duckdb')
  const files = segmentFiles(path.join(folder, 'journal'))
  return createLazyStore({
    log,
    hasEvents: async () => existsSync(file) || (await Journal.isLeft(files)),
    async open() {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const { openDuckdbEngine } = await import('./duckdb/engine.ts')
      const { withBackgroundThreads } = await import('./duckdb/background-threads.ts')
      const engine = await withBackgroundThreads(() =>
        openDuckdbEngine({ file, memoryLimitMb: MEMORY_LIMIT_MB, threads: THREADS }),
      )
      try {
        const ingest = await JournaledIngest.open({ engine, files, clock, log, keepDays })
        return {
          reports: engine.reports,
          append: batch => ingest.append(batch),
          erase: appid => ingest.erase(appid),
          eraseVisitor: (appid, visitor) => ingest.eraseVisitor(appid, visitor),
          settle: () => ingest.settle(),
          standing: (appid, now) => ingest.standing(appid, now),
          close: () => ingest.close(),
        }
      } catch (error) {
        await engine.close()
        throw error
      }
    },
  })
}
