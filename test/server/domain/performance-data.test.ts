import { expect, it } from 'vitest'
import type { PerformanceLine } from '../../../server/domain/performance.ts'
import { type BlockReading, performanceData } from '../../../server/domain/performance-data.ts'
import type { Period } from '../../../src/contract/periods.ts'

const DAYS = ['2026-09-01', '2026-09-02', '2026-09-03']
const READ = Date.UTC(2026, 8, 3, 8)

const line = (id: string, values: Record<string, number>): PerformanceLine => ({
  id,
  name: id,
  line: 0,
  values: new Map(Object.entries(values)),
})

const days = (from: string, to: string): Period => ({ name: `${from}/${to}`, from, to })

const block = (rows: PerformanceLine[] | null, more: Partial<BlockReading> = {}): BlockReading => ({
  period: days('2026-09-01', '2026-09-03'),
  state: 'final',
  rows,
  fetchedAt: READ,
  ...more,
})

const statesOf = (...blocks: BlockReading[]) =>
  performanceData('10016', DAYS, blocks, '2026-09-03').byDay.map(({ state }) => state)

it('a day that one of several measures has is no missing day', () => {
  const rows = [line('open', { '2026-09-01': 1, '2026-09-02': 2 }), line('first', { '2026-09-01': 3 })]
  expect(statesOf(block(rows))).toEqual(['final', 'final', 'missing'])
})

it('a day that no measure has is missing, and null in each', () => {
  const { series } = performanceData('10016', DAYS, [block([line('open', { '2026-09-01': 1 })])], '2026-09-03')
  expect(series[0]?.points.map(({ value }) => value)).toEqual([1, null, null])
})

it('a day that no block covers is missing', () => {
  expect(statesOf(block([line('open', { '2026-09-01': 1 })], { period: days('2026-09-01', '2026-09-01') }))).toEqual([
    'final',
    'missing',
    'missing',
  ])
})

it('of a block that WeChat answered with nothing only its newest day may still come', () => {
  expect(statesOf(block(null, { state: 'not_ready' }))).toEqual(['missing', 'missing', 'not_ready'])
})

it('a block that WeChat never answered waits whole', () => {
  expect(statesOf(block(null, { state: 'not_ready', fetchedAt: null }))).toEqual([
    'not_ready',
    'not_ready',
    'not_ready',
  ])
})

it('a measure of two blocks is one line', () => {
  const blocks = [
    block([line('open', { '2026-09-01': 1 })], { period: days('2026-09-01', '2026-09-01') }),
    block([line('open', { '2026-09-03': 3 })], { period: days('2026-09-02', '2026-09-03') }),
  ]
  const { series } = performanceData('10016', DAYS, blocks, '2026-09-03')
  expect(series.map(({ points }) => points.map(({ value }) => value))).toEqual([[1, null, 3]])
})
