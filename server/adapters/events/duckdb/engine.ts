import { randomBytes } from 'node:crypto'
import type { EventEngine } from '../engine.ts'
import { createSqlEngine } from '../sql-engine.ts'
import { type DuckdbOptions, openDuckdb } from './database.ts'

const randomBits = () => randomBytes(8).readBigUInt64LE() >> 1n

/** The engine of one process: DuckDB in one file. */
export async function openDuckdbEngine(options: DuckdbOptions): Promise<EventEngine> {
  return createSqlEngine(await openDuckdb(options), randomBits)
}
