import { ProblemError } from '../errors.ts'

const GZIP = new Set(['gzip', 'x-gzip'])

/**
 * Whether a body is packed, by its `Content-Encoding`: a name in any case, with gzip's old one (RFC 9110 8.4.1).
 * @throws ProblemError `bad_request` for another packing
 */
export function isGzipped(encoding: string | null | undefined): boolean {
  const name = encoding?.trim().toLowerCase() ?? ''
  if (name === '' || name === 'identity') return false
  if (!GZIP.has(name)) throw new ProblemError('bad_request', { detail: 'notGzip' })
  return true
}
