import { describe, expect, it } from 'vitest'
import { NOW, openCollectorReports as open, someDays } from '../../support/collector-reports-app.ts'
import { at } from '../../support/fakes/clock.ts'

describe('a day that the curve knows and nobody counted yet', () => {
  const today = '2026-07-15'
  const both = `from=2026-07-14&to=${today}`
  const openUncounted = async () => {
    const opened = await open()
    opened.bench.store.uncounted = [today]
    return opened
  }

  it.each([
    `overview?date=${today}`,
    `trend?${both}&granularity=day`,
    `sources?${both}`,
    `engagement?${both}`,
    `pages?${both}`,
    'portrait?days=1&users=new&to=2026-07-15',
  ])('is on its way: %s', async path => {
    const { get } = await openUncounted()
    expect((await (await get(path)).json()).freshness.state).toBe('pending')
  })

  it('has no number at all, beside days that have', async () => {
    const { data } = await openUncounted()
    const { metrics } = await data(`overview?date=${today}`)
    expect(metrics.map(({ value }: { value: unknown }) => value)).toEqual(metrics.map(() => null))
    const { points } = await data(`trend?${both}&granularity=day&metrics=visit_pv`)
    expect(points.map((point: { values: object }) => point.values)).toEqual([{ visit_pv: 2 }, { visit_pv: null }])
    const { byDay } = await data(`sources?${both}`)
    expect(byDay.map((day: { state: string; items: object[] }) => [day.state, day.items.length])).toEqual([
      ['final', 2],
      ['pending', 0],
    ])
  })

  it('is read anew by whoever asks next', async () => {
    const { bench, data } = await openUncounted()
    const value = async () => (await data(`trend?${both}&granularity=day&metrics=visit_pv`)).points[1].values.visit_pv
    expect(await value()).toBeNull()
    bench.store.uncounted = []
    expect(await value()).toBe(2)
  })

  it('makes the week unknown that it is a part of', async () => {
    const { data } = await openUncounted()
    const { points } = await data('trend?from=2026-07-06&to=2026-07-19&granularity=week&metrics=visit_uv')
    expect(points.map((point: { state: string }) => point.state)).toEqual(['missing', 'pending'])
    expect(points[1].values).toEqual({ visit_uv: null })
  })

  it('stands in the curve all the same', async () => {
    const { data } = await openUncounted()
    expect((await data('realtime')).totals.pv).toBe(2)
  })
})

describe('a day of which the curve knows more than was counted', () => {
  it('is not final though it is over, and as old as it was counted', async () => {
    const { bench, get } = await open()
    bench.store.behindFrom = '2026-07-14'
    bench.store.behindSince = at('2026-07-14 23:59')
    const freshness = async (path: string) => (await (await get(path)).json()).freshness
    const asOf = new Date(at('2026-07-14 23:59')).toISOString()
    expect(await freshness('overview?date=2026-07-14')).toEqual({ state: 'provisional', asOf })
    expect(await freshness('overview?date=2026-07-13')).toEqual({
      state: 'final',
      asOf: new Date(at(NOW)).toISOString(),
    })
  })
})

describe('portrait of days whose raw events were forgotten', () => {
  it.each([
    ['some of them', someDays, 'provisional'],
    ['all of them', [], 'missing'],
  ])('names them: %s', async (_, events, state) => {
    const { bench, get } = await open(events)
    if (events.length === 0) bench.store.firstDay = async () => '2026-07-13'
    bench.store.forgotten = ['2026-07-13']
    const { data, freshness } = await (await get('portrait?days=7&users=active&to=2026-07-15')).json()
    expect([data.forgotten, freshness.state]).toEqual([['2026-07-13'], state])
    expect(data.platforms.length > 0).toBe(events.length > 0)
  })
})
