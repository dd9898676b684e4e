import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { Connection, Engine } from './engine.ts'

/** Kysely on either engine, through one driver: same statements, same errors. */
export class PostgresLikeDialect implements Dialect {
  readonly #engine: Engine
  constructor(engine: Engine) {
    this.#engine = engine
  }
  createDriver = (): Driver => new EngineDriver(this.#engine)
  createAdapter = () => new PostgresAdapter()
  createQueryCompiler = () => new PostgresQueryCompiler()
  createIntrospector = (db: Kysely<unknown>) => new PostgresIntrospector(db)
}

class EngineDriver implements Driver {
  readonly #engine: Engine
  constructor(engine: Engine) {
    this.#engine = engine
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<EngineConnection> {
    return new EngineConnection(await this.#engine.acquire())
  }

  async beginTransaction(connection: EngineConnection, settings: TransactionSettings): Promise<void> {
    const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : ''
    await connection.executeQuery(CompiledQuery.raw(`begin${level}`))
  }

  commitTransaction(connection: EngineConnection): Promise<void> {
    return connection.end('commit')
  }

  rollbackTransaction(connection: EngineConnection): Promise<void> {
    return connection.end('rollback')
  }

  async releaseConnection(connection: EngineConnection): Promise<void> {
    connection.release()
  }

  destroy(): Promise<void> {
    return this.#engine.close()
  }
}

class EngineConnection implements DatabaseConnection {
  readonly #connection: Connection
  #broken = false
  constructor(connection: Connection) {
    this.#connection = connection
  }

  async executeQuery<Row>(compiled: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, affected } = await this.#connection.query(compiled.sql, compiled.parameters)
    return { rows: rows as Row[], numAffectedRows: BigInt(affected) }
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    try {
      await this.#connection.query(how, [])
    } catch (error) {
      // whoever gets it next must not find itself inside our transaction
      this.#broken = true
      throw error
    }
  }

  release(): void {
    this.#connection.release(this.#broken)
  }

  // biome-ignore lint/correctness/useYield: the interface demands a generator; no query of ours streams
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('streaming is not supported')
  }
}
