import { encodeCsv } from './csv.ts'
import { etagOf, isKnown } from './etag.ts'
import type { Exchange } from './exchange.ts'
import type { AnswerFormat } from './format.ts'
import type { PictureAnswer } from './picture.ts'
import type { Route } from './route.ts'
import { send } from './send.ts'

interface Encoded {
  bytes: Buffer
  etag: string
}

/** Bytes of an answer object stand beside it: an answer out of a cache is encoded and hashed once. */
const encodings = new WeakMap<object, Map<string, Encoded>>()

function encodingOf(answer: unknown, kind: string, encode: (answer: unknown) => Buffer): Encoded {
  const isObject = typeof answer === 'object' && answer !== null
  const found = isObject ? encodings.get(answer)?.get(kind) : undefined
  if (found) return found
  const bytes = encode(answer)
  const fresh = { bytes, etag: etagOf(bytes) }
  if (isObject) encodings.set(answer, (encodings.get(answer) ?? new Map<string, Encoded>()).set(kind, fresh))
  return fresh
}

const JSON_TYPE = 'application/json; charset=utf-8'
const CSV_TYPE = 'text/csv; charset=utf-8; header=present'
const encodeJson = (answer: unknown) => Buffer.from(JSON.stringify(answer))

export interface Encoding {
  status: number
  response: Response
}

/**
 * The last move: an answer as bytes, or the news that the caller has them already.
 * @param security headers of every answer, flat
 */
export function encodeAnswer(
  route: Route,
  answer: unknown,
  exchange: Exchange,
  { format, appid, security }: { format: AnswerFormat; appid: string | null; security: readonly string[] },
): Encoding {
  const { status, table, method } = route
  const caching = route.noStore ? 'no-store' : 'private, no-cache'
  const headers = [...security, 'x-request-id', exchange.requestId, 'cache-control', caching]
  headers.push('vary', 'Authorization, Accept, Accept-Language')
  if (status === 204) return { status, response: send(exchange, status, headers, null) }
  const asCsv = format === 'csv' && table !== null
  const picture = route.picture ? (answer as PictureAnswer) : null
  const { bytes, etag } = picture
    ? { bytes: picture.bytes, etag: etagOf(picture.bytes) }
    : asCsv
      ? encodingOf(answer, `csv ${exchange.language}`, one => encodeCsv(table(one, exchange.language)))
      : encodingOf(answer, 'json', encodeJson)
  if (method === 'GET') {
    headers.push('etag', etag)
    if (isKnown(exchange.header('if-none-match'), etag)) {
      return { status: 304, response: send(exchange, 304, headers, null) }
    }
  }
  headers.push('content-type', picture ? picture.type : asCsv ? CSV_TYPE : JSON_TYPE)
  if (asCsv) headers.push('content-disposition', `attachment; filename="${appid}-${route.path.split('/').at(-1)}.csv"`)
  return { status, response: send(exchange, status, headers, bytes) }
}
