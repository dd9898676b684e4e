import { describe, expect, it } from 'vitest'
import type { PerformanceData } from '../../../src/contract/report-performance.ts'
import {
  dayLabels,
  hasValues,
  numberText,
  performanceLines,
  performanceRows,
  spokenLines,
} from '../../../src/features/performance/model.ts'

const days = ['2026-07-13', '2026-07-14']
const series = (name: string, line: number, values: (number | null)[]): PerformanceData['series'][number] => ({
  id: name,
  name,
  line,
  points: days.map((date, at) => ({ date, value: values[at] ?? null })),
})
const data: PerformanceData = {
  module: '10022',
  series: [series('内存均值', 0, [306, 1305.5]), series('内存均值', 1, [0, null])],
  byDay: [
    { date: '2026-07-13', state: 'final' },
    { date: '2026-07-14', state: 'not_ready' },
  ],
}
const lines = performanceLines(data, 'zh-CN')

describe('the lines', () => {
  it("carry WeChat's names, a second one counted", () => {
    expect(lines.map(({ name }) => name)).toEqual(['内存均值', '内存均值 2'])
  })
  it('keep their gaps', () => expect(lines[1]?.values).toEqual([0, null]))
  it('stand over the days', () => expect(dayLabels(data)).toEqual(['07-13', '07-14']))
  it('are said in one sentence, with the newest number known', () => {
    expect(spokenLines('内存', '07-13 – 07-14', lines, 'zh-CN')).toBe(
      '内存，07-13 – 07-14。最近：内存均值 1,305.5 MB, 内存均值 2 0 MB',
    )
  })
})

it('tells an answer without numbers from one with a zero', () => {
  expect(hasValues(data)).toBe(true)
  expect(hasValues({ series: [series('甲', 0, [0])] })).toBe(true)
  expect(hasValues({ series: [series('甲', 0, [null])] })).toBe(false)
  expect(hasValues({ series: [] })).toBe(false)
})

it('lists the days newest first, with why a number is not there', () => {
  expect(
    performanceRows(data, 'zh-CN').map(({ day, weekday, values, state }) => [day, weekday, values, state]),
  ).toEqual([
    ['07-14', '二', ['1,305.5', null], 'not_ready'],
    ['07-13', '一', ['306', '0'], 'final'],
  ])
})

it.each([
  [null, 'ms', '--', '--'],
  [0, 'mb', '0 MB', '0 MB'],
  [1840.5, 'ms', '1,840.5 毫秒', '1,840.5 ms'],
  [96.2312, 'percent', '96.2312%', '96.2312%'],
  [70.7778, null, '70.7778', '70.7778'],
] as const)('writes %s in %s as %s, in English as %s', (value, unit, chinese, english) => {
  const line = { name: '甲', title: '甲', values: [], unit }
  expect(numberText(value, line, 'zh-CN')).toBe(chinese)
  expect(numberText(value, line, 'en')).toBe(english)
})

describe('a measure', () => {
  it.each([
    ['10016', '打开率', 'percent', '打开率（%）', 'Opening rate (%)'],
    ['10017', '启动总耗时', 'ms', '启动总耗时（毫秒）', 'Total start time (ms)'],
    ['10021', '耗时', 'ms', '耗时（毫秒）', 'Time taken (ms)'],
    ['10022', '内存增长均值', 'mb', '内存增长均值（MB）', 'Mean growth of memory (MB)'],
    ['10023', '内存异常率', 'percent', '内存异常率（%）', 'Rate of memory warnings (%)'],
    ['10023', '从没见过', null, '从没见过', '从没见过'],
  ] as const)('of %s that WeChat calls %s is in %s: %s, %s', (module, name, unit, chinese, english) => {
    const of = (locale: 'zh-CN' | 'en') => performanceLines({ module, series: [series(name, 0, [1])] }, locale)[0]
    expect(of('zh-CN')).toMatchObject({ unit, title: chinese })
    expect(of('en')).toMatchObject({ unit, title: english })
  })
})
