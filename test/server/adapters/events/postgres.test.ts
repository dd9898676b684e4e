import { afterAll } from 'vitest'
import { openPostgresEngine } from '../../../../server/adapters/events/postgres/engine.ts'
import { type PostgresServer, startPostgres } from '../../../support/postgres.ts'
import { eventEngineSuite } from '../../../support/suites/event-engine.ts'

let server: PostgresServer
afterAll(() => server.stop())

eventEngineSuite(
  'PostgreSQL',
  async () => {
    server = await startPostgres()
    return openPostgresEngine(await server.createDatabase())
  },
  8,
)
