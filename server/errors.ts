import { type Issue, type ProblemCode, problemStatus } from '../src/contract/problems.ts'

/** A failure that may be told to the caller. Everything else is `internal` with nothing but a request id. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: number
  constructor(
    readonly code: ProblemCode,
    readonly extra: {
      /** Key of the words shown as `detail`, in the caller's language. */
      detail?: string
      /** What those words name, for their `{names}`. */
      names?: readonly string[]
      issues?: Omit<Issue, 'message'>[]
      retryAfterSeconds?: number
    } = {},
    options?: ErrorOptions,
  ) {
    super(code, options)
    this.status = problemStatus[code]
  }
}

/** Thrown by stores when a unique thing is taken already; `what` names it: `app`, `handle`, `openid`; `names` are of what stands in the way. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'
  constructor(
    readonly what: string,
    readonly names: readonly string[] = [],
  ) {
    super(`${what} is taken`)
  }
}

/** What is needed cannot be reached now; who asks again may be served. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError'
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
