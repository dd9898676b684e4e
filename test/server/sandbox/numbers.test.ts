import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compact, parseDay } from '../../../server/sandbox/calendar.ts'
import { demoApp } from '../../../server/sandbox/index.ts'
import { type TrafficSource, trafficSource } from '../../../server/sandbox/traffic/source.ts'
import { afternoon } from './client.ts'

const apps = [demoApp.freshShop, demoApp.cafe, demoApp.flowers, demoApp.ended, demoApp.assistant]
const sources = apps.map(app => trafficSource(app.appid, app.traffic, afternoon))
const yesterday = parseDay('20261120') ?? 0

type Item = { key: number; value: number }
interface Row {
  [name: string]: number
}
interface Portrait {
  [attribute: string]: { id?: number; name: string; value: number }[]
}

const sum = (values: number[]) => values.reduce((left, right) => left + right, 0)
const first = (answer: Record<string, unknown>) => (answer.list as Row[])[0]
const itemsOf = (answer: Record<string, unknown>, index: string) =>
  ((answer.list as { index: string; item_list: Item[] }[]).find(list => list.index === index)?.item_list ?? []).map(
    item => item.value,
  )

const anySource = fc.constantFrom(...sources)
const anyDay = fc.integer({ min: (parseDay('20210301') ?? 0) - 20, max: yesterday })
const anyMonday = anyDay.map(day => day - ((day + 3) % 7)).filter(day => day + 6 <= yesterday)

const always = <T extends unknown[]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  check: (...values: T) => void,
) => fc.assert(fc.property(...(arbitraries as never as [fc.Arbitrary<unknown>]), check as never), { numRuns: 150 })

describe('the numbers of a day hang together', () => {
  const each = (check: (row: Row, source: TrafficSource, day: number) => void) =>
    always([anySource, anyDay], (source: TrafficSource, day: number) => {
      const row = first(source.visitTrend('daily', day, day))
      if (row) check(row, source, day)
    })

  it('opens by source, stay and depth each add up to the opens', () => {
    each((row, source, day) => {
      const answer = source.distribution(day)
      for (const index of ['access_source_session_cnt', 'access_staytime_info', 'access_depth_info']) {
        expect(sum(itemsOf(answer, index))).toBe(row.session_cnt)
      }
    })
  })

  it('visitors by source are at least the visitors, and at most the opens of each source', () => {
    always([anyDay], (day: number) => {
      const [source] = sources
      const row = source && first(source.visitTrend('daily', day, day))
      if (!source || !row) return
      const answer = source.distribution(day)
      const visitors = itemsOf(answer, 'access_source_visit_uv')
      const opens = itemsOf(answer, 'access_source_session_cnt')
      expect(sum(visitors)).toBeGreaterThanOrEqual(row.visit_uv ?? 0)
      expect(visitors.every((value, index) => value <= (opens[index] ?? 0))).toBe(true)
    })
  })

  it('both means of stay come from one total', () => {
    each(row => {
      const byUser = (row.stay_time_uv ?? 0) * (row.visit_uv ?? 0)
      const byOpen = (row.stay_time_session ?? 0) * (row.session_cnt ?? 0)
      expect(Math.abs(byUser - byOpen)).toBeLessThan(0.0001 * ((row.session_cnt ?? 0) + 1))
    })
  })

  it('people ≤ opens ≤ page visits, and depth between one and the visits of an open', () => {
    each(row => {
      const { visit_uv = 0, visit_uv_new = 0, session_cnt = 0, visit_pv = 0, visit_depth = 0 } = row
      expect([visit_uv_new <= visit_uv, visit_uv <= session_cnt, session_cnt <= visit_pv]).toEqual([true, true, true])
      if (session_cnt === 0) return
      expect(visit_depth).toBeGreaterThanOrEqual(1)
      expect(visit_depth).toBeLessThanOrEqual(visit_pv / session_cnt + 0.0001)
    })
  })

  it('everybody so far is everybody until the day before and the new ones', () => {
    each((row, source, day) => {
      const total = (of: number) => first(source.summary(of))?.visit_total ?? 0
      expect(total(day)).toBe(total(day - 1) + (row.visit_uv_new ?? 0))
    })
  })

  it('pages add up to visits, opens, shares and stay when all of them fit into the report', () => {
    each((row, source, day) => {
      const pages = source.pages(day).list as Row[]
      const add = (field: string) => sum(pages.map(page => page[field] ?? 0))
      const summary = first(source.summary(day))
      if (pages.length === 200) {
        expect(add('page_visit_pv')).toBeLessThan(row.visit_pv ?? 0)
        return
      }
      expect([add('page_visit_pv'), add('entrypage_pv'), add('exitpage_pv'), add('page_share_pv')]).toEqual([
        row.visit_pv,
        row.session_cnt,
        row.session_cnt,
        summary?.share_pv,
      ])
      const stay = sum(pages.map(page => (page.page_staytime_pv ?? 0) * (page.page_visit_pv ?? 0)))
      expect(Math.abs(stay - (row.stay_time_session ?? 0) * (row.session_cnt ?? 0))).toBeLessThan(
        0.001 * ((row.session_cnt ?? 0) + 1),
      )
    })
  })

  it('no page has more entries, exits or people than visits', () => {
    each((row, source, day) => {
      for (const page of source.pages(day).list as Row[]) {
        const { page_visit_pv = 0, page_visit_uv = 0, entrypage_pv = 0, exitpage_pv = 0 } = page
        expect(Math.max(page_visit_uv, entrypage_pv, exitpage_pv)).toBeLessThanOrEqual(page_visit_pv)
        expect(page_visit_uv).toBeLessThanOrEqual(row.visit_uv ?? 0)
      }
    })
  })

  it('answers the same day the same from another sandbox that starts on another day', () => {
    const later = afternoon + 900 * 86_400_000
    always([fc.constantFrom(demoApp.freshShop, demoApp.flowers, demoApp.bus), anyDay], (app, day) => {
      const [now, then] = [afternoon, later].map(at => trafficSource(app.appid, app.traffic, at))
      expect(now?.visitTrend('daily', day, day)).toEqual(then?.visitTrend('daily', day, day))
      expect(now?.pages(day)).toEqual(then?.pages(day))
    })
  })
})

