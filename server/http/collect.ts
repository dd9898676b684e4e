import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { collectLimits } from '../../src/contract/collect.ts'
import { ProblemError } from '../errors.ts'
import { takeBatch } from '../usecases/collect/take-batch.ts'
import { readBody } from './body.ts'
import { parseCollected, readIncoming } from './collect-body.ts'
import { Exchange } from './exchange.ts'
import { asProblem } from './problem.ts'
import { problemResponse } from './problem-response.ts'
import { send } from './send.ts'
import type { Serving } from './serving.ts'
import { TurnBudget } from './turn-budget.ts'

const ROUTE = 'collect'
/** After a flood that the whole server cannot take, which is no question of one key's rate. */
const OVERLOAD_RETRY_SECONDS = 2

/** Every web page may send here, whoever it is of: the write key decides, no cookie ever does. */
const open = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
  'cross-origin-resource-policy': 'cross-origin',
}

const preflight = {
  ...open,
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': 'content-type, content-encoding',
  'access-control-max-age': '86400',
}

/**
 * `POST /collect/v1`, apart from all other routes: no session, no limit by address, another kind of body, and far more of
 * them. What is not needed to take an event is not done here.
 */
export function collectDoor(serving: Serving): (context: Context) => Promise<Response> {
  const { deps, headers } = serving
  const { collect, clock, telemetry } = deps
  const common = Object.entries({ ...headers.data, ...open, 'cache-control': 'no-store' }).flat()
  const json = [...common, 'content-type', 'application/json; charset=utf-8']
  const allowed = Object.entries({ ...headers.data, ...preflight }).flat()

  const turn = new TurnBudget()

  async function take(context: Context, exchange: Exchange): Promise<Response> {
    if (!turn.take()) throw new ProblemError('rate_limited', { retryAfterSeconds: OVERLOAD_RETRY_SECONDS })
    const bytes = await bytesOf(context)
    const body = parseCollected(bytes, exchange.header('content-type'), exchange.header('content-encoding'))
    const { accepted, duplicate, rejected } = await takeBatch(collect, body, exchange.header('referer'), clock.now())
    const answer = Buffer.from(JSON.stringify({ accepted, duplicate, rejected }))
    return send(exchange, 200, [...json, 'x-request-id', exchange.requestId], answer)
  }

  function refuse(error: unknown, exchange: Exchange): Response {
    const problem = asProblem(error)
    if (problem.code === 'rate_limited') telemetry.limited(ROUTE)
    const response = problemResponse(problem, exchange, serving, ROUTE)
    for (const [name, value] of Object.entries(open)) response.headers.set(name, value)
    response.headers.delete('www-authenticate')
    return response
  }

  return async context => {
    const { method } = context.req
    const exchange = new Exchange(context, deps.random.uuid(), deps.settings.trustProxy)
    if (method === 'OPTIONS') return send(exchange, 204, [...allowed], null)
    if (method !== 'POST') return refuse(new ProblemError('not_found'), exchange)
    const began = performance.now()
    let status = 200
    try {
      return await take(context, exchange)
    } catch (error) {
      const response = refuse(error, exchange)
      status = response.status
      return response
    } finally {
      telemetry.served({ route: ROUTE, method, status, seconds: (performance.now() - began) / 1000 })
    }
  }
}

function bytesOf(context: Context): Promise<Buffer> {
  const { incoming } = (context.env ?? {}) as { incoming?: IncomingMessage }
  // in process there is a socket's address at most
  return incoming && 'httpVersion' in incoming
    ? readIncoming(incoming)
    : readBody(context.req.raw, collectLimits.bodyBytes)
}
