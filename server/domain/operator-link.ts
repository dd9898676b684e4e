import { createHmac, timingSafeEqual } from 'node:crypto'

/** What the operator's link says. `expiresAt` is epoch ms. */
export interface OperatorLink {
  handle: string
  expiresAt: number
  nonce: string
}

export const LINK_MS = 5 * 60_000

const signature = (payload: string, key: Buffer) => createHmac('sha256', key).update(payload).digest()

/** Signs a link without asking any store, so that the command works beside a running server. */
export function signLink({ handle, expiresAt, nonce }: OperatorLink, key: Buffer): string {
  const payload = Buffer.from(JSON.stringify([handle, expiresAt, nonce])).toString('base64url')
  return `${payload}.${signature(payload, key).toString('base64url')}`
}

/**
 * What a genuine link says, expired or not.
 * @param keys every key of the ring: a link survives a rotation
 * @returns `null` for anything that we did not sign
 */
export function verifyLink(code: string, keys: Buffer[]): OperatorLink | null {
  const [payload, proof, ...rest] = code.split('.')
  if (!payload || !proof || rest.length > 0) return null
  const given = Buffer.from(proof, 'base64url')
  const genuine = keys.some(key => {
    const expected = signature(payload, key)
    return expected.length === given.length && timingSafeEqual(expected, given)
  })
  if (!genuine) return null
  const [handle, expiresAt, nonce] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [
    string,
    number,
    string,
  ]
  return { handle, expiresAt, nonce }
}
