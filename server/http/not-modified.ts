import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Exchange } from './exchange.ts'

/**
 * 304. On Node it goes out at once: a bodiless `Response` costs the adapter more than all the rest of the request,
 * and 304 is what a reopened page mostly gets.
 */
export function notModified({ outgoing }: Exchange, headers: Record<string, string>): Response {
  if (!outgoing) return new Response(null, { status: 304, headers })
  outgoing.writeHead(304, headers).end()
  return RESPONSE_ALREADY_SENT
}
