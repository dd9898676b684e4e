import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import { openEngineApart } from './apart/engine-apart.ts'
import { hasProcess, startProcess } from './apart/start-process.ts'
import type { DuckdbOptions } from './duckdb/database.ts'
import { withFreshDays } from './fresh-days.ts'
import { segmentFiles } from './journal/files.ts'
import { Journal } from './journal/journal.ts'
import { type JournaledEngine, JournaledIngest } from './journaled-ingest.ts'
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

/** The store of one server: DuckDB with a journal before it. The engine is started when it is opened. */
export function createJournaledStore({ folder, keepDays, clock, log }: JournaledStoreOptions): Events {
  const file = path.join(folder, 'events.duckdb')
  const files = segmentFiles(path.join(folder, 'journal'))
  return createLazyStore({
    log,
    hasEvents: async () => existsSync(file) || (await Journal.isLeft(files)),
    async open() {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const isNew = !existsSync(file)
      const engine = await openEngine({ file, memoryLimitMb: MEMORY_LIMIT_MB, threads: THREADS, isNew }, log)
      try {
        const ingest = await JournaledIngest.open({ engine, files, clock, log, keepDays, isNew })
        return {
          reports: withFreshDays(engine.reports, clock, () => ingest.freshDays()),
          append: batch => ingest.append(batch),
          erase: appid => ingest.erase(appid),
          eraseVisitor: (appid, visitor) => ingest.eraseVisitor(appid, visitor),
          settle: () => ingest.settle(),
          standing: (appid, now) => ingest.standing(appid, now),
          lag: (appid, now) => ingest.lag(appid, now),
          close: () => ingest.close(),
        }
      } catch (error) {
        await engine.close()
        throw error
      }
    },
  })
}

/** In a process of its own where there is one to start: sources that a loader runs, as tests do, have the engine at home. */
async function openEngine(
  { isNew, ...options }: DuckdbOptions & { isNew: boolean },
  log: Log,
): Promise<JournaledEngine> {
  if (hasProcess()) return openEngineApart({ ...options, isNew, start: startProcess, log })
  const { openDuckdbEngine } = await import('./duckdb/engine.ts')
  return openDuckdbEngine(options)
}
