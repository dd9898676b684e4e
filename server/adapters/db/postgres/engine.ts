import pg from 'pg'
import { UnavailableError } from '../../../errors.ts'
import { type DatabaseFailure, type Engine, type Outcome, toFailure } from '../engine.ts'

const CONNECT_MS = 5_000
const STATEMENT_MS = 15_000
const POOL_SIZE = 10
const INT8 = 20
const RETRY_SECONDS = 2
/** SQLSTATEs of a server that cannot be talked to, has no room, or is about to end or begin. */
const AWAY = /^(?:08|53|57P0[123])/

export interface PoolLimits {
  size: number
  /** `null`: no limit, for migrations. */
  statementMs: number | null
}

const everyday: PoolLimits = { size: POOL_SIZE, statementMs: STATEMENT_MS }

/** PostgreSQL through a bounded pool with time limits. Connects when first asked. */
export function openPostgres(url: string, limits: PoolLimits = everyday): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.size,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'data-assistant',
    statement_timeout: limits.statementMs ?? 0,
    // a stalled server or network answers nothing at all, not even its own time-out
    query_timeout: limits.statementMs === null ? undefined : limits.statementMs + CONNECT_MS,
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  })
  // an idle client that loses its server leaves the pool by itself; unheard, the event would end the process
  pool.on('error', () => {})
  return {
    name: 'postgres',
    async acquire() {
      const client = await pool.connect().catch(error => Promise.reject(asThrown(toFailure(error))))
      let lost = false
      // between two statements of a transaction it can lose its server too: unheard, that would end the process
      const hear = () => {
        lost = true
      }
      client.on('error', hear)
      return {
        release(broken) {
          client.off('error', hear)
          client.release(broken || lost)
        },
        async query(text, parameters) {
          try {
            return toOutcome(await client.query(text, [...parameters]))
          } catch (error) {
            const failure = toFailure(error)
            // without a word from the server the statement may still run on this connection
            lost ||= isAway(failure)
            throw asThrown(failure)
          }
        },
      }
    },
    close: () => pool.end(),
  }
}

const isAway = ({ code }: DatabaseFailure): boolean => code === null || AWAY.test(code)

/** A server that is away is no failure of the statement: it comes back, and connections with it. */
const asThrown = (failure: DatabaseFailure): Error =>
  isAway(failure) ? new UnavailableError(failure.message, RETRY_SECONDS, { cause: failure }) : failure

function toOutcome(result: pg.QueryResult | pg.QueryResult[]): Outcome {
  const last = Array.isArray(result) ? result.at(-1) : result
  if (!last) return { rows: [], affected: 0 }
  return { rows: last.rows, affected: last.command === 'SELECT' ? 0 : (last.rowCount ?? 0) }
}
