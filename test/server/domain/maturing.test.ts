import { describe, expect, test } from 'vitest'
import { nextReadAt } from '../../../server/domain/maturing.ts'
import { periodOf } from '../../../src/contract/periods.ts'
import { retentionAnswer } from '../../support/answers.ts'
import { at } from '../../support/fakes/clock.ts'

const cohort = periodOf('day', '2026-07-01')
const upTo = (...keys: number[]) => retentionAnswer('2026-07-01', Object.fromEntries(keys.map(key => [key, 1])), {})
const firstWeek = [0, 1, 2, 3, 4, 5, 6, 7]
const forGood = Number.POSITIVE_INFINITY

describe('a cohort of a day is read again', () => {
  test.each([
    ['the day after next for its first key', '2026-07-02 10:00', upTo(0), '2026-07-03 09:00'],
    ['the day after next when read at three too', '2026-07-02 15:00', upTo(0), '2026-07-03 09:00'],
    ['the next day for its second key', '2026-07-03 10:00', upTo(0, 1), '2026-07-04 09:00'],
    ['after ten minutes when the key was not there yet', '2026-07-03 10:00', upTo(0), '2026-07-03 10:10'],
    ['not before the morning when asked at night', '2026-07-03 01:00', upTo(0), '2026-07-03 09:00'],
    ['at three at the latest', '2026-07-03 14:55', upTo(0), '2026-07-03 15:00'],
    ['not for a key that is missing after three', '2026-07-03 15:00', upTo(0), '2026-07-04 09:00'],
    ['a week after its seventh key', '2026-07-09 10:00', upTo(...firstWeek), '2026-07-16 09:00'],
    ['on its thirtieth day', '2026-07-16 10:00', upTo(...firstWeek, 14), '2026-08-01 09:00'],
  ])('%s', (_, fetched, answer, again) => {
    expect(nextReadAt('retention.daily', cohort, { answer, fetchedAt: at(fetched) })).toBe(at(again))
  })

  test.each([
    ['its last key', '2026-08-01 09:05', upTo(...firstWeek, 14, 30)],
    ['three of the day on which its last key is missing', '2026-08-01 15:00', upTo(0)],
    ['a first read a year later', '2027-08-01 01:00', upTo(0)],
  ])('never after %s', (_, fetched, answer) => {
    expect(nextReadAt('retention.daily', cohort, { answer, fetchedAt: at(fetched) })).toBe(forGood)
  })
})

describe('a cohort of a week or a month is read again', () => {
  const week = periodOf('week', '2026-07-06')
  const month = periodOf('month', '2026-06-01')
  test.each([
    ['retention.weekly', week, '2026-07-13 16:00', [0], '2026-07-20 09:00'],
    ['retention.weekly', week, '2026-07-20 10:00', [0, 1], '2026-07-27 09:00'],
    ['retention.weekly', week, '2026-08-10 10:00', [0, 1, 2, 3, 4], null],
    ['retention.monthly', month, '2026-07-01 16:00', [0], '2026-08-01 09:00'],
    ['retention.monthly', month, '2026-08-01 10:00', [0, 1], null],
  ] as const)('%s of %o read at %s', (report, period, fetched, keys, again) => {
    const answer = retentionAnswer(period.name, Object.fromEntries(keys.map(key => [key, 1])))
    const next = nextReadAt(report, period, { answer, fetchedAt: at(fetched) })
    expect(next).toBe(again === null ? forGood : at(again))
  })
})
