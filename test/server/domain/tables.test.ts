import { describe, expect, test } from 'vitest'
import { overviewTable, trendTable } from '../../../server/domain/tables.ts'
import { createReports } from '../../../server/usecases/reports.ts'
import { archiveBench } from '../../support/archive-bench.ts'

const reports = createReports(archiveBench('2026-07-15 16:00'))
const overview = await reports.overview({ appid: 'wxapp1', source: 'wechat' })
const week = { appid: 'wxapp1', source: 'wechat', granularity: 'day', from: '2026-07-08', to: '2026-07-14' } as const

const trend = await reports.trend(week)
const compared = await reports.trend({ ...week, compareFrom: '2026-07-01' })

describe('every table', () => {
  test.each([
    ['数据概况', overviewTable(overview, 'zh-CN')],
    ['overview', overviewTable(overview, 'en')],
    ['用户趋势', trendTable(trend, 'zh-CN')],
    ['compared trend', trendTable(compared, 'en')],
  ])('%s has as many cells in each row as heads, and no head twice', (_, { columns, rows }) => {
    expect(rows.every(row => row.length === columns.length)).toBe(true)
    expect(new Set(columns).size).toBe(columns.length)
  })
})

describe('the table of 数据概况', () => {
  test('has ten metrics and the pages', () => {
    const { rows } = overviewTable(overview, 'zh-CN')
    expect(rows.map(row => row[1])).toEqual([...Array(10).fill('指标'), '受访页', '入口页'])
    expect(rows[0]?.slice(0, 8)).toEqual(['2026-07-14', '指标', '打开次数', 17, null, '2026-07-13', 17, 0])
  })
  test('leaves unknown cells unknown', () => {
    const { rows } = overviewTable(overview, 'en')
    expect(rows.find(row => row[2] === 'Visitors')?.[3]).toBeNull()
  })
  test('explains each metric on top', () => {
    expect(overviewTable(overview, 'en').definitions.join(' ')).toContain('Opens (session_cnt): opens, from opening')
  })
})

describe('the table of 用户趋势', () => {
  test('has a row for each period and the metrics named', async () => {
    const { columns, rows } = trendTable(await reports.trend({ ...week, metrics: 'visit_pv,session_cnt' }), 'zh-CN')
    expect(columns).toEqual(['周期', '开始', '结束', '状态', '打开次数', '访问次数'])
    expect(rows).toHaveLength(7)
    expect(rows[0]).toEqual(['2026-07-08', '2026-07-08', '2026-07-08', 'final', 17, 58])
  })
  test('sets the compared period beside each', () => {
    const { rows } = trendTable(compared, 'zh-CN')
    expect(rows[6]?.[0]).toBe('2026-07-14')
    expect(rows[6]?.[11]).toBe('2026-07-07')
  })
})
