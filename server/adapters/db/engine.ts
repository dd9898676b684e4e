/** What a statement came to. */
export interface Outcome {
  rows: Record<string, unknown>[]
  /** Rows written; 0 for a read. */
  affected: number
}

/** One connection, held by one caller at a time. */
export interface Connection {
  /**
   * Without parameters the text may hold several statements; the last one's outcome is the answer.
   * @throws DatabaseFailure, or UnavailableError while a server that comes back is away
   */
  query(text: string, parameters: readonly unknown[]): Promise<Outcome>
  /** Gives it back; `broken` when a transaction could not be ended on it. */
  release(broken?: boolean): void
}

/** A database that speaks PostgreSQL: what {@link PostgresLikeDialect} runs on. */
export interface Engine {
  readonly name: 'pglite' | 'postgres'
  acquire(): Promise<Connection>
  /** Resolves when it is gone for good, so that only a new process helps; absent where connections come back. */
  lost?: Promise<DatabaseFailure>
  /** Waits for running statements, then closes. */
  close(): Promise<void>
}

/** A statement that failed. Carries no parameter and no row, so that it may be logged. */
export class DatabaseFailure extends Error {
  override readonly name = 'DatabaseFailure'
  constructor(
    message: string,
    /** SQLSTATE, as `23505` for a unique violation; `null` when the connection failed. */
    readonly code: string | null,
    readonly constraint: string | null,
  ) {
    super(message)
  }
}

const SQLSTATE = /^[0-9A-Z]{5}$/

/** Takes what may be said out of a driver's error. */
export function toFailure(error: unknown): DatabaseFailure {
  if (error instanceof DatabaseFailure) return error
  const { message, code, constraint } = error as { message?: string; code?: unknown; constraint?: unknown }
  return new DatabaseFailure(
    message || 'the database failed without words',
    typeof code === 'string' && SQLSTATE.test(code) ? code : null,
    typeof constraint === 'string' ? constraint : null,
  )
}
