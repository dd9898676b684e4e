import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'hono'
import { COLLECT_PATH, collectLimits } from '../../src/contract/collect.ts'
import { ProblemError } from '../errors.ts'
import { takeBatch } from '../usecases/collect/take-batch.ts'
import { readBody } from './body.ts'
import { letGo, parseCollected, readIncoming } from './collect-body.ts'
import type { Door } from './door.ts'
import type { Encoding } from './encode.ts'
import { Exchange, type ExchangeSource } from './exchange.ts'
import { asProblem } from './problem.ts'
import { send } from './send.ts'
import { sendProblem } from './send-problem.ts'
import type { Serving } from './serving.ts'

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
  const { deps, headers, admission } = serving
  const { collect, clock, telemetry } = deps
  const refusal = Object.entries({ ...headers.data, ...open }).flat()
  const json = [...refusal, 'cache-control', 'no-store', 'content-type', 'application/json; charset=utf-8']
  const allowed = Object.entries({ ...headers.data, ...preflight }).flat()

  const exchangeOf = (source: ExchangeSource) => new Exchange(source, deps.random.uuid(), deps.settings.trustProxy)

  async function take(exchange: Exchange, read: () => Promise<Buffer>): Promise<Response> {
    const bytes = await read()
    if (!(await admission.enter(bytes.length))) {
      throw new ProblemError('rate_limited', { retryAfterSeconds: OVERLOAD_RETRY_SECONDS })
    }
    try {
      const body = parseCollected(bytes, exchange.header('content-type'), exchange.header('content-encoding'))
      const { accepted, duplicate, rejected } = await takeBatch(collect, body, exchange.header('referer'), clock.now())
      const answer = JSON.stringify({ accepted, duplicate, rejected })
      return send(exchange, 200, [...json, 'x-request-id', exchange.requestId], answer)
    } finally {
      admission.leave(bytes.length)
    }
  }

  function refuse(error: unknown, exchange: Exchange): Encoding {
    const problem = asProblem(error)
    if (problem.code === 'rate_limited') telemetry.limited(ROUTE)
    return sendProblem(problem, exchange, serving, { route: ROUTE, security: refusal, challenge: false })
  }

  /** Takes and measures. */
  async function post(exchange: Exchange, read: () => Promise<Buffer>): Promise<Encoding> {
    const began = performance.now()
    let encoding: Encoding
    try {
      encoding = { status: 200, response: await take(exchange, read) }
    } catch (error) {
      encoding = refuse(error, exchange)
    }
    const { status } = encoding
    telemetry.served({ route: ROUTE, method: 'POST', status, seconds: (performance.now() - began) / 1000 })
    return encoding
  }

  async function overSocket(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const exchange = exchangeOf({ env: { incoming, outgoing }, req: noHeaders })
    const { status } = await post(exchange, () => readIncoming(incoming))
    if (status !== 200) letGo(incoming)
  }

  return {
    // whose events they are, and whether they are taken, the write key says
    questions: ['anyone'],
    enter(incoming, outgoing) {
      const { method, url = '' } = incoming
      if (method !== 'POST' || !url.startsWith(COLLECT_PATH) || !isPath(url)) return null
      return overSocket(incoming, outgoing)
    },
    async answer(context) {
      const { method } = context.req
      const exchange = exchangeOf(context)
      if (method === 'OPTIONS') return send(exchange, 204, [...allowed], null)
      if (method !== 'POST') return refuse(new ProblemError('not_found'), exchange).response
      return (await post(exchange, () => readBody(context.req.raw, collectLimits.bodyBytes))).response
    },
  }
}

const isPath = (url: string) => url.length === COLLECT_PATH.length || url[COLLECT_PATH.length] === '?'

/** Over a socket they are read from the request. */
const noHeaders = { header: () => undefined }
