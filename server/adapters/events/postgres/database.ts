import pg from 'pg'
import type { EventDatabase, EventSql } from '../sql/database.ts'
import { upgrade } from '../sql/steps.ts'
import { oneAtATime } from '../turns.ts'
import { postgresSql } from './connection.ts'
import { indexes } from './indexes.ts'

const CONNECT_MS = 5_000
const POOL_SIZE = 6
const NUMBERS = new Set([20, 1700])
/** Advisory locks of this database: what is written goes one after the other, and so does what is counted. */
const LOCKS = { write: 7_305_001, count: 7_305_002, countDays: 7_305_004, schema: 7_305_003 }

/** Opens the store in the schema `events` of a PostgreSQL, and makes it when it is not there. */
export async function openPostgresEvents(url: string): Promise<EventDatabase> {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    application_name: 'data-assistant-events',
    types: {
      getTypeParser: (oid, format) => (NUMBERS.has(oid) ? Number : pg.types.getTypeParser(oid, format)),
    },
  })
  // an idle client that loses its server leaves the pool by itself; unheard, the event would end the process
  pool.on('error', () => {})
  pool.on('connect', client => {
    client.query('set search_path = events; set client_min_messages = warning').catch(() => {})
  })

  const locked = (lock: number, isolation: string) =>
    oneAtATime(work =>
      withClient(pool, client => underLock(client, lock, () => inTransaction(client, isolation, work))),
    )
  const database: EventDatabase = {
    // the lock is held until after the commit, so that batches are numbered in the order in which they can be seen
    write: locked(LOCKS.write, 'read committed'),
    count: locked(LOCKS.count, 'repeatable read'),
    countDays: locked(LOCKS.countDays, 'repeatable read'),
    read: work => withClient(pool, client => inTransaction(client, 'repeatable read', work)),
    close: () => pool.end(),
  }
  try {
    await locked(LOCKS.schema, 'read committed')(prepareSchema)
  } catch (error) {
    await pool.end()
    throw error
  }
  return database
}

async function prepareSchema(sql: EventSql) {
  await sql.run('create schema if not exists events')
  const made = await sql.rows(
    "select 1 from information_schema.tables where table_schema = 'events' and table_name = 'events'",
  )
  if (made.length === 0)
    await sql.run(
      'create function int_div(a bigint, b bigint) returns bigint language sql immutable parallel safe return a / b',
    )
  await upgrade(sql, made.length > 0, indexes)
}

/** A client whose connection broke in between is not used again. */
async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let isBroken = true
  // between two statements it can lose its server too: unheard, that would end the process; the next statement fails
  const hear = () => {}
  client.on('error', hear)
  try {
    const answer = await work(client)
    isBroken = false
    return answer
  } finally {
    client.off('error', hear)
    client.release(isBroken)
  }
}

async function underLock<T>(client: pg.PoolClient, lock: number, work: () => Promise<T>): Promise<T> {
  await client.query(`select pg_advisory_lock(${lock})`)
  const answer = await work()
  await client.query(`select pg_advisory_unlock(${lock})`)
  return answer
}

async function inTransaction<T>(client: pg.PoolClient, isolation: string, work: (sql: EventSql) => Promise<T>) {
  await client.query(`begin isolation level ${isolation}`)
  const answer = await work(postgresSql(client))
  await client.query('commit')
  return answer
}
