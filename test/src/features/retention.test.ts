import { describe, expect, it } from 'vitest'
import type { RetentionData } from '../../../src/contract/report-retention.ts'
import { curveOf, curveReadOut, filledRate } from '../../../src/features/retention/curve-model.ts'
import { heatMax, heatStep } from '../../../src/features/retention/heat.ts'
import { hasCohorts, heatTable } from '../../../src/features/retention/model.ts'

type Row = RetentionData['rows'][number]
type Cell = Row['cells'][number]

const value = (key: number, count: number, size: number): Cell => ({
  key,
  count,
  rate: size === 0 ? null : count / size,
  state: 'value',
})
const empty = (key: number, state: 'immature' | 'missing'): Cell => ({ key, count: null, rate: null, state })
const row = (period: string, size: number | null, cells: Cell[], state: Row['state'] = 'final'): Row => ({
  period,
  size,
  cells,
  state,
})

const data: RetentionData = {
  keys: [0, 1, 2],
  rows: [
    row('2026-07-11', null, [empty(0, 'missing'), empty(1, 'missing'), empty(2, 'missing')], 'failed'),
    row('2026-07-12', 0, [value(0, 0, 0), value(1, 16_853, 0), empty(2, 'immature')]),
    row('2026-07-13', 4820, [value(0, 4820, 4820), value(1, 1057, 4820), empty(2, 'missing')]),
    row('2026-07-14', 4716, [value(0, 4716, 4716), empty(1, 'immature'), empty(2, 'immature')]),
  ],
  mean: [
    { key: 0, rate: 1 },
    { key: 1, rate: 0.2193 },
    { key: 2, rate: null },
  ],
}
const table = heatTable(data, 'day', 'zh-CN')
const line = (at: number) => [
  table.rows[at]?.name,
  table.rows[at]?.size,
  ...(table.rows[at]?.cells ?? []).map(c => c.text),
]

describe('the heat table', () => {
  it('leaves the cohort itself to the size column', () => {
    expect(table.keys.map(({ title }) => title)).toEqual(['1天后', '2天后'])
  })
  it('is newest first; what is not due is a bare dash', () => {
    expect(line(0)).toEqual(['07-14', '4,716', '-', '-'])
  })
  it('writes a rate, and -- where a due one is missing', () => {
    expect(line(1)).toEqual(['07-13', '4,820', '21.9%', '--'])
    expect(table.rows[1]?.cells[1]?.why).toBe('已经到期，但微信没有给这个数。')
  })
  it('never divides by a cohort of nobody', () => {
    expect(line(2)).toEqual(['07-12', '0', '--', '-'])
    expect(table.rows[2]?.cells[0]?.why).toContain('没有人')
  })
  it('says why a whole row is not known', () => {
    expect(line(3)).toEqual(['07-11', null, '--', '--'])
    expect(table.rows[3]?.cells[0]?.why).toContain('没能从微信取到数')
  })
  it('takes the mean from the answer', () => {
    expect(table.mean.map(({ text, state }) => `${text} ${state}`)).toEqual(['21.9% value', '-- missing'])
  })
  it('knows a mean that nobody is old enough for', () => {
    const young = { ...data, rows: data.rows.slice(3), mean: [{ key: 1, rate: null }] }
    expect(heatTable(young, 'day', 'zh-CN').mean.map(({ text }) => text)).toEqual(['-'])
  })
  it.each([
    ['week', '2026-07-06/2026-07-12', '07.06–07.12', '1周后'],
    ['month', '2026-06', '2026年6月', '1月后'],
  ] as const)('names a %s', (granularity, period, name, title) => {
    const one = heatTable({ ...data, rows: [row(period, 1, [value(1, 1, 1)])] }, granularity, 'zh-CN')
    expect([one.rows[0]?.name, one.keys[0]?.title]).toEqual([name, title])
  })
  it('knows an answer without any cohort', () => {
    expect(hasCohorts(data)).toBe(true)
    expect(hasCohorts({ ...data, rows: data.rows.slice(0, 1) })).toBe(false)
  })
})

describe('the steps', () => {
  it.each([
    [[0.248, 0.053], 0.25],
    [[0.266], 0.3],
    [[0.61, null], 0.8],
    [[null], 0.01],
  ])('of %j end at %d', (rates, most) => {
    expect(heatMax(rates.map(rate => ({ rate })))).toBe(most)
  })
  it.each([
    [0, 1],
    [0.001, 1],
    [0.13, 4],
    [0.25, 7],
    [0.3, 7],
  ])('%d of a quarter is step %d', (rate, step) => {
    expect(heatStep(rate, 0.25)).toBe(step)
  })
})

describe('a curve', () => {
  const cohort = data.rows[2] as Row
  const curve = curveOf(data, cohort, 'day', '07-13', 'zh-CN')

  it('has a gap where nothing is known, and the mean beside it', () => {
    expect(curve.points.map(point => point.value)).toEqual([1057 / 4820, null])
    expect(curve.mean.map(point => point.value)).toEqual([0.2193, null])
    expect(curve.spoken).toBe('07-13：1天后 21.9%')
  })
  it('is read out with its parts', () => {
    expect(curveReadOut(cohort, curve, 0, 'zh-CN')).toEqual({
      value: '21.9%',
      notes: ['1天后', '1,057 ÷ 4,820', '均值 21.9%'],
    })
    expect(curveReadOut(cohort, curve, 1, 'zh-CN')).toEqual({ value: '--', notes: ['2天后', '均值 --'] })
  })
  it('fills the definition with the newest rate', () => {
    expect(filledRate(data)).toEqual({ filled: '1,057 ÷ 4,820 = 21.9%', period: '2026-07-13', key: 1 })
    expect(filledRate({ ...data, rows: data.rows.slice(0, 2) })).toBeNull()
  })
})
