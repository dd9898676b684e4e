/**
 * What a keyed hash is for: equal things of two purposes have nothing in common. `openid` and `unionid` are of people who
 * sign in, `event-…` of visitors of measured apps; `write-key` proves that a key was made here.
 */
export type HashPurpose = 'openid' | 'unionid' | 'event-openid' | 'event-unionid' | 'write-key'

/**
 * Seals what must be read again (AppSecrets, access tokens, openids for messages) and keys the hashes of what must
 * only be recognised. Sealed text is bound to its `context` (AAD), so that a row moved to another app opens no more.
 */
export interface Vault {
  /** AES-256-GCM envelope under the newest master key, as one printable string. */
  seal(plain: string, context: string): string
  /** @throws when the text was sealed for another context, with an unknown key, or was touched. */
  open(sealed: string, context: string): string
  /** HMAC-SHA-256 under the hash key, base64url: equal input gives equal output for ever, across key rotations. */
  hash(plain: string, purpose: HashPurpose): string
  /** A key of its own for signing operator links, one for each master key in the ring, newest first. */
  linkKeys(): Buffer[]
}
