import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { openPostgresEvents } from '../../../../server/adapters/events/postgres/database.ts'
import { execute, type PostgresServer, startPostgres } from '../../../support/postgres.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
}, 120_000)
afterAll(() => server.stop())

it('a PostgreSQL that leaves between two statements fails the second, ends no process, and is used again', async () => {
  const url = await server.createDatabase()
  const events = await openPostgresEvents(url)
  onTestFinished(() => events.close())
  const reading = events.read(async sql => {
    const [row] = await sql.rows<{ pid: number }>('select pg_backend_pid() as pid')
    await execute(url, `select pg_terminate_backend(${row?.pid})`)
    await sleep(200)
    return sql.rows('select 1 as one')
  })
  await expect(reading).rejects.toThrow(/terminat|not queryable|closed/i)
  expect(await events.read(sql => sql.rows('select 1 as one'))).toEqual([{ one: 1 }])
})
