import type { EventEngine } from '../engine.ts'
import { randomBits } from '../hashing.ts'
import { createSqlEngine } from '../sql-engine.ts'
import { openPostgresEvents } from './database.ts'

/** The engine of several instances: the schema `events` of a PostgreSQL. */
export async function openPostgresEngine(url: string): Promise<EventEngine> {
  return createSqlEngine(await openPostgresEvents(url), { isAlone: false, randomBits })
}
