import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Exchange } from './exchange.ts'

/**
 * Sends an answer. On Node it goes out at once: wrapping it into a `Response` for the adapter to take apart again costs
 * as much as all the rest of a warm read.
 * A text goes out in one piece with the headers, bytes in a second one.
 * @param headers flat, `[name, value, name, value]`, the form that Node takes without looking at it twice
 */
export function send(
  { outgoing }: Exchange,
  status: number,
  headers: string[],
  bytes: Buffer | string | null,
): Response {
  if (bytes !== null) headers.push('content-length', String(Buffer.byteLength(bytes)))
  if (!outgoing) {
    const body = bytes as Uint8Array<ArrayBuffer> | string | null
    return new Response(body, { status, headers: pairsOf(headers) })
  }
  outgoing.writeHead(status, headers).end(bytes ?? undefined)
  return RESPONSE_ALREADY_SENT
}

const pairsOf = (flat: string[]): [string, string][] =>
  Array.from({ length: flat.length / 2 }, (_, index) => [flat[2 * index] ?? '', flat[2 * index + 1] ?? ''])
