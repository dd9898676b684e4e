import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Exchange } from './exchange.ts'

/**
 * Sends an answer. On Node it goes out at once: wrapping it into a `Response` for the adapter to take apart again costs
 * as much as all the rest of a warm read.
 */
export function send(
  { outgoing }: Exchange,
  status: number,
  headers: Record<string, string>,
  bytes: Buffer | null,
): Response {
  if (!outgoing) return new Response(bytes as Uint8Array<ArrayBuffer> | null, { status, headers })
  if (bytes !== null) headers['content-length'] = String(bytes.length)
  outgoing.writeHead(status, headers).end(bytes ?? undefined)
  return RESPONSE_ALREADY_SENT
}
