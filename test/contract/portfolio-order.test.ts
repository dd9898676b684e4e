import { describe, expect, it } from 'vitest'
import type { PortfolioApp } from '../../src/contract/portfolio.ts'
import { byDrop } from '../../src/contract/portfolio-order.ts'
import type { Change } from '../../src/contract/reports.ts'

const against = (kind: Change['kind'], value: number | null = null): Change => ({
  baseDate: '2026-07-07',
  base: 10,
  kind,
  value,
})

function app(name: string, week: Change, day = against('none')): PortfolioApp {
  const metrics = [{ id: 'session_cnt' as const, value: 1, changes: { day, week, month: against('none') } }]
  const freshness = { state: 'final' as const, asOf: null }
  const lines = { session_cnt: [], visit_uv: [], visit_uv_new: [] }
  const facts = { avatarUrl: null, kind: 'miniprogram' as const, role: 'admin' as const, date: '2026-07-14' }
  return { appid: name, name, ...facts, freshness, metrics, sparkline: [], lines }
}

describe('the order of the portfolio', () => {
  it('is the biggest drop first, then what stands, what rises, what is new, what has no comparison', () => {
    const apps = [
      app('unknown', against('none')),
      app('new', against('new')),
      app('up', against('percent', 0.2)),
      app('flat', against('flat')),
      app('down', against('percent', -0.1)),
      app('fall', against('percent', -0.4)),
    ]
    const order = byDrop(apps, 'session_cnt').map(({ name }) => name)
    expect(order).toEqual(['fall', 'down', 'flat', 'up', 'new', 'unknown'])
  })

  it('goes by the same weekday, not by the day before', () => {
    const sunday = app('a sunday', against('percent', 0.1), against('percent', -0.9))
    const drop = app('a drop', against('percent', -0.1), against('percent', 0.9))
    expect(byDrop([sunday, drop], 'session_cnt').map(({ name }) => name)).toEqual(['a drop', 'a sunday'])
    expect(byDrop([drop, sunday], 'session_cnt', 'day').map(({ name }) => name)).toEqual(['a sunday', 'a drop'])
  })

  it('leaves equal ones as they were, and those without the metric last', () => {
    const [one, two] = [app('one', against('none')), app('two', against('none'))]
    expect(byDrop([one, two], 'session_cnt')).toEqual([one, two])
    expect(byDrop([one, two], 'visit_uv')).toEqual([one, two])
  })
})
