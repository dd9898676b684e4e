/** Why no answer came. An answer with any status is an answer, not this error. */
export type NetworkFailure = 'offline' | 'timeout' | 'aborted'

/** Thrown by `request` when no answer came; carries method and path, never the query or a header. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
  readonly failure: NetworkFailure

  constructor(failure: NetworkFailure, method: string, url: string) {
    super(`${method} ${url.split('?')[0]}: ${failure}`)
    this.failure = failure
  }
}
