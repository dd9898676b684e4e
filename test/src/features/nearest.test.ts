import { describe, expect, it } from 'vitest'
import type { OverviewData } from '../../../src/contract/reports.ts'
import {
  dayAfter,
  dayBefore,
  isSettled,
  monthsBefore,
  newestKnown,
  spanEndingAt,
} from '../../../src/features/report/nearest-model.ts'

const none = { baseDate: '2026-07-01', base: null, kind: 'none', value: null } as const
const numbers = (value: number | null): OverviewData['metrics'] => [
  { id: 'session_cnt', value, changes: { day: none, week: none, month: none } },
]
const topPages = { visited: [], entry: [] }
const overview = (date: string, value: number | null, latest: string | null) => ({
  data: {
    date,
    metrics: numbers(value),
    topPages,
    ...(value === null ? { latest: latest === null ? null : { date: latest, metrics: numbers(7), topPages } } : {}),
  },
})
const range = { from: '2026-07-08', to: '2026-07-10' }

describe('the nearest day with numbers', () => {
  it.each([
    ['the last day before, where there is one', overview('2026-07-08', null, '2026-07-03'), '2026-07-03'],
    ['none before, where no day had any', overview('2026-07-08', null, null), null],
    ['none before, where the first day itself has some', overview('2026-07-08', 5, null), null],
    ['unknown until somebody said so', null, null],
  ])('is %s', (_what, ofFirst, day) => expect(dayBefore(ofFirst)).toBe(day))

  it.each([
    ['yesterday, where it has numbers', overview('2026-07-14', 5, null), '2026-07-14'],
    ['the last one that has, where yesterday has none', overview('2026-07-14', null, '2026-07-12'), '2026-07-12'],
    ['no day of the range itself', overview('2026-07-14', null, '2026-07-10'), null],
    ['none, where no day has any', overview('2026-07-14', null, null), null],
    ['not zero: a zero is a number', overview('2026-07-14', 0, null), '2026-07-14'],
  ])('after the range is %s', (_what, ofYesterday, day) => expect(dayAfter(ofYesterday, range)).toBe(day))

  it.each([
    ['final', true],
    ['provisional', true],
    ['missing', true],
    ['not_ready', true],
    ['pending', false],
    ['failed', false],
    ['stale', false],
    ['unsupported', false],
  ] as const)('of days that are %s is asked for: %s', (state, isAsked) => expect(isSettled(state)).toBe(isAsked))

  it('is not asked for before anybody answered', () => expect(isSettled(undefined)).toBe(false))

  it.each([
    ['2026-07-03', { preset: 'custom', from: '2026-07-01', to: '2026-07-03' }],
    ['2026-07-14', { preset: 'custom', from: '2026-07-12', to: '2026-07-14' }],
  ])('ends a range as long as before: %s', (day, span) => expect(spanEndingAt(day, range, '2026-07-14')).toEqual(span))

  it.each([
    [0, { from: '2025-07-01', to: '2026-06-30' }],
    [1, { from: '2024-07-01', to: '2025-06-30' }],
  ])('may lie in the months before, %s years back', (years, months) =>
    expect(monthsBefore('2026-07-08', years)).toEqual(months),
  )

  it('is the newest month that has any', () => {
    const month = (name: string, to: string, value: number | null) => ({
      period: name,
      from: `${name}-01`,
      to,
      partial: false,
      values: { session_cnt: value, visit_pv: null },
      state: 'final' as const,
    })
    const [july, august, september] = [
      month('2025-07', '2025-07-31', 5),
      month('2025-08', '2025-08-31', 0),
      month('2025-09', '2025-09-30', null),
    ]
    expect(newestKnown([july, august, september])).toEqual({ from: '2025-08-01', to: '2025-08-31' })
    expect(newestKnown([september])).toBeNull()
  })

  it('is the preset that it means', () =>
    expect(spanEndingAt('2026-07-14', { from: '2026-07-08', to: '2026-07-14' }, '2026-07-14')).toEqual({
      preset: 'last7',
    }))
})
