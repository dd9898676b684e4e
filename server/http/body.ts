import { ProblemError } from '../errors.ts'

/** The general limit of a request's body. */
export const BODY_LIMIT_BYTES = 64 * 1024
/** Who dribbles a body for longer holds a connection for nothing. */
const BODY_WITHIN_MS = 60_000

/**
 * Reads a body without ever holding more than the limit; the rest is not read at all.
 * @throws ProblemError `too_large`, or `bad_request` when it ends before its end or does not come within a minute
 */
export async function readBody(request: Request, limit = BODY_LIMIT_BYTES, withinMs = BODY_WITHIN_MS): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new ProblemError('too_large')
  if (!request.body) return Buffer.alloc(0)
  const reader = request.body.getReader()
  let isLate = false
  const late = setTimeout(() => {
    isLate = true
    reader.cancel().catch(() => undefined)
  }, withinMs)
  try {
    const body = await readAll(reader, limit)
    if (isLate) throw new ProblemError('bad_request')
    return body
  } finally {
    clearTimeout(late)
  }
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read().catch(brokenOff)
    if (done) return Buffer.concat(chunks)
    size += value.byteLength
    if (size > limit) {
      reader.cancel().catch(() => undefined)
      throw new ProblemError('too_large')
    }
    chunks.push(value)
  }
}

/** Who hangs up in the middle has asked nothing; it is no failure of ours. */
function brokenOff(cause: unknown): never {
  throw new ProblemError('bad_request', {}, { cause })
}

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i

/**
 * What a body says; an absent one says `{}`.
 * @throws ProblemError `bad_request` when it is not UTF-8, not JSON, or says that it is something else
 */
export function parseJson(bytes: Buffer, contentType: string | undefined): unknown {
  if (bytes.length === 0) return {}
  if (contentType !== undefined && !JSON_TYPE.test(contentType.trim())) {
    throw new ProblemError('bad_request', { detail: 'notJson' })
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new ProblemError('bad_request', { detail: 'notJson' }, { cause })
  }
}
