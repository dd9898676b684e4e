import { describe, expect, test } from 'vitest'
import { type Known, rule } from '../../../server/domain/finality.ts'
import { periodOf } from '../../../src/contract/periods.ts'
import { at } from '../../support/fakes/clock.ts'

const day = periodOf('day', '2026-07-14')

const nothing: Known = {
  answer: null,
  hasData: false,
  fetchedAt: null,
  final: false,
  rechecked: false,
  attemptedAt: null,
  outcome: null,
}
const numbers = (readAt: string, more: Partial<Known> = {}): Known => ({
  ...nothing,
  answer: '{}',
  hasData: true,
  fetchedAt: at(readAt),
  attemptedAt: at(readAt),
  outcome: 'answered',
  ...more,
})
const empty = (readAt: string, more: Partial<Known> = {}) => numbers(readAt, { hasData: false, ...more })
const failed = (outcome: Known['outcome'], attemptedAt: string, before: Known = nothing): Known => ({
  ...before,
  outcome,
  attemptedAt: at(attemptedAt),
})

const say = (entry: Known | null, now: string, circumstances = {}) => {
  const { action, state, reason } = rule('visit.daily', day, entry, at(now), circumstances)
  return [action, state, reason].filter(Boolean).join(' ')
}

describe('a period that has its numbers', () => {
  const early = numbers('2026-07-15 11:00')
  test.each([
    ['never read', null, '2026-07-15 00:05', 'fetch pending filling'],
    ['read before 15:00, still before 15:00', early, '2026-07-15 14:59:59', 'serve provisional'],
    ['read before 15:00, at 15:00', early, '2026-07-15 15:00', 'fetch provisional'],
    ['read before 15:00, a month later', early, '2026-08-15 03:00', 'fetch provisional'],
    ['final', numbers('2026-07-15 15:00', { final: true }), '2030-01-01 00:00', 'serve final'],
    ['asked before and answered after 15:00', numbers('2026-07-15 15:00'), '2026-07-15 15:01', 'fetch provisional'],
    ['not ended yet', null, '2026-07-14 23:59:59', 'wait not_ready upstream_not_ready'],
  ])('%s', (_, entry, now, said) => expect(say(entry, now)).toBe(said))
})

describe('a week and a month settle at 15:00 of the day after their last', () => {
  test.each([
    ['week', periodOf('week', '2026-07-08'), '2026-07-13 15:00'],
    ['month', periodOf('month', '2026-06-10'), '2026-07-01 15:00'],
  ] as const)('%s', (_, period, settled) => {
    expect(rule('visit.daily', period, numbers('2026-07-01 00:30'), at(settled) - 1).until).toBe(at(settled))
    expect(rule('visit.daily', period, numbers('2026-07-01 00:30'), at(settled)).action).toBe('fetch')
  })
})

describe('an empty answer', () => {
  const early = empty('2026-07-15 11:00')
  const older = empty('2026-07-16 09:00')
  const between = { surrounded: true }
  test.each([
    ['for yesterday before 15:00 is not ready', early, '2026-07-15 11:09:59', {}, 'wait not_ready upstream_not_ready'],
    ['and is asked again after ten minutes', early, '2026-07-15 11:10', {}, 'fetch pending filling'],
    ['for an older day is missing', older, '2027-01-01 00:00', {}, 'serve missing'],
    ['between days with data rests a day', older, '2026-07-17 08:59:59', between, 'serve missing'],
    ['and is then asked once more', older, '2026-07-17 09:00', between, 'fetch missing'],
    ['but only once', empty('2026-07-17 09:00', { rechecked: true }), '2027-01-01 00:00', between, 'serve missing'],
    [
      'when final, is missing for ever',
      empty('2026-07-17 09:00', { final: true }),
      '2027-01-01 00:00',
      between,
      'serve missing',
    ],
    [
      'whose second question failed rests',
      failed('failed', '2026-07-17 09:00', older),
      '2026-07-17 09:00:14',
      between,
      'serve missing',
    ],
    [
      'and is tried again',
      failed('failed', '2026-07-17 09:00', older),
      '2026-07-17 09:00:15',
      between,
      'fetch missing',
    ],
  ])('%s', (_, entry, now, circumstances, said) => expect(say(entry, now, circumstances)).toBe(said))

  test('the second question says that it is the second', () => {
    expect(rule('visit.daily', day, older, at('2026-07-17 09:00'), between).recheck).toBe(true)
  })
})

