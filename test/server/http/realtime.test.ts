import { describe, expect, it } from 'vitest'
import { openCollectorReports as open, seen, someDays } from '../../support/collector-reports-app.ts'

describe('realtime', () => {
  it('has 0 where nothing happened, and nothing of what has not begun', async () => {
    const { data } = await open()
    const { points, totals, now, pages } = await data('realtime?granularity=60')
    expect(points.map((point: { pv: number | null }) => point.pv)).toEqual([
      ...Array(9).fill(0),
      1,
      ...Array(5).fill(0),
      1,
      0,
      ...Array(7).fill(null),
    ])
    expect([totals, now]).toEqual([
      { pv: 2, uv: 2, sessions: 2 },
      { activeUsers: 1, windowMinutes: 5 },
    ])
    expect(pages.map(({ path, share }: { path: string; share: number }) => [path, share])).toEqual([
      ['goods', 0.5],
      ['home', 0.5],
    ])
  })

  it('knows nothing before the first event', async () => {
    const { data } = await open()
    const { points, totals } = await data('realtime?date=2026-07-12&granularity=60')
    expect(new Set(points.map((point: { pv: number | null }) => point.pv))).toEqual(new Set([null]))
    expect(totals).toEqual({ pv: null, uv: null, sessions: null })
  })

  it('holds today against the same hours of another day', async () => {
    const { data } = await open([...someDays, seen('2026-07-14 17:00', 'late')])
    const { compare, compareTotals } = await data('realtime?granularity=60&compareDate=2026-07-14')
    expect(compare.map((point: { pv: number }) => point.pv).reduce((a: number, b: number) => a + b)).toBe(3)
    expect(compareTotals).toEqual({ pv: 2, uv: 2, sessions: 2 })
  })

  it('is of one page and of a span when it is asked so', async () => {
    const { data } = await open()
    const { points, page } = await data('realtime?page=/goods?id=1&fromTime=15:31&toTime=15:59&granularity=30')
    expect([page, points]).toEqual(['goods', [{ time: '15:30', pv: 1, uv: 1, sessions: 1 }]])
  })
})

describe('reconcile', () => {
  it('sets both numbers side by side and says why they differ', async () => {
    const { data } = await open()
    const { points, metric } = await data('reconcile?from=2026-07-12&to=2026-07-14&metric=visit_pv')
    expect([metric, points.length]).toEqual(['visit_pv', 3])
    expect(points.map((point: { collector: number | null }) => point.collector)).toEqual([null, 3, 2])
    expect(points[0].causes).toEqual(['collector_silent'])
    expect(points[1].causes).toContain('collector_began')
    expect(points[2].ratio).toBe(2 / points[2].wechat)
  })
})
