import { describe, expect, test } from 'vitest'
import { engagementTable } from '../../../server/domain/tables/engagement.ts'
import { pagesTable } from '../../../server/domain/tables/pages.ts'
import { performanceTable } from '../../../server/domain/tables/performance.ts'
import { portraitTable } from '../../../server/domain/tables/portrait.ts'
import { retentionTable } from '../../../server/domain/tables/retention.ts'
import { sourcesTable } from '../../../server/domain/tables/sources.ts'
import type { Locale } from '../../../src/contract/identity.ts'
import { distributionAnswer } from '../../support/answers.ts'
import { ofApp, reportsBench } from '../../support/reports-bench.ts'

const lists = {
  access_source_session_cnt: { 1: 3, 91: 1 },
  access_staytime_info: { 1: 4 },
  access_depth_info: { 1: 4 },
}
const { reports } = reportsBench(({ report, from }) => {
  if (from === '2026-07-13') return { failure: 'failed' }
  return report === 'distribution.daily' ? distributionAnswer(from, lists) : undefined
})
const range = { ...ofApp, from: '2026-07-13', to: '2026-07-14' }

const sources = await reports.sources(range)
const engagement = await reports.engagement(range)
const pages = await reports.pages(range)
const retention = await reports.retention({ ...range, from: '2026-07-10' })
const portrait = await reports.portrait({ ...ofApp, days: '7', users: 'active' })
const performance = await reports.performance({ ...range, module: '10022' })

const tables = (locale: Locale) => ({
  sources: sourcesTable(sources, locale),
  engagement: engagementTable(engagement, locale),
  pages: pagesTable(pages, locale),
  retention: retentionTable(retention, locale),
  portrait: portraitTable(portrait, locale),
  performance: performanceTable(performance, locale),
})

describe('every table', () => {
  test.each([...Object.entries(tables('zh-CN')), ...Object.entries(tables('en'))])(
    '%s has as many cells in each row as heads, no head twice, and says what it is',
    (_, { columns, rows, definitions }) => {
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.every(row => row.length === columns.length)).toBe(true)
      expect(new Set(columns).size).toBe(columns.length)
      expect(definitions.length).toBeGreaterThan(2)
      expect(definitions.every(line => line.length > 0 && !line.includes('undefined'))).toBe(true)
    },
  )

  test.each(['zh-CN', 'en'] as const)('says that people of several days are person-days: %s', locale => {
    const { sources: first, pages: second } = tables(locale)
    for (const { definitions } of [first, second]) expect(definitions.join(' ')).toMatch(/人日|person-days/)
  })
})

describe('the rows', () => {
  test('of 来源分析 are the range, then each day, the failed one empty', () => {
    expect(tables('en').sources.rows).toEqual([
      ['2026-07-13', '2026-07-14', 1, 'Mini program history', 3, 0.75, 'failed'],
      ['2026-07-13', '2026-07-14', 91, 'Unknown source (91)', 1, 0.25, 'failed'],
      ['2026-07-13', '2026-07-13', null, null, null, null, 'failed'],
      ['2026-07-14', '2026-07-14', 1, 'Mini program history', 3, 0.75, 'final'],
      ['2026-07-14', '2026-07-14', 91, 'Unknown source (91)', 1, 0.25, 'final'],
    ])
  })

  test('of 时长分析 are all fifteen buckets', () => {
    expect(tables('en').engagement.rows).toHaveLength(15)
    expect(tables('en').engagement.rows[8]).toEqual(['2026-07-13', '2026-07-14', 'Depth', 1, '1 page', 4, 1])
  })

  test('of 页面详情 end with what no row holds', () => {
    expect(tables('zh-CN').pages.rows.at(-1)?.slice(0, 3)).toEqual(['其他', null, 0])
  })

  test('of 用户画像 have the province of a city', () => {
    const { columns, rows } = tables('zh-CN').portrait
    const place = (name: string) => rows.find(row => row[4] === name)?.[columns.indexOf('省份')]
    expect([place('广州'), place('广东省')]).toEqual(['广东省', null])
  })

  test('of 留存分析 begin with the mean; what is not there is empty', () => {
    const { columns, rows } = tables('zh-CN').retention
    expect(columns.slice(0, 4)).toEqual(['周期', '状态', '用户数', '第 1 期后人数'])
    expect(rows[0]?.[columns.indexOf('第 1 期后留存率')]).toBe(0.4)
    expect(rows[4]?.slice(0, 3)).toEqual(['2026-07-13', 'failed', null])
  })
})
