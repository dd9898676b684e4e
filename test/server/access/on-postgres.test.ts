import { afterAll, beforeAll } from 'vitest'
import { type PostgresServer, startPostgres } from '../../support/postgres.ts'
import { openStoresOn } from '../../support/postgres-stores.ts'
import { describeAccessGames } from '../../support/suites/access-games.ts'
import { describeAccessMatrix } from '../../support/suites/access-matrix.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
}, 120_000)
afterAll(() => server.stop())

const open = async () => openStoresOn(await server.createDatabase())

describeAccessMatrix('PostgreSQL', open)
describeAccessGames('PostgreSQL', open)
