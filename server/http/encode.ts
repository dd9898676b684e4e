import type { Locale } from '../../src/contract/identity.ts'
import { encodeCsv } from './csv.ts'
import { etagOf, isKnown } from './etag.ts'
import type { AnswerFormat } from './format.ts'
import type { Route } from './route.ts'

interface Encoded {
  bytes: Buffer
  etag: string
}

/** Bytes of an answer object stand beside it: an answer out of a cache is encoded and hashed once. */
const encodings = new WeakMap<object, Map<string, Encoded>>()

function encodingOf(answer: unknown, kind: string, encode: () => Buffer): Encoded {
  const fresh = () => {
    const bytes = encode()
    return { bytes, etag: etagOf(bytes) }
  }
  if (typeof answer !== 'object' || answer === null) return fresh()
  const known = encodings.get(answer) ?? new Map<string, Encoded>()
  if (known.size === 0) encodings.set(answer, known)
  const found = known.get(kind) ?? fresh()
  known.set(kind, found)
  return found
}

export interface Wish {
  format: AnswerFormat
  language: Locale
  ifNoneMatch: string | undefined
  headers: Record<string, string>
  fileName: string
}

/** The last move: an answer as bytes, or the news that the caller has them already. */
export function encodeAnswer(route: Route, answer: unknown, wish: Wish): Response {
  const headers: Record<string, string> = {
    ...wish.headers,
    'cache-control': route.noStore ? 'no-store' : 'private, no-cache',
    vary: 'Authorization, Accept, Accept-Language',
  }
  if (route.status === 204) return new Response(null, { status: 204, headers })
  const { table } = route
  const asCsv = wish.format === 'csv' && table !== null
  const { bytes, etag } = asCsv
    ? encodingOf(answer, `csv ${wish.language}`, () => encodeCsv(table(answer, wish.language)))
    : encodingOf(answer, 'json', () => Buffer.from(JSON.stringify(answer)))
  if (route.method === 'GET') {
    headers.etag = etag
    if (isKnown(wish.ifNoneMatch, etag)) return new Response(null, { status: 304, headers })
  }
  headers['content-type'] = asCsv ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8'
  if (asCsv) headers['content-disposition'] = `attachment; filename="${wish.fileName}.csv"`
  return new Response(bytes as Uint8Array<ArrayBuffer>, { status: route.status, headers })
}
