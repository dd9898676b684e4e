import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baseDaysOf, compare } from '../../../server/domain/comparison.ts'

describe('a change', () => {
  test.each([
    [120, 100, 'percent', 0.2],
    [0, 100, 'percent', -1],
    [100, 100, 'percent', 0],
    [5, 0, 'new', null],
    [0, 0, 'flat', null],
    [5, null, 'none', null],
    [null, 5, 'none', null],
    [null, null, 'none', null],
    [5, -1, 'none', null],
  ] as const)('from base to current: %s against %s is %s %s', (current, base, kind, value) => {
    expect(compare(current, base, '2026-07-13')).toEqual({ baseDate: '2026-07-13', base, kind, value })
  })

  test('applied to its base gives the current number back', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 1e9 }), (current, base) => {
        const { value } = compare(current, base, '2026-07-13')
        expect(base * (1 + (value ?? Number.NaN))).toBeCloseTo(current, 3)
      }),
    )
  })
})

describe('the bases of a day', () => {
  test.each([
    ['2026-07-14', '2026-07-13', '2026-07-07', '2026-06-14'],
    ['2026-03-31', '2026-03-30', '2026-03-24', '2026-02-28'],
    ['2028-03-30', '2028-03-29', '2028-03-23', '2028-02-29'],
    ['2026-01-01', '2025-12-31', '2025-12-25', '2025-12-01'],
  ])('%s', (date, day, week, month) => expect(baseDaysOf(date)).toEqual({ day, week, month }))
})
