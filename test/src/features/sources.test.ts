import { describe, expect, it } from 'vitest'
import type { SourceItem, SourcesData } from '../../../src/contract/report-sources.ts'
import type { ReportState } from '../../../src/contract/report-states.ts'
import { sourceName } from '../../../src/contract/sources.ts'
import {
  shareFormula,
  sourcePoints,
  sourceReadOut,
  sourceRows,
  sourceSentence,
} from '../../../src/features/sources/model.ts'

const item = (key: number, value: number, share: number | null): SourceItem => ({
  key,
  name: sourceName(key),
  value,
  share,
})
const day = (date: string, state: ReportState, items: SourceItem[] = []) => ({ date, state, items })
const data = (items: SourceItem[], rest: Partial<SourcesData> = {}): SourcesData => ({
  metric: 'session_cnt',
  total: items.reduce((sum, { value }) => sum + value, 0),
  items,
  byDay: [],
  ...rest,
})

const twelve = data(Array.from({ length: 12 }, (_, at) => item(at + 1, 120 - at * 10, (120 - at * 10) / 780)))

describe('the ranked sources', () => {
  it('stand with count, share and a bar against the first', () => {
    expect(sourceRows(data([item(3, 300, 0.75), item(91, 100, 0.25)]), false, 'zh-CN')).toEqual([
      { key: 3, rank: '1', name: sourceName(3), value: '300', share: '75.0%', ratio: 1 },
      { key: 91, rank: '2', name: '未知来源(91)', value: '100', share: '25.0%', ratio: 100 / 300 },
    ])
  })
  it('are ten and one row for the rest', () => {
    const rows = sourceRows(twelve, false, 'zh-CN')
    expect(rows).toHaveLength(11)
    expect(rows.at(-1)).toMatchObject({ key: null, rank: '', name: '其余 2 个来源', value: '30', share: '3.8%' })
  })
  it('are all of them when asked', () => expect(sourceRows(twelve, true, 'zh-CN')).toHaveLength(12))
  it('are named in English too, unknown ones with their number', () => {
    expect(sourceRows(data([item(91, 1, 1)]), false, 'en')[0]?.name).toBe('Unknown source (91)')
  })
  it('draw no bar and no NaN when all are 0', () => {
    expect(sourceRows(data([item(3, 0, null)]), false, 'zh-CN')[0]).toMatchObject({ share: '--', ratio: 0 })
  })
})

describe('a source over days', () => {
  const days = data([item(3, 9, 0.9)], {
    byDay: [
      day('2026-07-10', 'final', [item(3, 9, 0.9)]),
      day('2026-07-11', 'final', [item(5, 4, 1)]),
      day('2026-07-12', 'failed'),
      day('2026-07-13', 'provisional', [item(3, 7, 0.5)]),
      day('2026-07-14', 'not_ready'),
    ],
  })
  const points = sourcePoints(days, 3)

  it.each([
    [0, 9, 'final'],
    [1, 0, 'final'],
    [2, null, 'missing'],
    [3, 7, 'provisional'],
    [4, null, 'missing'],
  ] as const)('at day %d is %s, %s', (at, value, state) => expect(points[at]).toMatchObject({ value, state }))
  it('has its weekends shaded', () => expect(points.map(({ band }) => band)).toEqual([false, true, true, false, false]))
  it('reads out count and share of the day', () => {
    expect(sourceReadOut(days, 3, 0, 'zh-CN')).toEqual({ value: '9', notes: ['07-10 周五', '90.0%'] })
    expect(sourceReadOut(days, 3, 1, 'zh-CN')).toEqual({ value: '0', notes: ['07-11 周六'] })
    expect(sourceReadOut(days, 3, 2, 'zh-CN')).toEqual({ value: '--', notes: ['07-12 周日'] })
  })
  it('is told in one sentence', () => {
    const range = { from: '2026-07-10', to: '2026-07-14' }
    expect(sourceSentence('搜索', points, range, 'zh-CN')).toBe('搜索，07-10 – 07-14。最低 0，最高 9，最近 7')
    expect(sourceSentence('搜索', [], range, 'zh-CN')).toBe('搜索，07-10 – 07-14，没有数')
  })
})

describe('the definition of a share', () => {
  it('holds the numbers of the first source', () => {
    expect(shareFormula(data([item(3, 300, 0.75), item(5, 100, 0.25)]), 'zh-CN')).toEqual({
      filled: '300 ÷ 400 = 75.0%',
      name: sourceName(3),
    })
  })
  it('has no numbers where none are known', () => {
    expect(shareFormula(data([], { total: null }), 'zh-CN').filled).toBe('--')
  })
})
