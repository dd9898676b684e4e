import { describe, expect, it } from 'vitest'
import { formatExact, formatMetric, metricParts } from '../../../src/lib/metric-format.ts'
import { durationParts, formatCount, formatDepth, formatDuration, formatPercent } from '../../../src/lib/numbers.ts'

describe('a count', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [142549, '142,549'],
    [2846113, '2,846,113'],
    [-1234, '-1,234'],
    [1234.5678, '1,234.5678'],
  ])('%d is written %s', (value, text) => expect(formatCount(value)).toBe(text))
})

describe('a duration', () => {
  it.each([
    [0, '0秒', '0s'],
    [0.4, '0.4秒', '0.4s'],
    [9, '9秒', '9s'],
    [9.97, '10秒', '10s'],
    [45.2, '45秒', '45s'],
    [59.6, '1分0秒', '1m 0s'],
    [83.0, '1分23秒', '1m 23s'],
    [193.4, '3分13秒', '3m 13s'],
    [3600, '1小时0分0秒', '1h 0m 0s'],
    [3723, '1小时2分3秒', '1h 2m 3s'],
  ])('%d s is %s and %s', (seconds, zh, en) => {
    expect(formatDuration(seconds, 'zh-CN')).toBe(zh)
    expect(formatDuration(seconds, 'en')).toBe(en)
  })

  it('keeps its units apart from its digits', () => {
    expect(durationParts(193, 'zh-CN')).toEqual([
      { text: '3' },
      { text: '分', unit: true },
      { text: '13' },
      { text: '秒', unit: true },
    ])
  })
})

it('writes depth with two decimals', () => expect(formatDepth(1.9)).toBe('1.90'))
it('writes a share with one decimal', () => expect(formatPercent(0.3224)).toBe('32.2%'))

describe('a metric', () => {
  it.each([
    ['visit_uv', 61208, '61,208'],
    ['stay_time_session', 83, '1分23秒'],
    ['visit_depth', 1.98, '1.98'],
  ] as const)('%s %d reads %s', (id, value, card) => expect(formatMetric(id, value, 'zh-CN')).toBe(card))

  it('is -- when unknown and 0 when zero', () => {
    expect(formatMetric('visit_uv', null, 'zh-CN')).toBe('--')
    expect(formatMetric('visit_uv', 0, 'zh-CN')).toBe('0')
  })

  it.each([
    ['stay_time_session', 83, '83.0 秒'],
    ['stay_time_session', 1083.46, '1,083.5 秒'],
    ['visit_uv', 61208, '61,208'],
    ['stay_time_uv', null, '--'],
  ] as const)('%s %s is exactly %s', (id, value, text) => expect(formatExact(id, value, 'zh-CN')).toBe(text))

  it('is one piece when it has no unit', () => {
    expect(metricParts('visit_pv', 472351, 'en')).toEqual([{ text: '472,351' }])
  })
})
