import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { ProblemError } from '../errors.ts'
import type { Exchange } from './exchange.ts'
import type { Serving } from './serving.ts'

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
      const ready = await within(READY_WITHIN_MS, deps.ready())
      return ready ? json(200, readyWords(ready), exchange) : json(503, { status: 'unavailable' }, exchange)
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

/** An AppSecret that no key opens keeps nobody else from being served: the operator is told, and it stays 200. */
function readyWords({ unreadableSecrets: count }: { unreadableSecrets: number }): object {
  if (count === 0) return { status: 'ok' }
  const notice = `No key of MASTER_KEY opens the AppSecrets of ${count} apps: put the key back, or have them entered anew`
  return { status: 'ok', notice }
}

/** What a promise comes to within so many milliseconds; `null` when it fails or is late. */
async function within<T>(limitMs: number, promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>(resolve => {
    timer = setTimeout(resolve, limitMs, null)
  })
  return Promise.race([promise.catch(() => null), late]).finally(() => clearTimeout(timer))
}
