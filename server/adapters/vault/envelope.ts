import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const VERSION = 1
const KEY_ID_BYTES = 8
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 1 + KEY_ID_BYTES

/** A master key and the name by which sealed text refers to it: the head of its SHA-256. */
export interface MasterKey {
  key: Buffer
  id: Buffer
}

export const masterKeyOf = (key: Buffer): MasterKey => ({
  key,
  id: createHash('sha256').update(key).digest().subarray(0, KEY_ID_BYTES),
})

const headerOf = ({ id }: MasterKey) => Buffer.concat([Buffer.of(VERSION), id])

/** How every text begins that was sealed under this key: version and key id fill whole base64url characters. */
export const sealedPrefix = (key: MasterKey): string => headerOf(key).toString('base64url')

/** `version | key id | nonce | tag | ciphertext`, base64url; AES-256-GCM with header and context as associated data. */
export function seal(plain: string, context: string, key: MasterKey): string {
  const header = headerOf(key)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key.key, nonce)
  cipher.setAAD(Buffer.concat([header, Buffer.from(context)]))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([header, nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** @throws UnsealError when none of the keys sealed it, it was sealed for another context, or it was touched */
export function open(sealed: string, context: string, keys: MasterKey[]): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const header = bytes.subarray(0, HEADER_BYTES)
  const key = keys.find(candidate => headerOf(candidate).equals(header))
  const bodyAt = HEADER_BYTES + NONCE_BYTES + TAG_BYTES
  if (!key || bytes.length < bodyAt) throw new UnsealError(`sealed with an unknown key: ${context}`)
  const decipher = createDecipheriv('aes-256-gcm', key.key, bytes.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.concat([header, Buffer.from(context)]))
  decipher.setAuthTag(bytes.subarray(HEADER_BYTES + NONCE_BYTES, bodyAt))
  try {
    return decipher.update(bytes.subarray(bodyAt), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    throw new UnsealError(`sealed for another place, or altered: ${context}`)
  }
}

/** A sealed text that does not open. Its message names the place, never the content. */
export class UnsealError extends Error {
  override readonly name = 'UnsealError'
}
