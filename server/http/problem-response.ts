import type { Exchange } from './exchange.ts'
import { asProblem, problemBody } from './problem.ts'
import type { Serving } from './serving.ts'

/** A failure as the caller may know it. What nobody foresaw goes to the log, under the id that the caller gets. */
export function problemResponse(
  error: unknown,
  { requestId, language }: Exchange,
  { deps, headers }: Serving,
  route: string,
): Response {
  const problem = asProblem(error)
  if (problem.status >= 500) {
    const log = problem.code === 'internal' ? deps.log.error : deps.log.warn
    log.call(deps.log, { requestId, route, error: problem.cause ?? problem }, 'failed')
  }
  const { retryAfterSeconds } = problem.extra
  return new Response(JSON.stringify(problemBody(problem, language, requestId)), {
    status: problem.status,
    headers: {
      ...headers.data,
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      vary: 'Authorization, Accept, Accept-Language',
      'x-request-id': requestId,
      ...(problem.code === 'unauthenticated' ? { 'www-authenticate': 'Bearer' } : {}),
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
  })
}
