import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { readAnswer } from '../../../server/domain/rows.ts'
import { addDays, periodOf, yesterdayOf } from '../../../src/contract/periods.ts'
import { RetentionAnswer, type RetentionCell } from '../../../src/contract/report-retention.ts'
import { retentionKeys } from '../../../src/contract/retention.ts'
import { emptyAnswer, retentionAnswer } from '../../support/answers.ts'
import { ofApp, reportsBench } from '../../support/reports-bench.ts'

const day = (date: string) => ({ ...ofApp, from: date, to: date })
const told = ({ key, count, rate, state }: RetentionCell) => `${key} ${count} ${rate} ${state}`

describe('留存分析', () => {
  test('answers in the shape of the contract', async () => {
    const { reports } = reportsBench(() => undefined)
    const answer = await reports.retention({ ...ofApp, from: '2026-06-01', to: '2026-07-14' })
    expect(Schema.Compile(RetentionAnswer).Check(answer)).toBe(true)
  })

  test.each([
    ['day', '2026-07-14', '2026-07-14', [0, 1, 2, 3, 4, 5, 6, 7, 14, 30]],
    ['week', '2026-07-06', '2026-07-12', [0, 1, 2, 3, 4]],
    ['month', '2026-06-01', '2026-06-30', [0, 1]],
  ] as const)('has the documented keys of a %s', async (granularity, from, to, keys) => {
    const { reports } = reportsBench(() => undefined)
    const { data } = await reports.retention({ ...ofApp, from, to, granularity })
    expect([data.keys, data.rows[0]?.cells.map(cell => cell.key)]).toEqual([keys, keys])
  })

  test('tells immature, missing and zero apart', async () => {
    const { reports } = reportsBench(({ from }) => retentionAnswer(from, { 0: 10, 1: 4, 2: 0 }))
    const { data } = await reports.retention(day('2026-07-10'))
    expect(data.rows[0]?.cells.slice(0, 7).map(told)).toEqual([
      '0 10 1 value',
      '1 4 0.4 value',
      '2 0 0 value',
      '3 null null missing',
      '4 null null missing',
      '5 null null immature',
      '6 null null immature',
    ])
  })

  test.each([
    ['2026-07-15 11:00', 'immature'],
    ['2026-07-15 15:00', 'missing'],
  ])('a key of yesterday that is not there at %s is %s', async (now, state) => {
    const { reports } = reportsBench(({ from }) => retentionAnswer(from, { 0: 10 }), now)
    expect((await reports.retention(day('2026-07-13'))).data.rows[0]?.cells[1]?.state).toBe(state)
  })

  test('takes no count of a period that is not over, zero or not', async () => {
    const every = Object.fromEntries(retentionKeys.day.map(key => [key, key === 0 ? 10 : 0]))
    const { reports } = reportsBench(({ from }) => retentionAnswer(from, every))
    const { data } = await reports.retention({ ...ofApp, from: '2026-07-12', to: '2026-07-13' })
    expect(data.rows.map(({ cells }) => cells.map(cell => cell.state).join(' '))).toEqual([
      `value value value${' immature'.repeat(7)}`,
      `value value${' immature'.repeat(8)}`,
    ])
    expect(data.mean.slice(0, 4).map(({ rate }) => rate)).toEqual([1, 0, 0, null])
  })

  test('takes no count that was read before its period was over', async () => {
    const { reports, clock } = reportsBench(({ from }) => retentionAnswer(from, { 0: 10, 1: 2 }), '2026-07-14 16:00')
    await reports.retention(day('2026-07-13'))
    clock.set('2026-07-15 08:00')
    const { data } = await reports.retention(day('2026-07-13'))
    expect(data.rows[0]?.cells.slice(0, 2).map(told)).toEqual(['0 10 1 value', '1 null null immature'])
  })

  test('never divides by a cohort of nobody', async () => {
    const { reports } = reportsBench(({ from }) => retentionAnswer(from, { 0: 0, 1: 16853 }))
    const { data } = await reports.retention(day('2026-07-10'))
    expect(data.rows[0]?.cells.slice(0, 2).map(told)).toEqual(['0 0 null value', '1 16853 null value'])
    expect(data.mean.every(({ rate }) => rate === null)).toBe(true)
  })

  test('weighs the mean by size, over the cohorts that have the key', async () => {
    const cohorts: Record<string, string> = {
      '2026-07-11': retentionAnswer('2026-07-11', { 0: 100, 1: 50, 2: 10 }),
      '2026-07-12': retentionAnswer('2026-07-12', { 0: 10, 1: 0 }),
      '2026-07-13': retentionAnswer('2026-07-13', { 0: 0, 1: 7 }),
      '2026-07-14': retentionAnswer('2026-07-14', { 0: 1000 }),
    }
    const { reports } = reportsBench(({ from }) => cohorts[from])
    const { data } = await reports.retention({ ...ofApp, from: '2026-07-11', to: '2026-07-14' })
    expect(data.mean.slice(0, 4)).toEqual([
      { key: 0, rate: 1 },
      { key: 1, rate: 50 / 110 },
      { key: 2, rate: 0.1 },
      { key: 3, rate: null },
    ])
  })

  test('gives both kinds of cohort from one answer', async () => {
    const { reports, asked } = reportsBench(() => undefined)
    const sizes = await Promise.all(
      (['new', 'active'] as const).map(
        async cohort => (await reports.retention({ ...day('2026-07-10'), cohort })).data,
      ),
    )
    expect(sizes.map(data => data.rows[0]?.size)).toEqual([10, 20])
    expect(asked()).toHaveLength(1)
  })

  test.each([
    ['nothing', emptyAnswer, 'missing'],
    ['a failure', { failure: 'failed' }, 'failed'],
    ['no right to it', { failure: 'unsupported' }, 'unsupported'],
  ] as const)('makes no number of %s', async (_, said, state) => {
    const { reports } = reportsBench(() => said)
    const { data, freshness } = await reports.retention(day('2026-07-10'))
    expect(data.rows).toMatchObject([{ period: '2026-07-10', state, size: null }])
    expect(data.rows[0]?.cells.every(cell => cell.count === null && cell.state !== 'value')).toBe(true)
    expect(freshness.state).toBe(state)
  })

  test.each([
    ['a week that starts on Tuesday', 'week', '2026-07-07', '2026-07-12', '/query/from'],
    ['a week that ends on Saturday', 'week', '2026-07-06', '2026-07-11', '/query/to'],
    ['a month that is not over', 'month', '2026-07-01', '2026-07-31', '/query/to'],
  ] as const)('refuses %s', async (_, granularity, from, to, path) => {
    const { reports } = reportsBench(() => undefined)
    await expect(reports.retention({ ...ofApp, granularity, from, to })).rejects.toMatchObject({
      extra: { issues: [{ path, code: 'range' }] },
    })
  })
})

