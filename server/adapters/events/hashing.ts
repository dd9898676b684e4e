import { hash, randomBytes } from 'node:crypto'
import type { Long } from './sql/columns.ts'

/**
 * 63 bits of a name's SHA-256, never 0: how the people and devices of an app are kept, so that nobody of one app has the
 * number of anybody of another. Among a million people of one app two share a number with a chance of 1 in 18 million.
 */
export const hashOf = (appid: string, kind: 'device' | 'openid', name: string): bigint =>
  bigintOf(longHash(`${appid}:${kind}:${name}`))

/** The same in halves. A unionid names one person in all apps. */
export const longOf = (appid: string, kind: 'device' | 'openid' | 'unionid', name: string): Long =>
  longHash(kind === 'unionid' ? `unionid:${name}` : `${appid}:${kind}:${name}`)

/** 126 bits of a batch's name: no two batches are ever taken for one. */
export function batchHash(batch: string): readonly [bigint, bigint] {
  const [one, other] = batchLongs(batch)
  return [bigintOf(one), bigintOf(other)]
}

/** The same in halves. */
export function batchLongs(batch: string): readonly [Long, Long] {
  const digest = hash('sha256', batch, 'buffer')
  return [bitsAt(digest, 0), bitsAt(digest, 8)]
}

function longHash(name: string): Long {
  const bits = bitsAt(hash('sha256', name, 'buffer'), 0)
  return bits.low === 0 && bits.high === 0 ? { low: 1, high: 0 } : bits
}

/** 64 bits without the last one. */
function bitsAt(digest: Buffer, at: number): Long {
  const high = digest.readUInt32LE(at + 4)
  return { low: ((digest.readUInt32LE(at) >>> 1) | (high << 31)) >>> 0, high: high >>> 1 }
}

const bigintOf = ({ low, high }: Long): bigint => (BigInt(high) << 32n) | BigInt(low)

/** 63 random bits: a number that no name leads to. */
export const randomBits = (): bigint => randomBytes(8).readBigUInt64LE() >> 1n
