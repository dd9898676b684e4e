import { describe, expect, it } from 'vitest'
import { dayPlace, monthDays, pickDay, shiftMonth } from '../../../src/ui/month-grid-model.ts'

describe('monthDays', () => {
  it.each([
    ['2026-02', 28],
    ['2028-02', 29],
    ['2026-04', 30],
    ['2026-12', 31],
  ])('%s has %d days', (month, length) => {
    expect(monthDays(month).length).toBe(length)
  })

  it.each([
    ['2026-06', 1],
    ['2026-07', 3],
    ['2026-11', 7],
  ])('%s begins in column %d, Monday being the first', (month, column) => {
    expect(monthDays(month).column).toBe(column)
  })
})

describe('shiftMonth', () => {
  it.each([
    ['2026-07', -1, '2026-06'],
    ['2026-01', -1, '2025-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-03', -15, '2024-12'],
  ])('of %s by %d is %s', (month, by, shifted) => {
    expect(shiftMonth(month, by)).toBe(shifted)
  })
})

describe('pickDay', () => {
  const range = { from: '2026-07-08', to: '2026-07-14' }

  it('begins anew with the first tap', () => {
    expect(pickDay(range, false, '2026-07-03')).toEqual({
      range: { from: '2026-07-03', to: '2026-07-03' },
      started: true,
    })
  })

  it('ends with the second', () => {
    const begun = { from: '2026-07-03', to: '2026-07-03' }
    expect(pickDay(begun, true, '2026-07-09')).toEqual({
      range: { from: '2026-07-03', to: '2026-07-09' },
      started: false,
    })
  })

  it('begins anew when the second tap lies before the first', () => {
    const begun = { from: '2026-07-03', to: '2026-07-03' }
    expect(pickDay(begun, true, '2026-07-01')).toEqual({
      range: { from: '2026-07-01', to: '2026-07-01' },
      started: true,
    })
  })
})

describe('dayPlace', () => {
  const range = { from: '2026-07-08', to: '2026-07-14' }
  it.each([
    ['2026-07-07', null],
    ['2026-07-08', 'start'],
    ['2026-07-10', 'inside'],
    ['2026-07-14', 'end'],
    ['2026-07-15', null],
  ])('of %s is %s', (day, place) => {
    expect(dayPlace(range, day)).toBe(place)
  })

  it('of a range of one day is both ends', () => {
    expect(dayPlace({ from: '2026-07-08', to: '2026-07-08' }, '2026-07-08')).toBe('only')
  })
})
