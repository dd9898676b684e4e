import { openDuckdb } from '../../../../server/adapters/events/duckdb/database.ts'
import { randomBits } from '../../../../server/adapters/events/hashing.ts'
import { createSqlEngine } from '../../../../server/adapters/events/sql-engine.ts'
import { eventEngineSuite } from '../../../support/suites/event-engine.ts'

/** Takes a few events in at once, so that each count of the suite goes in several steps. */
async function open() {
  const database = await openDuckdb({ file: ':memory:', memoryLimitMb: 256, threads: 1 })
  return createSqlEngine(database, { isAlone: true, eventsAtOnce: 4, randomBits })
}

eventEngineSuite('DuckDB', open, 8)
