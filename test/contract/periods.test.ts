import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  countDays,
  dayOf,
  granularities,
  isDay,
  latestFinished,
  periodOf,
  periodsBetween,
  shiftPeriod,
  startOfDay,
  weekdayOf,
  yesterdayOf,
} from '../../src/contract/periods.ts'
import { at } from '../support/fakes/clock.ts'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map(count => addDays('1990-01-01', count))

describe('a day', () => {
  test.each([
    '2026-02-29',
    '2026-2-3',
    '2026-13-01',
    '20260714',
    '2026-07-14T00:00',
    '',
    '0000-00-00',
    '0000-01-01',
    '0999-12-31',
    '+010000-01',
  ])('%j is none', text => {
    expect(isDay(text)).toBe(false)
  })
  test.each(['2026-02-28', '2028-02-29', '1999-12-31'])('%j is one', text => expect(isDay(text)).toBe(true))

  test.each([
    ['2026-07-14 00:00', '2026-07-14'],
    ['2026-07-14 23:59:59', '2026-07-14'],
    ['2026-07-15 07:59:59', '2026-07-15'],
  ])('holds the instant %s in Shanghai, whatever the machine says', (instant, day) => {
    expect(dayOf(at(instant))).toBe(day)
  })

  test('begins at midnight in Shanghai', () => {
    expect(startOfDay('2026-07-14')).toBe(at('2026-07-14 00:00'))
    expect(startOfDay('2026-07-14', 39)).toBe(at('2026-07-15 15:00'))
  })

  test('holds every instant of its own', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(86_399_999), (day, ms) => {
        expect(dayOf(startOfDay(day) + ms)).toBe(day)
      }),
    )
  })

  test('has a yesterday that changes at midnight', () => {
    expect(yesterdayOf(at('2026-01-01 00:00') - 1)).toBe('2025-12-30')
    expect(yesterdayOf(at('2026-01-01 00:00'))).toBe('2025-12-31')
  })
})

describe('months', () => {
  test.each([
    ['2026-03-31', -1, '2026-02-28'],
    ['2028-03-31', -1, '2028-02-29'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-07-14', -1, '2026-06-14'],
  ])('%s and %i', (day, count, expected) => expect(addMonths(day, count)).toBe(expected))
})

describe('a period', () => {
  test.each([
    ['day', '2026-07-14', '2026-07-14', '2026-07-14', '2026-07-14'],
    ['week', '2026-07-12', '2026-07-06/2026-07-12', '2026-07-06', '2026-07-12'],
    ['week', '2026-01-01', '2025-12-29/2026-01-04', '2025-12-29', '2026-01-04'],
    ['month', '2026-02-10', '2026-02', '2026-02-01', '2026-02-28'],
  ] as const)('%s of %s', (granularity, day, name, from, to) => {
    expect(periodOf(granularity, day)).toEqual({ name, from, to })
  })

  test('weeks run from Monday to Sunday', () => {
    fc.assert(
      fc.property(anyDay, day => {
        const week = periodOf('week', day)
        expect([weekdayOf(week.from), weekdayOf(week.to), countDays(week.from, week.to)]).toEqual([1, 7, 7])
      }),
    )
  })

  test('periods follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(fc.constantFrom(...granularities), anyDay, (granularity, day) => {
        const period = periodOf(granularity, day)
        const next = shiftPeriod(granularity, period, 1)
        expect(next.from).toBe(addDays(period.to, 1))
        expect(shiftPeriod(granularity, next, -1)).toEqual(period)
      }),
    )
  })

  test('between two days lie all that touch them', () => {
    const weeks = periodsBetween('week', '2026-06-30', '2026-07-13').map(period => period.from)
    expect(weeks).toEqual(['2026-06-29', '2026-07-06', '2026-07-13'])
  })

  test.each([
    ['day', '2026-07-13 00:00', '2026-07-12'],
    ['week', '2026-07-12 23:59', '2026-06-29/2026-07-05'],
    ['week', '2026-07-13 00:00', '2026-07-06/2026-07-12'],
    ['month', '2026-07-31 23:59', '2026-06'],
    ['month', '2026-08-01 00:00', '2026-07'],
  ] as const)('the newest finished %s at %s', (granularity, instant, name) => {
    expect(latestFinished(granularity, at(instant)).name).toBe(name)
  })
})
