import { describe, expect, test } from 'vitest'
import { freshnessOf, worstOf } from '../../../server/domain/freshness.ts'
import type { ReportState } from '../../../src/contract/report-states.ts'
import { at } from '../../support/fakes/clock.ts'

const order: ReportState[] = [
  'failed',
  'not_ready',
  'pending',
  'stale',
  'provisional',
  'missing',
  'unsupported',
  'final',
]

describe('the freshness of a range', () => {
  test.each(order.map((state, index) => [state, order.slice(index)]))(
    'is %s when that is the worst of it',
    (state, rest) => {
      expect(worstOf([...rest].reverse())).toBe(state)
    },
  )

  test('gives the reason of its worst state and the age of its oldest answer', () => {
    const freshness = freshnessOf([
      { state: 'final', reason: null, fetchedAt: at('2026-07-15 16:00') },
      { state: 'provisional', reason: null, fetchedAt: at('2026-07-15 11:00') },
      { state: 'failed', reason: 'upstream_quota', fetchedAt: null },
    ])
    expect(freshness).toEqual({ state: 'failed', asOf: '2026-07-15T03:00:00.000Z', reason: 'upstream_quota' })
  })

  test('has no age when no answer is shown', () => {
    const early = { state: 'not_ready', reason: 'upstream_not_ready', fetchedAt: at('2026-07-15 09:00') } as const
    expect(freshnessOf([early]).asOf).toBeNull()
  })

  test('has no reason when nothing is wrong', () => {
    expect(freshnessOf([{ state: 'final', reason: null, fetchedAt: 0 }])).not.toHaveProperty('reason')
  })
})
