import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { ProblemError } from '../errors.ts'
import { isGzipped } from './content-coding.ts'

/** What zlib says of bytes that are no gzip, or that end too early. */
const isBadGzip = (error: unknown): boolean => /^Z_/.test(String((error as { code?: unknown }).code))

function decoded(source: Readable, encoding: string | null): Readable {
  if (!isGzipped(encoding)) return source
  const gunzip = createGunzip()
  // a source that breaks off ends the gunzip with it, and whoever reads it hears
  pipeline(source, gunzip).catch(() => undefined)
  return gunzip
}

/**
 * A request's body as it comes, gzip unpacked, no faster than it is read.
 * @param limit bytes, counted while they are unpacked
 * @throws ProblemError `too_large` beyond the limit, `bad_request` when it breaks off or is no gzip
 */
export async function* unpacked(request: Request, limit: number): AsyncGenerator<Buffer> {
  if (!request.body) return
  const source = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
  let size = 0
  try {
    for await (const chunk of decoded(source, request.headers.get('content-encoding'))) {
      size += chunk.length
      if (size > limit) throw new ProblemError('too_large')
      yield chunk
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error
    if (isBadGzip(error)) throw new ProblemError('bad_request', { detail: 'notGzip' }, { cause: error })
    throw new ProblemError('bad_request', {}, { cause: error })
  } finally {
    source.destroy()
  }
}
