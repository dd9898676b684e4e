import { describe, expect, it } from 'vitest'
import { addDays, countDays, weekdayOf } from '../../../src/contract/periods.ts'
import { askedRange, comparisonFrom, comparisonWeeks, rangeOf, spanOf, stepRange } from '../../../src/lib/periods.ts'

const yesterday = '2026-07-14'
const last30 = { from: '2026-06-15', to: yesterday }

describe('a span', () => {
  it('of 7 days ends yesterday', () => {
    expect(rangeOf({ preset: 'last7' }, yesterday)).toEqual({ from: '2026-07-08', to: yesterday })
  })
  it('of 30 days ends yesterday', () => expect(rangeOf({ preset: 'last30' }, yesterday)).toEqual(last30))
  it('picked by hand stays where it was', () => {
    expect(rangeOf({ preset: 'custom', from: '2026-05-01', to: '2026-05-03' }, yesterday)).toEqual({
      from: '2026-05-01',
      to: '2026-05-03',
    })
  })
  it.each([
    [last30, { preset: 'last30' }],
    [{ from: yesterday, to: yesterday }, { preset: 'yesterday' }],
    [{ from: '2026-07-08', to: yesterday }, { preset: 'last7' }],
    [
      { from: '2026-07-01', to: yesterday },
      { preset: 'custom', from: '2026-07-01', to: yesterday },
    ],
  ])('is recognised from %o', (range, span) => expect(spanOf(range, yesterday)).toEqual(span))
})

describe('a span where today can be asked about', () => {
  const today = '2026-07-15'
  it.each([
    ['today', { from: today, to: today }],
    ['yesterday', { from: yesterday, to: yesterday }],
    ['last7', { from: '2026-07-08', to: yesterday }],
    ['last30', last30],
  ] as const)('named %s', (preset, range) => expect(rangeOf({ preset }, yesterday, today)).toEqual(range))
  it('picked by hand may end today, and ends yesterday for WeChat', () => {
    const span = { preset: 'custom', from: '2026-07-14', to: today } as const
    expect(rangeOf(span, yesterday, today)).toEqual({ from: '2026-07-14', to: today })
    expect(rangeOf(span, yesterday)).toEqual({ from: '2026-07-14', to: yesterday })
  })
  it.each([[{ preset: 'today' }], [{ preset: 'custom', from: today, to: today }]] as const)(
    'that WeChat has not is its newest day: %o',
    span => expect(rangeOf(span, yesterday)).toEqual({ from: yesterday, to: yesterday }),
  )
  it('is recognised', () => expect(spanOf({ from: today, to: today }, yesterday)).toEqual({ preset: 'today' }))
  it('is reached by a step', () => {
    expect(stepRange({ from: yesterday, to: yesterday }, 1, today)).toEqual({ from: today, to: today })
    expect(stepRange({ from: today, to: today }, 1, today)).toBeNull()
  })
  it('by weeks and months ends with the one that runs', () => {
    expect(askedRange('week', { from: today, to: today }, yesterday).to).toBe('2026-07-19')
    expect(askedRange('month', { from: today, to: today }, yesterday).to).toBe('2026-07-31')
  })
})

describe('the comparison', () => {
  it('of 30 days begins 5 weeks earlier', () => {
    expect(comparisonWeeks(last30)).toBe(5)
    expect(comparisonFrom('day', last30)).toBe('2026-05-11')
  })
  it.each([1, 7, 8, 30, 100, 366])('of %d days keeps the weekday and never overlaps', days => {
    const range = { from: addDays(yesterday, 1 - days), to: yesterday }
    const from = comparisonFrom('day', range)
    expect(weekdayOf(from)).toBe(weekdayOf(range.from))
    expect(addDays(from, days - 1) < range.from).toBe(true)
  })
  it('of weeks begins as many weeks earlier', () => {
    expect(comparisonFrom('week', { from: '2026-06-01', to: '2026-06-28' })).toBe('2026-05-04')
  })
  it('of months begins as many months earlier', () => {
    expect(comparisonFrom('month', { from: '2026-01-01', to: '2026-06-30' })).toBe('2025-07-01')
  })
})

describe('a step', () => {
  it('back keeps the length', () => {
    expect(stepRange(last30, -1, yesterday)).toEqual({ from: '2026-05-16', to: '2026-06-14' })
  })
  it('forward stops at yesterday', () => {
    expect(stepRange({ from: '2026-07-01', to: '2026-07-07' }, 1, yesterday)).toEqual({
      from: '2026-07-08',
      to: yesterday,
    })
    expect(stepRange({ from: '2026-07-05', to: '2026-07-11' }, 1, yesterday)).toEqual({
      from: '2026-07-08',
      to: yesterday,
    })
    expect(stepRange(last30, 1, yesterday)).toBeNull()
  })
})

describe('the range to ask for', () => {
  it('by days is the one picked', () => expect(askedRange('day', last30, yesterday)).toEqual(last30))
  it('by weeks ends with the last finished Sunday and has at least twelve', () => {
    const range = askedRange('week', last30, yesterday)
    expect(range.to).toBe('2026-07-12')
    expect(weekdayOf(range.from)).toBe(1)
    expect(countDays(range.from, range.to)).toBe(84)
  })
  it('by months ends with the last finished month and has at least twelve', () => {
    expect(askedRange('month', last30, yesterday)).toEqual({ from: '2025-07-01', to: '2026-06-30' })
  })
  it('by months never passes 366 days', () => {
    const range = askedRange('month', { from: '2025-07-15', to: yesterday }, yesterday)
    expect(countDays(range.from, range.to)).toBeLessThanOrEqual(366)
  })
  it('takes an unfinished week when yesterday is its Sunday', () => {
    expect(askedRange('week', { from: '2026-07-06', to: '2026-07-12' }, '2026-07-12').to).toBe('2026-07-12')
  })
})
