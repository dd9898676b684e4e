import type { Issue, Problem, ProblemCode } from '../contract/problems'

/** A refusal of the server, as its problem document says it. Screens go by `code`. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ProblemCode
  readonly status: number
  readonly issues: Issue[]
  /** What happened and what to do, in the person's language; empty when the server sent none. */
  readonly detail: string
  /** What a person tells the operator; empty when the server sent none. */
  readonly requestId: string

  constructor(problem: Pick<Problem, 'code' | 'status'> & Partial<Problem>) {
    super(problem.title ?? problem.code)
    this.code = problem.code
    this.status = problem.status
    this.issues = problem.issues ?? []
    this.detail = problem.detail ?? ''
    this.requestId = problem.requestId ?? ''
  }
}

const codeOf: Record<number, ProblemCode> = {
  400: 'bad_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  410: 'gone',
  413: 'too_large',
  422: 'invalid',
  429: 'rate_limited',
  502: 'upstream_failed',
  503: 'upstream_failed',
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'

/** The error of an answer that is no success; a proxy's own page gets the code of its status. */
export function apiErrorOf(status: number, body: unknown, requestId: string): ApiError {
  if (isProblem(body)) return new ApiError({ ...body, status })
  return new ApiError({ code: codeOf[status] ?? 'internal', status, requestId })
}
