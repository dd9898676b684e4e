import { createHash, randomBytes } from 'node:crypto'

/**
 * 63 bits of a name's SHA-256, never 0: how people, devices and unions are kept. Among a million people of one app two
 * share a number with a chance of 1 in 18 million.
 */
export function hashOf(kind: 'device' | 'openid' | 'unionid', name: string): bigint {
  const bits = createHash('sha256').update(`${kind}:${name}`).digest().readBigUInt64LE() >> 1n
  return bits === 0n ? 1n : bits
}

/** 126 bits of a batch's name: no two batches are ever taken for one. */
export function batchHash(batch: string): readonly [bigint, bigint] {
  const digest = createHash('sha256').update(batch).digest()
  return [digest.readBigUInt64LE(0) >> 1n, digest.readBigUInt64LE(8) >> 1n]
}

/** 63 random bits: a number that no name leads to. */
export const randomBits = (): bigint => randomBytes(8).readBigUInt64LE() >> 1n
