import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { ProblemError } from '../errors.ts'
import type { Exchange } from './exchange.ts'
import type { Serving } from './serve.ts'

const READY_WITHIN_MS = 2000

/** A page outside the contract's base path, for whoever runs the server. */
export type OperationPage = (context: Context, exchange: Exchange) => Promise<Response>

const digest = (text: string) => createHash('sha256').update(text).digest()

/** `/healthz`, `/readyz`, `/metrics` and the OpenAPI document. */
export function operationPages({ deps, headers }: Serving, openApi: object): Record<string, OperationPage> {
  const say = (status: number, type: string, body: string, { requestId }: Exchange) =>
    new Response(body, {
      status,
      headers: { ...headers.data, 'content-type': type, 'cache-control': 'no-store', 'x-request-id': requestId },
    })
  const json = (status: number, body: object, exchange: Exchange) =>
    say(status, 'application/json; charset=utf-8', JSON.stringify(body), exchange)
  const document = JSON.stringify(openApi)
  return {
    '/healthz': async (_context, exchange) => json(200, { status: 'ok' }, exchange),
    async '/readyz'(_context, exchange) {
      const isReady = await within(READY_WITHIN_MS, deps.ready())
      return json(isReady ? 200 : 503, { status: isReady ? 'ok' : 'unavailable' }, exchange)
    },
    async '/metrics'(_context, exchange) {
      const { metricsToken } = deps.settings
      const given = exchange.credential
      if (metricsToken === null || given === null || !timingSafeEqual(digest(given), digest(metricsToken))) {
        throw new ProblemError('not_found')
      }
      return say(200, 'text/plain; version=0.0.4; charset=utf-8', await deps.telemetry.exposition(), exchange)
    },
    '/api/openapi.json': async (_context, exchange) => say(200, 'application/json; charset=utf-8', document, exchange),
  }
}

/** True when a promise keeps within so many milliseconds. */
async function within(limitMs: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>(resolve => {
    timer = setTimeout(resolve, limitMs, false)
  })
  const kept = promise.then(
    () => true,
    () => false,
  )
  return Promise.race([kept, late]).finally(() => clearTimeout(timer))
}
