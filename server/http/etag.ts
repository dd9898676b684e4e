import { createHash } from 'node:crypto'

/** A strong validator: a hash of the very bytes. */
export const etagOf = (bytes: Uint8Array): string =>
  `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`

/** True when `If-None-Match` names this validator: a list, `*`, and weak forms count (RFC 9110 13.1.2). */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (!header) return false
  if (header === etag || header.trim() === '*') return true
  return header.split(',').some(part => part.trim().replace(/^W\//, '') === etag)
}
