import { hash, timingSafeEqual } from 'node:crypto'
import type { Random } from '../ports/random.ts'

/** 256 random bits as 43 base64url characters: session tokens and hand-off secrets. */
export const newToken = (random: Random): string => random.bytes(32).toString('base64url')

/** 128 random bits as 22 base64url characters, short enough for a mini program code's scene. */
export const newCode = (random: Random): string => random.bytes(16).toString('base64url')

/** Four digits, each of the ten thousand equally likely. */
export function newPin(random: Random): string {
  const range = 10_000
  for (;;) {
    const drawn = random.bytes(2).readUInt16BE()
    if (drawn < Math.floor(65_536 / range) * range) return String(drawn % range).padStart(4, '0')
  }
}

export const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/
export const CODE_PATTERN = /^[A-Za-z0-9_-]{22}$/

/** What is stored instead of the thing itself: SHA-256, base64url. The input is 128 random bits or more: no salt. */
export const hashOf = (credential: string): string => hash('sha256', credential, 'base64url')

/** Compares two hashes without telling where they differ. */
export function sameHash(one: string, other: string): boolean {
  const a = Buffer.from(one)
  const b = Buffer.from(other)
  return a.length === b.length && timingSafeEqual(a, b)
}
