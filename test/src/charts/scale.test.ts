import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AxisUnit, roundUp, scaleFor } from '../../../src/charts/scale.ts'

describe('scaleFor', () => {
  it.each<[unit: AxisUnit, values: (number | null)[], max: number, step: number]>([
    ['count', [56_500, 72_396, 61_208], 75_000, 25_000],
    ['count', [0, 36, 9], 45, 15],
    ['count', [1], 3, 1],
    ['count', [0, 0, 0], 3, 1],
    ['count', [4], 6, 2],
    ['decimal', [1.98, 2.04], 2.4, 0.8],
    ['seconds', [83, 88, 61], 90, 30],
    ['seconds', [193], 360, 120],
    ['count', [100_000_000], 120_000_000, 40_000_000],
  ])('draws %s values %j up to %d in steps of %d', (unit, values, max, step) => {
    expect(scaleFor(values, unit)).toEqual({ min: 0, max, step })
  })

  it('has nothing to write when no value is known', () => {
    expect(scaleFor([null, null], 'count')).toBeNull()
  })

  it('draws the smallest number there is over a whole step', () => {
    expect(scaleFor([5e-324], 'decimal')).toEqual({ min: 0, max: 3, step: 1 })
  })

  it('reaches below zero for values below zero', () => {
    expect(scaleFor([-40, 70], 'count')).toEqual({ min: -40, max: 80, step: 40 })
  })

  it('holds every value, with zero on a grid line', () => {
    const amounts = fc.array(fc.double({ min: 0, max: 1e10, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(amounts, fc.constantFrom<AxisUnit>('count', 'decimal', 'seconds'), (values, unit) => {
        const scale = scaleFor(values, unit)
        expect(scale?.min).toBe(0)
        expect(scale?.max).toBeGreaterThanOrEqual(Math.max(...values) * (1 - 1e-9))
      }),
    )
  })
})

describe('roundUp', () => {
  it.each<[unit: AxisUnit, least: number, step: number]>([
    ['count', 24_132, 25_000],
    ['count', 0.4, 1],
    ['count', 1.2, 2],
    ['decimal', 0.66, 0.8],
    ['seconds', 27, 30],
    ['seconds', 4_000, 7_200],
  ])('finds for %s the round step over %d: %d', (unit, least, step) => {
    expect(roundUp(least, unit)).toBe(step)
  })
})