/** A WeChat that knows yesterday's keys from ten o'clock on. */
function maturingBench(now: string) {
  const bench = reportsBench(({ from }) => {
    const today = bench.clock.now() - 10 * 3_600_000
    const keys = retentionKeys.day.filter(key => addDays(from, key) <= yesterdayOf(today))
    return keys.length > 0
      ? retentionAnswer(from, Object.fromEntries(keys.map(key => [key, 100 - key])))
      : { failure: 'not_ready' }
  }, now)
  return bench
}

describe('a cohort through its month', () => {
  test.each(['10:00', '16:00'])('is read once a key when looked at each day at %s, and never again', async hour => {
    const bench = maturingBench(`2026-07-02 ${hour}`)
    const calls: number[] = []
    for (let count = 0; count <= 40; count += 1) {
      bench.clock.set(`${addDays('2026-07-02', count)} ${hour}`)
      await bench.reports.retention(day('2026-07-01'))
      await bench.reports.retention({ ...day('2026-07-01'), cohort: 'active' })
      calls.push(bench.datacube.asked.length)
    }
    expect(
      calls.map((now, index) => now - (calls[index - 1] ?? 0)).flatMap((n, i) => (n > 0 ? [`${i}:${n}`] : [])),
    ).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 14, 30].map(key => `${key}:1`))
    const { data, freshness } = await bench.reports.retention(day('2026-07-01'))
    expect(data.rows[0]?.cells.map(cell => cell.state)).toEqual(Array(10).fill('value'))
    expect(freshness.state).toBe('final')
  })

  test('is read once when first looked at a year later', async () => {
    const bench = maturingBench('2027-07-02 16:00')
    for (const date of ['2027-07-02 16:00', '2027-07-09 16:00']) {
      bench.clock.set(date)
      await bench.reports.retention(day('2026-07-01'))
    }
    expect(bench.asked()).toHaveLength(1)
  })

  test('keeps its numbers, marked stale, when the next read fails', async () => {
    const bench = maturingBench('2026-07-03 16:00')
    await bench.reports.retention(day('2026-07-01'))
    bench.clock.set('2026-07-04 16:00')
    bench.datacube.script = () => ({ failure: 'failed' })
    const { data, freshness } = await bench.reports.retention(day('2026-07-01'))
    expect([data.rows[0]?.size, data.rows[0]?.state, freshness.reason]).toEqual([100, 'stale', 'upstream_failed'])
  })

  test('is not asked for before the morning of a key', async () => {
    const bench = maturingBench('2026-07-03 16:00')
    await bench.reports.retention(day('2026-07-01'))
    bench.clock.set('2026-07-04 08:59')
    await bench.reports.retention(day('2026-07-01'))
    expect(bench.asked()).toHaveLength(1)
  })
})

test('camelCase and snake_case are one answer', () => {
  const camel = JSON.stringify({ refDate: '20260701', visitUvNew: [{ key: 0, value: 3 }], visitUv: [] })
  expect(readAnswer('retention.daily', periodOf('day', '2026-07-01'), camel)).toEqual({
    new: [{ key: 0, value: 3 }],
    active: [],
  })
})
