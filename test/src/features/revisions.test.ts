import { describe, expect, it } from 'vitest'
import type { ChangedNumber, Revision } from '../../../src/contract/report-envelope.ts'
import { daysNamed, isShown, revisedIn, revisionGroups } from '../../../src/features/revisions/model.ts'

const range = { from: '2026-07-01', to: '2026-07-14' }
const NOW = Date.parse('2026-07-15T10:00:00Z')
const changed = (metric: string, item: string | null, before: number | null, after: number | null): ChangedNumber => ({
  metric,
  item,
  before,
  after,
})
const revision = (report: string, period: string, ...changes: ChangedNumber[]): Revision => ({
  report,
  period,
  readAt: '2026-07-15T03:00:00Z',
  replacedAt: '2026-07-15T07:00:00Z',
  answer: {},
  changes,
})
const groups = (endpoint: 'readTrend' | 'readSources' | 'readPages' | 'readRetention', ...list: Revision[]) =>
  revisionGroups(list, range, { endpoint, query: {} }, NOW, 'zh-CN')

describe('the days of a period', () => {
  it.each([
    ['2026-07-14', '2026-07-14', '2026-07-14'],
    ['2026-07-06/2026-07-12', '2026-07-06', '2026-07-12'],
    ['2026-02', '2026-02-01', '2026-02-28'],
  ])('%s', (name, from, to) => {
    expect(daysNamed(name)).toEqual({ from, to })
  })
})

describe('the mark', () => {
  it('speaks of what is on screen, not of the days it is compared with', () => {
    expect(revisedIn(['2026-06-30', '2026-07-02', '2026-07'], range)).toEqual(['2026-07-02', '2026-07'])
  })

  it('is not there where nothing changed', () => {
    expect(revisedIn(undefined, range)).toEqual([])
  })
})

describe('what changed', () => {
  it('stands as old and new with both times', () => {
    const [group] = groups('readTrend', revision('visit.daily', '2026-07-14', changed('visit_uv', null, 61208, 61210)))
    expect(group).toMatchObject({ title: '2026-07-14', times: '11:00 取到 → 15:00 取到', rest: 0 })
    expect(group?.rows).toEqual([{ id: 'visit_uv ', name: '访问人数', before: '61,208', after: '61,210' }])
  })

  it.each([
    ['readTrend', 'visit.daily', changed('stay_time_uv', null, 83, null), '人均停留时长', '1分23秒', '--'],
    ['readSources', 'distribution.daily', changed('access_source_session_cnt', '2', 3, 4), '搜索', '3', '4'],
    ['readPages', 'pages.daily', changed('page_visit_pv', 'pages/a', 1, 0), 'pages/a · 访问次数', '1', '0'],
    ['readRetention', 'retention.daily', changed('visit_uv_new', '7', 5, 6), '7天后', '5', '6'],
    ['readRetention', 'retention.weekly', changed('visit_uv_new', '1', 5, 6), '1周后', '5', '6'],
  ] as const)('%s names %s', (endpoint, report, change, name, before, after) => {
    const [group] = groups(endpoint, revision(report, '2026-07-06', change))
    expect(group?.rows[0]).toMatchObject({ name, before, after })
  })

  it('leaves out what the page does not show', () => {
    const list = [revision('distribution.daily', '2026-07-14', changed('access_depth_info', '1', 3, 4))]
    expect(groups('readSources', ...list)).toEqual([])
  })

  it('counts what it does not list', () => {
    const many = Array.from({ length: 25 }, (_, at) => changed('access_source_session_cnt', String(at), 1, 2))
    expect(groups('readSources', revision('distribution.daily', '2026-07-14', ...many))[0]).toMatchObject({ rest: 5 })
  })

  it.each([
    ['readPortrait', { users: 'new' }, 'new.ages', true],
    ['readPortrait', { users: 'new' }, 'active.ages', false],
    ['readRetention', { cohort: 'active' }, 'visit_uv', true],
    ['readSources', { metric: 'visit_uv' }, 'access_source_session_cnt', false],
    ['readEngagement', {}, 'access_staytime_info', true],
    ['readEngagement', {}, 'access_source_session_cnt', false],
  ] as const)('%s %j shows %s: %s', (endpoint, query, metric, shows) => {
    expect(isShown({ endpoint, query }, changed(metric, '1', 1, 2))).toBe(shows)
  })
})
