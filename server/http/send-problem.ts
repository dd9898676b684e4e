import type { Encoding } from './encode.ts'
import type { Exchange } from './exchange.ts'
import { asProblem, problemBody } from './problem.ts'
import { send } from './send.ts'
import type { Serving } from './serving.ts'

interface Manner {
  /** As logs name it. */
  route: string
  /** Flat, `[name, value, …]`, instead of those of every answer. */
  security?: readonly string[]
  /** Whether 401 asks for a session's token. */
  challenge?: boolean
}

/** Tells a failure as the caller may know it. What nobody foresaw goes to the log, under the id that the caller gets. */
export function sendProblem(
  error: unknown,
  exchange: Exchange,
  { deps, headers }: Serving,
  { route, security = headers.flat, challenge = true }: Manner,
): Encoding {
  const { requestId, language } = exchange
  const problem = asProblem(error)
  const { status, code } = problem
  if (status >= 500) {
    const log = code === 'internal' ? deps.log.error : deps.log.warn
    log.call(deps.log, { requestId, route, error: problem.cause ?? problem }, 'failed')
  }
  const { retryAfterSeconds } = problem.extra
  const own = [...security, 'content-type', 'application/problem+json; charset=utf-8', 'cache-control', 'no-store']
  own.push('vary', 'Authorization, Accept, Accept-Language', 'x-request-id', requestId)
  if (code === 'unauthenticated' && challenge) own.push('www-authenticate', 'Bearer')
  if (retryAfterSeconds !== undefined) own.push('retry-after', String(retryAfterSeconds))
  return { status, response: send(exchange, status, own, JSON.stringify(problemBody(problem, language, requestId))) }
}
