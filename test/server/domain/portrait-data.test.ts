import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PortraitHalf, PortraitLine } from '../../../server/domain/portrait.ts'
import { portraitData } from '../../../server/domain/portrait-data.ts'
import { portraitAttributes } from '../../../src/contract/portrait.ts'

const anyLine = fc.record<PortraitLine>({
  id: fc.option(fc.integer({ min: 0, max: 9_999 })),
  name: fc.constantFrom('广东省', '广东', '未知', 'iPhone', '=1+1'),
  value: fc.option(fc.nat(1e6)),
})
const anyLines = fc.array(anyLine, { maxLength: 30 })
const anyHalf: fc.Arbitrary<PortraitHalf> = fc.record({
  province: anyLines,
  city: anyLines,
  genders: anyLines,
  platforms: anyLines,
  devices: anyLines,
  ages: anyLines,
})

const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)

describe('the portrait of any people', () => {
  test('has the lines of the answer, in their order, twenty models of them', () => {
    fc.assert(
      fc.property(anyHalf, half => {
        const data = portraitData(half)
        for (const name of portraitAttributes) {
          const said = name === 'devices' ? half.devices.slice(0, 20) : half[name]
          expect(data[name].map(({ id, name: called, value }) => ({ id, name: called, value }))).toEqual(said)
        }
      }),
    )
  })

  test('has shares of all lines of the attribute, 未知 and the models that are not shown included', () => {
    fc.assert(
      fc.property(anyHalf, half => {
        const data = portraitData(half)
        for (const name of portraitAttributes) {
          const total = sum(half[name].map(line => line.value))
          for (const { value, share } of data[name])
            expect(share).toBe(value === null || total === 0 ? null : value / total)
          const shares = sum(data[name].map(line => line.share))
          if (total > 0 && half[name].length <= 20) expect(shares).toBeCloseTo(1, 9)
          expect(shares).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })

  test('gives a line the same share wherever it stands', () => {
    const orders = anyHalf.chain(half =>
      fc.tuple(fc.constant(half), fc.shuffledSubarray(half.ages, { minLength: half.ages.length })),
    )
    const told = (half: PortraitHalf) =>
      portraitData(half)
        .ages.map(line => JSON.stringify(line))
        .toSorted()
    fc.assert(
      fc.property(orders, ([half, ages]) => {
        expect(told({ ...half, ages })).toEqual(told(half))
      }),
    )
  })

  test('is empty, and not zero, where nothing is known', () => {
    expect(Object.values(portraitData(null))).toEqual(portraitAttributes.map(() => []))
  })
})
