import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { blocksOf } from '../../../server/domain/report-periods.ts'
import { addDays, countDays, periodsBetween } from '../../../src/contract/periods.ts'
import { PerformanceAnswer } from '../../../src/contract/report-performance.ts'
import { performanceAnswer } from '../../support/answers.ts'
import { at } from '../../support/fakes/clock.ts'
import { ofApp, reportsBench } from '../../support/reports-bench.ts'

const memory = { ...ofApp, module: '10022', from: '2026-07-01', to: '2026-07-14' } as const

/** Every day of a question has a number, its day of the month. */
const everyDay = ({ from, to }: { from: string; to: string }) =>
  performanceAnswer(
    Object.fromEntries(periodsBetween('day', from, to).map(({ name }) => [name, String(Number(name.slice(-2)))])),
  )

describe('性能', () => {
  test('answers in the shape of the contract', async () => {
    const { reports } = reportsBench(everyDay)
    expect(Schema.Compile(PerformanceAnswer).Check(await reports.performance(memory))).toBe(true)
  })

  test('is a series of numbers over the days of the range, though WeChat writes text', async () => {
    const { reports } = reportsBench(everyDay)
    const { data } = await reports.performance(memory)
    expect(data.series).toHaveLength(1)
    expect(data.series[0]).toMatchObject({ id: 'memory', name: '内存均值', line: 0 })
    expect(data.series[0]?.points.map(point => point.value)).toEqual(Array.from({ length: 14 }, (_, day) => day + 1))
  })

  test('makes no number of what is none', async () => {
    const { reports } = reportsBench(() =>
      performanceAnswer({ '2026-07-13': '', '2026-07-12': 'n/a', '2026-07-14': '0', '2026-07-11': '1.5' }),
    )
    const { data } = await reports.performance({ ...memory, from: '2026-07-11' })
    expect(data.series[0]?.points.map(point => point.value)).toEqual([1.5, null, null, 0])
    expect(data.byDay.map(day => day.state)).toEqual(['final', 'missing', 'missing', 'final'])
  })

  test('asks for a closed block once, and for the open one again when a day is new', async () => {
    const bench = reportsBench(everyDay)
    await bench.reports.performance({ ...memory, from: '2026-06-01' })
    const first = bench.asked()
    await bench.reports.performance({ ...memory, from: '2026-06-10' })
    expect(bench.asked()).toEqual(first)
    bench.clock.set('2026-07-16 16:00')
    await bench.reports.performance({ ...memory, from: '2026-06-01', to: '2026-07-15' })
    expect(bench.asked()).toHaveLength(first.length + 1)
  })

  test.each([
    ['a measure without days', performanceAnswer({})],
    ['no measure', JSON.stringify({ errcode: 0, errmsg: 'ok', data: { body: { tables: [] } } })],
  ])('of an app that ended waits for nothing of the days before yesterday: %s', async (_what, answer) => {
    const bench = reportsBench(() => answer)
    bench.clock.set('2026-07-15 09:30')
    const { data } = await bench.reports.performance(memory)
    const [newest, ...before] = data.byDay.map(({ state }) => state).reverse()
    expect([newest, ...new Set(before)]).toEqual(['not_ready', 'missing'])
  })

  test.each(['failed', 'unsupported', 'not_ready'] as const)('says that WeChat gave nothing: %s', async failure => {
    const { reports } = reportsBench(() => ({ failure }))
    const { data, freshness } = await reports.performance(memory)
    expect([data.series, freshness.state, data.byDay[0]?.state]).toEqual([[], failure, failure])
  })
})

describe('the blocks of a range', () => {
  const now = at('2026-07-15 16:00')
  test.each([
    ['2026-07-14', '2026-07-14'],
    ['2026-06-15', '2026-07-14'],
    ['2025-07-14', '2026-07-14'],
    ['2016-12-20', '2017-01-10'],
  ])('from %s to %s hold every day once, none more than thirty, none after yesterday', (from, to) => {
    const blocks = blocksOf('performance.10022', from, to, now)
    for (const [index, block] of blocks.entries()) {
      expect(countDays(block.from, block.to)).toBeLessThanOrEqual(30)
      expect(block.to <= '2026-07-14').toBe(true)
      if (index > 0) expect(addDays(blocks[index - 1]?.to ?? '', 1)).toBe(block.from)
    }
    expect((blocks[0]?.from ?? '') <= from && (blocks.at(-1)?.to ?? '') >= to).toBe(true)
  })
})
