import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDay, type RangeQuery, rangesOf } from '../../../server/domain/ranges.ts'
import { addDays, type Granularity } from '../../../src/contract/periods.ts'
import { at } from '../../support/fakes/clock.ts'

// A Wednesday.
const now = at('2026-07-15 11:00')

const faults = (granularity: Granularity, from: string, to: string, compareFrom?: string) => {
  const checked = rangesOf({ granularity, from, to, compareFrom }, now)
  return 'issues' in checked ? checked.issues.map(issue => `${issue.path} ${issue.code}`) : []
}

describe('a range is refused when', () => {
  test.each<[string, Granularity, string, string, string | undefined, string[]]>([
    ['a day does not exist', 'day', '2026-02-30', '2026-07-14', undefined, ['/query/from format']],
    [
      'no day exists',
      'day',
      '2026-02-30',
      '2026-06-31',
      '2026-13-01',
      ['/query/from format', '/query/to format', '/query/compareFrom format'],
    ],
    ['it runs backwards', 'day', '2026-07-14', '2026-07-13', undefined, ['/query/from range']],
    ['it takes today', 'day', '2026-07-01', '2026-07-15', undefined, ['/query/to range']],
    ['it holds 367 days', 'day', '2025-07-13', '2026-07-14', undefined, ['/query/from range']],
    ['a week begins on a Tuesday', 'week', '2026-07-07', '2026-07-12', undefined, ['/query/from range']],
    ['a week ends on a Saturday', 'week', '2026-07-06', '2026-07-11', undefined, ['/query/to range']],
    ['a week is not over', 'week', '2026-07-06', '2026-07-19', undefined, ['/query/to range']],
    ['a month begins on the 2nd', 'month', '2026-05-02', '2026-06-30', undefined, ['/query/from range']],
    ['a month ends before its last day', 'month', '2026-05-01', '2026-06-29', undefined, ['/query/to range']],
    ['a month is not over', 'month', '2026-06-01', '2026-07-31', undefined, ['/query/to range']],
    [
      'the comparison ends after yesterday',
      'day',
      '2026-07-01',
      '2026-07-07',
      '2026-07-09',
      ['/query/compareFrom range'],
    ],
    [
      'the compared week begins on a Sunday',
      'week',
      '2026-07-06',
      '2026-07-12',
      '2026-06-28',
      ['/query/compareFrom range'],
    ],
    [
      'the compared month begins in its middle',
      'month',
      '2026-06-01',
      '2026-06-30',
      '2026-05-15',
      ['/query/compareFrom range'],
    ],
  ])('%s', (_, granularity, from, to, compareFrom, expected) => {
    expect(faults(granularity, from, to, compareFrom)).toEqual(expected)
  })
})

describe('a range is taken', () => {
  const names = (query: RangeQuery) => {
    const checked = rangesOf(query, now)
    if ('issues' in checked) throw new Error(JSON.stringify(checked.issues))
    const { periods, compare } = checked.ranges
    return [periods.map(period => period.name), compare?.map(period => period.name) ?? null]
  }

  test('of one day, yesterday', () => {
    expect(names({ granularity: 'day', from: '2026-07-14', to: '2026-07-14' })).toEqual([['2026-07-14'], null])
  })
  test('of 366 days', () => expect(faults('day', '2025-07-14', '2026-07-14')).toEqual([]))
  test('of whole weeks, with as many to compare', () => {
    expect(names({ granularity: 'week', from: '2026-06-29', to: '2026-07-12', compareFrom: '2026-06-15' })).toEqual([
      ['2026-06-29/2026-07-05', '2026-07-06/2026-07-12'],
      ['2026-06-15/2026-06-21', '2026-06-22/2026-06-28'],
    ])
  })
  test('of a long month with a short one to compare', () => {
    expect(names({ granularity: 'month', from: '2026-03-01', to: '2026-03-31', compareFrom: '2026-02-01' })).toEqual([
      ['2026-03'],
      ['2026-02'],
    ])
  })

  test('with as many compared periods as periods, each day once and in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 366 }), fc.nat(400), fc.nat(800), (length, back, compareBack) => {
        const to = addDays('2026-07-14', -back)
        const from = addDays(to, 1 - length)
        const checked = rangesOf({ granularity: 'day', from, to, compareFrom: addDays(from, -compareBack) }, now)
        if ('issues' in checked) throw new Error('refused')
        const days = checked.ranges.periods.map(period => period.name)
        expect(days).toHaveLength(length)
        expect(new Set(days).size).toBe(length)
        expect(days).toEqual([...days].sort())
        expect(checked.ranges.compare).toHaveLength(length)
      }),
      { numRuns: 20 },
    )
  })
})

describe('a day', () => {
  test.each([
    ['2026-07-14', []],
    ['2026-07-15', [{ path: '/query/date', code: 'range' }]],
    ['2026-7-1', [{ path: '/query/date', code: 'format' }]],
  ])('%s', (day, issues) => expect(checkDay('date', day, now)).toEqual(issues))
})
