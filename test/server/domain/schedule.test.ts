import { describe, expect, test } from 'vitest'
import { backfillPlan, reserveOf } from '../../../server/domain/backfill-plan.ts'
import { dueQuestions, turnOf } from '../../../server/domain/schedule.ts'
import { at } from '../../support/fakes/clock.ts'

describe('the turns of a day', () => {
  test.each([
    ['00:00', null],
    ['08:59', null],
    ['09:00', '09:00'],
    ['09:29', '09:00'],
    ['09:30', '09:30'],
    ['14:59', '14:30'],
    ['15:00', '15:00'],
    ['15:30', '15:00'],
    ['16:00', '16:00'],
    ['23:59', '23:00'],
  ])('at %s it is the turn of %s', (time, turn) => {
    expect(turnOf(at(`2026-07-15 ${time}`))).toBe(turn === null ? null : at(`2026-07-15 ${turn}`))
  })
  test('are twelve by half hours and nine by hours', () => {
    const minutes = Array.from({ length: 24 * 60 }, (_, minute) => turnOf(at('2026-07-15 00:00') + minute * 60_000))
    expect(new Set(minutes.filter(turn => turn !== null)).size).toBe(12 + 9)
  })
})

describe('the questions of a turn', () => {
  const names = (now: string) => dueQuestions(at(now)).map(({ report, period }) => `${report} ${period.name}`)
  test('are yesterday, the last week and the last month', () => {
    expect(names('2026-07-15 09:00')).toEqual([
      'summary.daily 2026-07-14',
      'visit.daily 2026-07-14',
      'visit.weekly 2026-07-06/2026-07-12',
      'visit.monthly 2026-06',
      'pages.daily 2026-07-14',
      'distribution.daily 2026-07-14',
      'retention.daily 2026-07-14',
      'retention.weekly 2026-07-06/2026-07-12',
      'retention.monthly 2026-06',
      'portrait.1 2026-07-14',
      'portrait.7 2026-07-08/2026-07-14',
      'portrait.30 2026-06-15/2026-07-14',
    ])
  })
  test('have a new week on Monday', () => {
    expect(names('2026-07-19 09:00')).toContain('visit.weekly 2026-07-06/2026-07-12')
    expect(names('2026-07-20 09:00')).toContain('visit.weekly 2026-07-13/2026-07-19')
  })
  test('have a new month on the 1st', () => expect(names('2026-08-01 09:00')).toContain('visit.monthly 2026-07'))
})

describe('the plan of the backfill', () => {
  test('has only finished periods, newest first, none twice', () => {
    for (const { periods } of backfillPlan(at('2026-07-15 16:00'))) {
      const ends = periods.map(period => period.to)
      expect(ends).toEqual([...ends].sort().reverse())
      expect(new Set(ends).size).toBe(ends.length)
      expect(ends[0] && ends[0] <= '2026-07-14').toBe(true)
    }
  })
})

describe('what readers keep of the quota', () => {
  test.each([
    [10_000, 2_000],
    [1_000, 200],
    [500, 200],
    [300, 150],
    [0, 0],
  ])('of %i calls %i', (remaining, reserve) => expect(reserveOf(remaining)).toBe(reserve))
})
