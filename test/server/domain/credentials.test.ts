import { describe, expect, it } from 'vitest'
import { CODE_PATTERN, newCode, newPin, newToken, TOKEN_PATTERN } from '../../../server/domain/credentials.ts'
import { systemRandom } from '../../../server/ports/random.ts'

const DRAWN = 4_000
/** Standard deviations that a fair coin keeps within, but for once in five hundred million. */
const FAIR = 6

const drawn = (make: () => string) => Array.from({ length: DRAWN }, make)

/** How often each bit of what was drawn is set. */
function setBits(credentials: readonly string[]): number[] {
  const all = credentials.map(one => Buffer.from(one, 'base64url'))
  const bits = 8 * (all[0]?.length ?? 0)
  return Array.from(
    { length: bits },
    (_, bit) => all.filter(bytes => ((bytes[bit >> 3] ?? 0) >> (bit & 7)) % 2 === 1).length,
  )
}

describe.each([
  ['a token', 256, TOKEN_PATTERN, () => newToken(systemRandom)],
  ['the code of a card or a hand-off', 128, CODE_PATTERN, () => newCode(systemRandom)],
] as const)('%s', (_what, bits, pattern, make) => {
  const many = drawn(make)

  it(`has ${bits} bits, each as often set as not`, () => {
    const counts = setBits(many)
    expect(counts).toHaveLength(bits)
    const spread = FAIR * Math.sqrt(DRAWN / 4)
    expect(counts.filter(count => Math.abs(count - DRAWN / 2) > spread)).toEqual([])
  })

  it('never comes twice, and fits an address', () => {
    expect(new Set(many).size).toBe(DRAWN)
    expect(many.filter(one => !pattern.test(one))).toEqual([])
  })
})

it('a pin has four digits, and every first digit comes as often as another', () => {
  const pins = drawn(() => newPin(systemRandom))
  expect(pins.filter(pin => !/^\d{4}$/.test(pin))).toEqual([])
  const spread = FAIR * Math.sqrt(DRAWN * 0.1 * 0.9)
  for (const digit of '0123456789') {
    const count = pins.filter(pin => pin.startsWith(digit)).length
    expect(Math.abs(count - DRAWN / 10)).toBeLessThan(spread)
  }
})
