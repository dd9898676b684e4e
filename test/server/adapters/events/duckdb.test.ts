import { openDuckdbEngine } from '../../../../server/adapters/events/duckdb/engine.ts'
import { eventEngineSuite } from '../../../support/suites/event-engine.ts'

eventEngineSuite('DuckDB', () => openDuckdbEngine({ file: ':memory:', memoryLimitMb: 256, threads: 1 }), 8)
