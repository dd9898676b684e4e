import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import { COLLECT_PATH, collectLimits } from '../../src/contract/collect.ts'
import { ProblemError } from '../errors.ts'
import { takeBatch } from '../usecases/collect/take-batch.ts'
import { readBody } from './body.ts'
import { letGo, parseCollected, readIncoming } from './collect-body.ts'
import type { Door } from './door.ts'
import { Exchange, type ExchangeSource } from './exchange.ts'
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
 * them. What is not needed to take an event is not done here. Over a socket it does not even pass through the router.
 */
export function collectDoor(serving: Serving): Door & { answer(context: Context): Promise<Response> } {
  const { deps, headers } = serving
  const { collect, clock, telemetry } = deps
  const common = Object.entries({ ...headers.data, ...open, 'cache-control': 'no-store' }).flat()
  const json = [...common, 'content-type', 'application/json; charset=utf-8']
  const allowed = Object.entries({ ...headers.data, ...preflight }).flat()

  const turn = new TurnBudget()
  const exchangeOf = (source: ExchangeSource) => new Exchange(source, deps.random.uuid(), deps.settings.trustProxy)

  async function take(exchange: Exchange, read: () => Promise<Buffer>): Promise<Response> {
    if (!turn.take()) throw new ProblemError('rate_limited', { retryAfterSeconds: OVERLOAD_RETRY_SECONDS })
    const bytes = await read()
    const body = parseCollected(bytes, exchange.header('content-type'), exchange.header('content-encoding'))
    const { accepted, duplicate, rejected } = await takeBatch(collect, body, exchange.header('referer'), clock.now())
    const answer = JSON.stringify({ accepted, duplicate, rejected })
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

  /** Takes and measures. */
  async function post(exchange: Exchange, read: () => Promise<Buffer>): Promise<Response> {
    const began = performance.now()
    let status = 200
    try {
      return await take(exchange, read)
    } catch (error) {
      const response = refuse(error, exchange)
      status = response.status
      return response
    } finally {
      telemetry.served({ route: ROUTE, method: 'POST', status, seconds: (performance.now() - began) / 1000 })
    }
  }

  return {
    // whose events they are, and whether they are taken, the write key says
    question: 'anyone',
    takes: ({ method, url = '' }) => method === 'POST' && url.startsWith(COLLECT_PATH) && isPath(url),
    async serve(incoming, outgoing) {
      const exchange = exchangeOf({ env: { incoming, outgoing }, req: noHeaders })
      const response = await post(exchange, () => readIncoming(incoming))
      if (response === RESPONSE_ALREADY_SENT) return
      letGo(incoming)
      const text = await response.text()
      const said = [...response.headers, ['content-length', String(Buffer.byteLength(text))]]
      outgoing.writeHead(response.status, said.flat()).end(text)
    },
    async answer(context) {
      const { method } = context.req
      const exchange = exchangeOf(context)
      if (method === 'OPTIONS') return send(exchange, 204, [...allowed], null)
      if (method !== 'POST') return refuse(new ProblemError('not_found'), exchange)
      return post(exchange, () => readBody(context.req.raw, collectLimits.bodyBytes))
    },
  }
}

const isPath = (url: string) => url.length === COLLECT_PATH.length || url[COLLECT_PATH.length] === '?'

/** Over a socket they are read from the request. */
const noHeaders = { header: () => undefined }