describe('the numbers of a period hang together', () => {
  const rowsOf = (source: TrafficSource, from: number, to: number) =>
    Array.from(
      { length: to - from + 1 },
      (_, index) => first(source.visitTrend('daily', from + index, from + index)) ?? {},
    )
  const check = (source: TrafficSource, cadence: 'weekly' | 'monthly', from: number, to: number) => {
    const row = first(source.visitTrend(cadence, from, to))
    const days = rowsOf(source, from, to)
    const add = (field: string) => sum(days.map(day => day[field] ?? 0))
    if (!row) {
      expect(add('visit_uv')).toBe(0)
      return
    }
    for (const field of ['session_cnt', 'visit_pv', 'visit_uv_new']) expect(row[field]).toBe(add(field))
    expect(row.visit_uv).toBeGreaterThanOrEqual(Math.max(...days.map(day => day.visit_uv ?? 0)))
    expect(row.visit_uv).toBeGreaterThanOrEqual(add('visit_uv_new'))
    expect(row.visit_uv).toBeLessThanOrEqual(add('visit_uv'))
  }

  it('people of a week lie between its best day and the sum of its days', () => {
    always([anySource, anyMonday], (source, monday) => check(source, 'weekly', monday, monday + 6))
  })

  it('people of a week in which only one day had visits are those of that day', () => {
    const [monday, sunday] = [parseDay('20250901') ?? 0, parseDay('20250907') ?? 0]
    const source = trafficSource(demoApp.ended.appid, { ...demoApp.ended.traffic, lastDay: '2025-09-01' }, afternoon)
    const [week, day] = [source.visitTrend('weekly', monday, sunday), source.visitTrend('daily', monday, monday)]
    expect(first(week)?.visit_uv).toBe(first(day)?.visit_uv)
  })

  it('people of a month likewise, and no fewer than those of a week in it', () => {
    always([anySource, fc.integer({ min: 0, max: 66 })], (source, month) => {
      const from = Date.UTC(2021, 3 + month, 1) / 86_400_000
      const to = Date.UTC(2021, 4 + month, 1) / 86_400_000 - 1
      check(source, 'monthly', from, to)
      const monday = from + ((7 - ((from + 3) % 7)) % 7)
      const week = first(source.visitTrend('weekly', monday, monday + 6))?.visit_uv ?? 0
      expect(first(source.visitTrend('monthly', from, to))?.visit_uv ?? 0).toBeGreaterThanOrEqual(week)
    })
  })

  it('retention begins with the cohort and never exceeds it, nor the people of that day', () => {
    always([anySource, anyDay], (source, day) => {
      const row = first(source.visitTrend('daily', day, day))
      const answer = source.retention('daily', day, day, yesterday) as unknown as {
        visit_uv_new: Item[]
        visit_uv: Item[]
      }
      if (!row) {
        expect([answer.visit_uv_new, answer.visit_uv]).toEqual([[], []])
        return
      }
      expect([answer.visit_uv_new[0]?.value, answer.visit_uv[0]?.value]).toEqual([row.visit_uv_new, row.visit_uv])
      answer.visit_uv.forEach(({ key, value }, index) => {
        const fresh = answer.visit_uv_new[index]?.value ?? 0
        const then = first(source.visitTrend('daily', day + key, day + key))?.visit_uv ?? 0
        expect(fresh).toBeLessThanOrEqual(value)
        expect(fresh).toBeLessThanOrEqual(row.visit_uv_new ?? 0)
        expect(value).toBeLessThanOrEqual(Math.min(row.visit_uv ?? 0, then))
        expect(value - fresh).toBeLessThanOrEqual((row.visit_uv ?? 0) - (row.visit_uv_new ?? 0))
      })
    })
  })

  it('those who come back on a day from all cohorts are no more than those who came back at all', () => {
    always([anySource, anyDay], (source, day) => {
      const row = first(source.visitTrend('daily', day, day))
      if (!row) return
      const back = [1, 2, 3, 4, 5, 6, 7, 14, 30].map(key => {
        const { visit_uv_new } = source.retention('daily', day - key, day - key, yesterday) as unknown as {
          visit_uv_new: Item[]
        }
        return visit_uv_new.find(item => item.key === key)?.value ?? 0
      })
      expect(sum(back)).toBeLessThanOrEqual((row.visit_uv ?? 0) - (row.visit_uv_new ?? 0))
    })
  })

  it('weekly retention begins with the people of the week', () => {
    always([anySource, anyMonday], (source, monday) => {
      const row = first(source.visitTrend('weekly', monday, monday + 6))
      const answer = source.retention('weekly', monday, monday + 6, yesterday) as unknown as { visit_uv: Item[] }
      expect(answer.visit_uv[0]?.value).toBe(row?.visit_uv)
    })
  })

  it('every attribute of the portrait adds up to the people of the range', () => {
    always([anySource, anyDay, fc.constantFrom(1, 7, 30)], (source, to, length) => {
      const from = to - length + 1
      const answer = source.portrait(from, to) as unknown as { visit_uv: Portrait; visit_uv_new: Portrait }
      const days = rowsOf(source, from, to)
      const fresh = sum(days.map(day => day.visit_uv_new ?? 0))
      const totals = Object.values(answer.visit_uv).map(items => sum(items.map(item => item.value)))
      expect(new Set(totals).size).toBe(1)
      expect(totals[0]).toBeGreaterThanOrEqual(Math.max(...days.map(day => day.visit_uv ?? 0)))
      for (const [attribute, items] of Object.entries(answer.visit_uv_new)) {
        expect(sum(items.map(item => item.value))).toBe(fresh)
        for (const item of items) {
          const visitors = answer.visit_uv[attribute]?.find(other => other.name === item.name)?.value ?? 0
          expect(item.value).toBeLessThanOrEqual(visitors)
        }
      }
    })
  })
})

it('the big app has numbers for more than three years, and none before its first day', () => {
  const [source] = sources
  const day = (text: string) => parseDay(text) ?? 0
  expect(first(source?.visitTrend('daily', day('20230401'), day('20230401')) ?? {})?.visit_uv).toBeGreaterThan(20_000)
  expect(source?.visitTrend('daily', day('20210307'), day('20210307'))).toEqual({ list: [] })
  expect(compact(day('20210308'))).toBe('20210308')
  expect(first(source?.summary(day('20210308')) ?? {})?.visit_total).toBeGreaterThan(0)
})
