import { hash, randomBytes } from 'node:crypto'

/**
 * 63 bits of a name's SHA-256, never 0: how the people and devices of an app are kept, so that nobody of one app has the
 * number of anybody of another. Among a million people of one app two share a number with a chance of 1 in 18 million.
 */
export const hashOf = (appid: string, kind: 'device' | 'openid', name: string): bigint =>
  numberOf(`${appid}:${kind}:${name}`)

/** The same of a unionid, which names one person in all apps. */
export const unionHash = (name: string): bigint => numberOf(`unionid:${name}`)

/** 126 bits of a batch's name: no two batches are ever taken for one. */
export function batchHash(batch: string): readonly [bigint, bigint] {
  const digest = hash('sha256', batch, 'buffer')
  return [digest.readBigUInt64LE(0) >> 1n, digest.readBigUInt64LE(8) >> 1n]
}

function numberOf(name: string): bigint {
  const bits = hash('sha256', name, 'buffer').readBigUInt64LE() >> 1n
  return bits === 0n ? 1n : bits
}

/** 63 random bits: a number that no name leads to. */
export const randomBits = (): bigint => randomBytes(8).readBigUInt64LE() >> 1n
