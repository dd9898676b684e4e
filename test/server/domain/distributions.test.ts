import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Distribution } from '../../../server/domain/distribution.ts'
import { engagementData } from '../../../server/domain/engagement.ts'
import { sourcesData, unknownSourcesOf } from '../../../server/domain/sources.ts'
import { addDays } from '../../../src/contract/periods.ts'
import { sourceScenes } from '../../../src/contract/source-scenes.ts'
import { sourceKeys, sourceName } from '../../../src/contract/sources.ts'

const buckets = (max: number) =>
  fc
    .uniqueArray(fc.record({ key: fc.integer({ min: 1, max }), value: fc.integer({ min: 0, max: 1e6 }) }), {
      selector: bucket => bucket.key,
    })
    .map(list => (list.length > 0 ? list : null))

const anyRows = fc.option(
  fc.record({
    access_source_session_cnt: buckets(90),
    access_source_visit_uv: fc.constant(null),
    access_staytime_info: buckets(8),
    access_depth_info: buckets(7),
  }),
)
const anyDays = fc.array(anyRows, { maxLength: 12 })
const daysOf = (rows: (Distribution | null)[]) =>
  rows.map((row, index) => ({
    date: addDays('2026-01-01', index),
    state: row ? ('final' as const) : ('failed' as const),
    rows: row,
    sources: row?.access_source_session_cnt ?? null,
  }))

const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)
const shuffled = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })

describe('sources and buckets of any days', () => {
  test('add up to their total, and their shares to one', () => {
    fc.assert(
      fc.property(anyDays, rows => {
        const { total, items } = sourcesData('session_cnt', daysOf(rows))
        const { stay, totals } = engagementData(daysOf(rows))
        expect(sum(items.map(item => item.value))).toBe(total ?? 0)
        expect(sum(stay.map(bucket => bucket.value))).toBe(totals.stay ?? 0)
        if (total) expect(sum(items.map(item => item.share))).toBeCloseTo(1, 9)
        if (totals.stay) expect(sum(stay.map(bucket => bucket.share))).toBeCloseTo(1, 9)
      }),
    )
  })

  test('are the same in whatever order days and buckets come', () => {
    const twoOrders = anyDays.chain(rows => fc.tuple(fc.constant(rows), shuffled(rows)))
    fc.assert(
      fc.property(twoOrders, ([rows, others]) => {
        const reversed = others.map(row =>
          row ? { ...row, access_source_session_cnt: row.access_source_session_cnt?.toReversed() ?? null } : null,
        )
        expect(sourcesData('session_cnt', daysOf(reversed)).items).toEqual(
          sourcesData('session_cnt', daysOf(rows)).items,
        )
        expect(engagementData(daysOf(others)).stay).toEqual(engagementData(daysOf(rows)).stay)
      }),
    )
  })

  test('never know a number when no day does', () => {
    const days = daysOf([null, null])
    expect(sourcesData('session_cnt', days)).toMatchObject({ total: null, items: [] })
    expect(engagementData(days).totals).toEqual({ stay: null, depth: null })
  })
})

describe('the sources that are documented', () => {
  test('are fifty-seven, each with a name in both languages', () => {
    expect(sourceKeys).toEqual(Array.from({ length: 57 }, (_, index) => index + 1))
    expect(new Set(sourceKeys.map(key => sourceName(key, 'zh-CN'))).size).toBe(57)
    expect(new Set(sourceKeys.map(key => sourceName(key, 'en'))).size).toBe(57)
  })
  test.each([0, -1, 58, 91, 1e9])('do not hold %d', key => {
    expect([sourceName(key, 'zh-CN'), sourceName(key, 'en')]).toEqual([`未知来源(${key})`, `Unknown source (${key})`])
  })
  test('share no scene, and leave what is not listed to 其他', () => {
    const scenes = Object.values(sourceScenes).flat()
    expect(new Set(scenes).size).toBe(scenes.length)
    expect(sourceScenes[10]).toEqual([])
  })
})

test('unknown sources are told once each, in order', () => {
  const row = (keys: number[]) => ({
    access_source_session_cnt: keys.map(key => ({ key, value: 1 })),
    access_source_visit_uv: [{ key: 99, value: 1 }],
    access_staytime_info: [{ key: 70, value: 1 }],
    access_depth_info: null,
  })
  expect(unknownSourcesOf([row([65, 1]), row([62, 65])])).toEqual([62, 65, 99])
})
