import { describe, expect, it } from 'vitest'
import { stayLabels } from '../../../src/contract/engagement.ts'
import type { EngagementBucket } from '../../../src/contract/report-engagement.ts'
import type { TrendPoint } from '../../../src/contract/reports.ts'
import {
  blankBuckets,
  bucketFormula,
  bucketsOf,
  sentenceOf,
  summariesOf,
} from '../../../src/features/engagement/model.ts'

const stay = (values: (number | null)[], total = 0): EngagementBucket[] =>
  values.map((value, at) => ({
    key: at + 1,
    label: stayLabels[at + 1] ?? '',
    value,
    share: value === null || total === 0 ? null : value / total,
  }))
const known = bucketsOf('stay', stay([10, 30, 0, 0, 20, 0, 40, 0], 100), 'zh-CN')
const unknown = bucketsOf('stay', stay(Array(8).fill(null)), 'zh-CN')

describe('the buckets', () => {
  it('are all drawn, zero too', () => {
    expect(known.map(({ label, text, share, ratio }) => [label, text, share, ratio]).slice(5)).toEqual([
      ['30-50s', '0', '0.0%', 0],
      ['50-100s', '40', '40.0%', 1],
      ['>100s', '0', '0.0%', 0],
    ])
  })
  it('are -- where the day is not there', () => {
    expect(unknown).toHaveLength(8)
    expect(unknown.every(({ value, text, share }) => value === null && text === '--' && share === '--')).toBe(true)
  })
  it.each([
    ['zh-CN', '1页'],
    ['en', '1 page'],
  ] as const)('of depth are named in %s', (locale, label) => {
    expect(bucketsOf('depth', [{ key: 1, label: '1页', value: 1, share: 1 }], locale)[0]?.label).toBe(label)
  })
  it.each([
    ['stay', 8],
    ['depth', 7],
  ] as const)('of %s have their labels before their numbers', (which, count) => {
    const blank = bucketsOf(which, blankBuckets(which), 'zh-CN')
    expect(blank.map(({ label }) => label).filter(Boolean)).toHaveLength(count)
    expect(blank.every(({ value }) => value === null)).toBe(true)
  })
  it('are told in one sentence', () => {
    expect(sentenceOf('访问时长', known, 'zh-CN')).toBe('访问时长，最多的是 50-100s，占 40.0%')
    expect(sentenceOf('访问时长', unknown, 'zh-CN')).toBe('访问时长，这段日期没有数')
  })
  it('fill the formula with the highest', () => {
    expect(bucketFormula(known, 100)).toEqual({ filled: '40 ÷ 100 = 40.0%', label: '50-100s' })
    expect(bucketFormula(unknown, null).filled).toBe('--')
  })
})

describe('the three means', () => {
  const point = (from: string, values: TrendPoint['values']): TrendPoint => ({
    period: from,
    from,
    to: from,
    partial: false,
    values,
    state: 'final',
  })
  const first = point('2026-07-13', {
    session_cnt: 100,
    visit_uv: 50,
    stay_time_session: 10,
    stay_time_uv: 20,
    visit_depth: 2,
  })
  const second = point('2026-07-14', {
    session_cnt: 300,
    visit_uv: 50,
    stay_time_session: 50,
    stay_time_uv: 120,
    visit_depth: 4,
  })

  it('of one day are the numbers of the day', () => {
    expect(summariesOf([second], 'zh-CN').map(({ value, how }) => [value, how])).toEqual([
      ['2分0秒', null],
      ['50秒', null],
      ['4.00', null],
    ])
  })
  it('of several days are weighted, and say so', () => {
    expect(summariesOf([first, second], 'zh-CN').map(({ value, how }) => [value, how])).toEqual([
      ['1分10秒', '日均'],
      ['40秒', '加权平均'],
      ['3.50', '加权平均'],
    ])
  })
  it('are not known without a day', () => {
    expect(summariesOf([], 'zh-CN').map(({ parts }) => parts)).toEqual([null, null, null])
  })
})