describe('after a failure', () => {
  test.each([
    ['not_ready', '2026-07-15 09:00', '2026-07-15 09:09:59', 'wait not_ready upstream_not_ready'],
    ['not_ready', '2026-07-15 09:00', '2026-07-15 09:10', 'fetch pending filling'],
    ['failed', '2026-07-15 09:00', '2026-07-15 09:00:14', 'wait failed upstream_failed'],
    ['failed', '2026-07-15 09:00', '2026-07-15 09:00:15', 'fetch pending filling'],
    ['quota', '2026-07-15 09:00', '2026-07-15 23:59:59', 'wait failed upstream_quota'],
    ['quota', '2026-07-15 09:00', '2026-07-16 00:00', 'fetch pending filling'],
    ['throttled', '2026-07-15 09:00:20', '2026-07-15 09:00:59', 'wait failed upstream_quota'],
    ['throttled', '2026-07-15 09:00:20', '2026-07-15 09:01', 'fetch pending filling'],
    ['unsupported', '2026-07-15 09:00', '2026-07-16 08:59:59', 'wait unsupported unsupported'],
    ['unsupported', '2026-07-15 09:00', '2026-07-16 09:00', 'fetch pending filling'],
    ['secret_refused', '2026-07-15 09:00', '2026-07-15 09:00:01', 'wait failed secret_refused'],
    ['ip_not_allowed', '2026-07-15 09:00', '2026-07-15 09:00:01', 'wait failed ip_not_allowed'],
    ['account_frozen', '2026-07-15 09:00', '2026-07-15 09:00:01', 'wait failed account_frozen'],
  ] as const)('%s at %s, seen at %s', (outcome, attempted, now, said) => {
    expect(say(failed(outcome, attempted), now)).toBe(said)
  })

  test('a refusal from before the admin mended the account no longer counts', () => {
    const refused = failed('secret_refused', '2026-07-15 09:00')
    expect(say(refused, '2026-07-15 09:00:02', { mendedAt: at('2026-07-15 09:00:01') })).toBe('fetch pending filling')
  })

  test('a number that could not be confirmed is stale and says why', () => {
    const entry = failed('quota', '2026-07-15 15:01', numbers('2026-07-15 11:00'))
    expect(say(entry, '2026-07-15 15:02')).toBe('wait stale upstream_quota')
    expect(say(entry, '2026-07-16 00:00')).toBe('fetch stale upstream_quota')
  })

  test('an answer that came later wipes the failure out', () => {
    const entry = numbers('2026-07-15 11:00', { outcome: 'failed', attemptedAt: at('2026-07-15 10:00') })
    expect(say(entry, '2026-07-15 11:01')).toBe('serve provisional')
  })
})

describe('a clock that was wrong', () => {
  test.each([
    [
      'a final read from the future is asked again',
      numbers('2026-08-01 15:00', { final: true }),
      '2026-07-15 15:00',
      'fetch provisional',
    ],
    [
      'and shown as provisional before that',
      numbers('2026-08-01 15:00', { final: true }),
      '2026-07-15 11:00',
      'serve provisional',
    ],
    [
      'an empty answer from the future is asked again',
      empty('2026-08-01 15:00'),
      '2026-07-15 11:00',
      'fetch pending filling',
    ],
    [
      'a failure from the future does not block',
      failed('quota', '2026-08-01 15:00'),
      '2026-07-15 11:00',
      'fetch pending filling',
    ],
    [
      'seconds between two instances do not matter',
      numbers('2026-07-15 15:00:09', { final: true }),
      '2026-07-15 15:00',
      'serve final',
    ],
  ])('%s', (_, entry, now, said) => expect(say(entry, now)).toBe(said))
})

describe('a ruling names the instant at which it may change', () => {
  test.each([
    ['final never', numbers('2026-07-15 15:00', { final: true }), '2026-07-16 00:00', null],
    ['provisional at 15:00', numbers('2026-07-15 11:00'), '2026-07-15 12:00', '2026-07-15 15:00'],
    ['not ready after ten minutes', failed('not_ready', '2026-07-15 09:00'), '2026-07-15 09:01', '2026-07-15 09:10'],
    ['quota at midnight', failed('quota', '2026-07-15 09:00'), '2026-07-15 09:01', '2026-07-16 00:00'],
    ['what is to be fetched now', null, '2026-07-15 09:01', '2026-07-15 09:01'],
  ])('%s', (_, entry, now, until) => {
    expect(rule('visit.daily', day, entry, at(now)).until).toBe(until === null ? Number.POSITIVE_INFINITY : at(until))
  })
})
