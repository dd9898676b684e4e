import { describe, expect, it } from 'vitest'
import { badgeOf, type Standing } from '../../../src/features/freshness/model.ts'
import { noticeOf, whyMissing } from '../../../src/features/overview/model.ts'
import { overviewViewName } from '../../../src/features/overview/view-name.ts'
import { gapLines } from '../../../src/features/report/gaps.ts'
import { hasBothSources, sourceName, sourceOf, sourceQuery } from '../../../src/features/source/model.ts'
import { reconcileRows, reconcileSummary } from '../../../src/features/source/reconcile-model.ts'
import { trendRequest, trendViewName } from '../../../src/features/trend/query-model.ts'

describe('who counted a report', () => {
  it.each([
    ['sources', 'collector', true, 'collector'],
    ['sources', 'wechat', true, 'wechat'],
    ['sources', 'collector', false, 'wechat'],
    ['performance', 'collector', true, 'wechat'],
    ['realtime', 'wechat', false, 'collector'],
  ] as const)('%s, %s chosen, own events %s: %s', (page, chosen, hasEvents, source) => {
    expect(sourceOf(page, chosen, hasEvents)).toBe(source)
  })

  it('is a choice where both can give it', () => {
    expect((['overview', 'portrait', 'performance', 'realtime'] as const).filter(hasBothSources)).toEqual([
      'overview',
      'portrait',
    ])
  })

  it('is named in the question and in what is kept, only where it is not WeChat', () => {
    expect(sourceQuery('wechat')).toEqual({})
    expect(sourceQuery('collector')).toEqual({ source: 'collector' })
    expect(sourceName('wechat')).toBe('')
    expect(overviewViewName('wx1', null, 'collector')).not.toBe(overviewViewName('wx1', null))
    const choice = { metric: 'visit_uv', span: { preset: 'last7' }, granularity: 'day', compare: false } as const
    expect(trendViewName('wx1', 'trend', choice, 'collector')).not.toBe(trendViewName('wx1', 'trend', choice))
    expect(trendRequest(choice, '2026-07-14', false, 'collector').query.source).toBe('collector')
  })
})

describe('our own numbers', () => {
  const standing: Standing = {
    freshness: { state: 'final', asOf: '2026-07-15T02:42:00.000Z' },
    isKept: false,
    isFetching: false,
    error: null,
    readAt: 0,
    source: 'collector',
  }
  const now = Date.parse('2026-07-15T03:00:00.000Z')

  it.each(['final', 'provisional', 'missing', 'failed'] as const)('never name WeChat as the one who %s', state => {
    const { why, text } = badgeOf({ ...standing, freshness: { state, asOf: null } }, now, 'zh-CN')
    expect(`${text} ${why}`.replace(/更新失败.*?重试/, '')).not.toContain('微信')
  })

  it('that are missing are from before the SDK', () => {
    expect(whyMissing('missing', 'zh-CN', 'collector')).toContain('还没有接入 SDK')
    expect(whyMissing('missing', 'zh-CN')).toContain('问过微信')
  })

  it('that a day does not have are said to be missing by us, not by WeChat', () => {
    const data = { date: '2026-07-14', metrics: [], topPages: { visited: [], entry: [] } }
    const freshness = { state: 'missing', asOf: null } as const
    expect(noticeOf({ data, freshness, source: 'collector' }, 'zh-CN')?.title).toBe('没有自采的数')
    expect(noticeOf({ data, freshness }, 'zh-CN')?.title).toBe('这一天微信没有数')
  })

  it('leave out the days before the SDK, and say so', () => {
    const byDay = [
      { date: '2026-07-13', state: 'missing' as const },
      { date: '2026-07-14', state: 'final' as const },
    ]
    expect(gapLines(byDay, 'zh-CN', 'collector')).toEqual(['07-13 还没有接入 SDK，没有算进去'])
    expect(gapLines(byDay, 'zh-CN')).toEqual(['07-13 微信没有给数，没有算进去'])
  })
})

describe('official against own numbers', () => {
  const states = { wechat: 'final', collector: 'final' } as const
  const points = [
    { date: '2026-07-13', wechat: 1000, collector: 962, ratio: 0.962, states, causes: [] },
    { date: '2026-07-14', wechat: null, collector: 0, ratio: null, states, causes: [] },
  ]

  it('stand side by side, newest first, and what is not known is no zero', () => {
    expect(reconcileRows({ points }, 'zh-CN')).toEqual([
      { id: '2026-07-14', day: '07-14', weekday: '二', wechat: '--', own: '0', ratio: '--' },
      { id: '2026-07-13', day: '07-13', weekday: '一', wechat: '1,000', own: '962', ratio: '96.2%' },
    ])
  })

  it('are told in one sentence, also where nothing can be compared', () => {
    expect(reconcileSummary({ ratio: 0.962 }, 'zh-CN')).toBe('最近 7 天里，自采通常是官方的 96.2%。')
    expect(reconcileSummary({ ratio: null }, 'en')).toContain('none of the last 7 days')
  })
})
