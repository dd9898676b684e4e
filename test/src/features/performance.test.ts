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
      '内存，07-13 – 07-14。最近：内存均值 1,305.5, 内存均值 2 0',
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
  [null, '--'],
  [0, '0'],
  [70.7778, '70.7778'],
])('writes %s as %s', (value, text) => expect(numberText(value)).toBe(text))
