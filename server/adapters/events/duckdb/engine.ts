import type { EventEngine } from '../engine.ts'
import { randomBits } from '../hashing.ts'
import { createSqlEngine } from '../sql-engine.ts'
import { type DuckdbOptions, openDuckdb } from './database.ts'

/** The engine of one process: DuckDB in one file. */
export async function openDuckdbEngine(options: DuckdbOptions): Promise<EventEngine> {
  return createSqlEngine(await openDuckdb(options), { isAlone: true, randomBits })
}
