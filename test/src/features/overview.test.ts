import { describe, expect, it } from 'vitest'
import { type MetricId, metricIds } from '../../../src/contract/metrics.ts'
import type { Change, MetricValue, OverviewAnswer } from '../../../src/contract/reports.ts'
import { keyNumberOf } from '../../../src/features/navigation/model.ts'
import { blankCards, cardsOf, noticeOf, shownDay, whyMissing } from '../../../src/features/overview/model.ts'
import { pageRows } from '../../../src/features/overview/top-pages-model.ts'
import { shortPath } from '../../../src/lib/paths.ts'

const percent = (value: number): Change => ({ baseDate: '2026-07-13', base: 1, kind: 'percent', value })
const none: Change = { baseDate: '2026-07-13', base: null, kind: 'none', value: null }

const metric = (id: MetricId, value: number | null, change: Change = percent(-0.022)): MetricValue => ({
  id,
  value,
  changes: { day: change, week: percent(0.028), month: none },
})
const pages = { visited: [], entry: [] }

const answer = (
  metrics: MetricValue[],
  state: OverviewAnswer['freshness']['state'] = 'final',
  latest: OverviewAnswer['data']['latest'] = null,
): OverviewAnswer => ({
  appid: 'wx1',
  report: 'overview',
  source: 'wechat',
  range: { from: '2026-07-14', to: '2026-07-14' },
  timezone: 'Asia/Shanghai',
  freshness: { state, asOf: null },
  data: { date: '2026-07-14', metrics, topPages: pages, latest },
})
const nothing = metricIds.map(id => metric(id, null, none))
const dayBefore = { date: '2026-07-13', metrics: [metric('session_cnt', 145765)], topPages: pages }

describe('a card', () => {
  it('shows the number and its three changes', () => {
    const [card] = cardsOf([metric('session_cnt', 142549)], 'zh-CN')
    expect(card).toMatchObject({ id: 'session_cnt', label: '打开次数', value: [{ text: '142,549' }] })
    expect(card?.changes.map(({ name, direction, text }) => `${name} ${direction} ${text}`)).toEqual([
      '日 down 2.2%',
      '周 up 2.8%',
      '月 none --',
    ])
    expect(card?.changes[0]?.label).toBe('较前一天下降2.2%')
  })

  it('keeps 0 and unknown apart', () => {
    const [zero, unknown] = cardsOf([metric('visit_uv_new', 0), metric('share_uv', null)], 'zh-CN')
    expect(zero?.value).toEqual([{ text: '0' }])
    expect(unknown?.value).toBeNull()
  })

  it('has its label and no number while it is read', () => {
    expect(blankCards(metricIds, 'en').map(({ label, value }) => [label, value])[0]).toEqual(['Opens', null])
  })
})

describe('the day shown', () => {
  it('is the one asked for when it has a number, be it 0', () => {
    expect(shownDay(answer([metric('session_cnt', 0)], 'final', dayBefore))).toMatchObject({
      date: '2026-07-14',
      isLatest: false,
    })
  })
  it('is the latest one when that has none', () => {
    expect(shownDay(answer(nothing, 'not_ready', dayBefore))).toMatchObject({ date: '2026-07-13', isLatest: true })
  })
  it('stays when there is no other', () => {
    expect(shownDay(answer(nothing, 'missing'))).toMatchObject({ date: '2026-07-14', isLatest: false })
  })
})

describe('the notice', () => {
  it.each([
    ['not_ready', '这一天的数微信还没算好'],
    ['missing', '这一天微信没有数'],
    ['unsupported', '微信不提供这份数据'],
  ] as const)('for %s says %s', (state, title) => {
    expect(noticeOf(answer(nothing, state), 'zh-CN')?.title).toBe(title)
  })
  it.each(['failed', 'pending'] as const)('leaves %s to the banner and the skeleton', state => {
    expect(noticeOf(answer(nothing, state), 'zh-CN')).toBeNull()
  })
  it('is silent when there are numbers', () => {
    expect(noticeOf(answer([metric('session_cnt', 0)], 'stale'), 'zh-CN')).toBeNull()
  })
})

it('says of a number missing in a fine answer that WeChat gave none', () => {
  expect(whyMissing('final', 'zh-CN')).toBe(whyMissing('missing', 'zh-CN'))
  expect(whyMissing('not_ready', 'zh-CN')).not.toBe(whyMissing('missing', 'zh-CN'))
})

describe('top pages', () => {
  const rows = pageRows([
    { path: 'pages/index/index', remark: '首页', value: 152318, share: 0.322 },
    { path: 'packageMall/pages/goods/detail', remark: null, value: 38080, share: null },
  ])
  it('are ranked with share, and the bar against the first', () => {
    expect(rows[0]).toMatchObject({ rank: '1', name: '首页', value: '152,318', share: '32.2%', ratio: 1 })
    expect(rows[1]?.ratio).toBeCloseTo(0.25)
  })
  it('show the path where there is no remark, and -- for an unknown share', () => {
    expect(rows[1]).toMatchObject({ name: 'packageMa…/goods/detail', share: '--' })
  })
  it('draw no bar when nobody came', () => {
    expect(pageRows([{ path: 'a', remark: null, value: 0, share: 0 }])[0]?.ratio).toBe(0)
  })
})

describe('a long path', () => {
  it.each([
    ['pages/index/index', 'pages/index/index'],
    ['packageMall/pages/goods/detail', 'packageMa…/goods/detail'],
    ['pages/a-very-long-folder-name-indeed/index', 'pages/a-v…/index'],
    ['averyveryverylongsinglefilenamewithoutfolder', 'averyvery…ewithoutfolder'],
  ])('%s is shortened to %s', (path, short) => expect(shortPath(path)).toBe(short))
  it('never grows', () => {
    for (const path of ['a/b/c'.repeat(20), `x/${'y'.repeat(90)}`, 'z'.repeat(25)])
      expect(shortPath(path).length).toBeLessThanOrEqual(24)
  })
})

describe('the key number of a page', () => {
  const known = answer([metric('session_cnt', 142549), metric('visit_uv', 61208)])
  it('of 数据概况 is the opens with their change', () => {
    expect(keyNumberOf('overview', known, 'zh-CN')).toMatchObject({ text: '打开 142,549', change: { text: '2.2%' } })
  })
  it('of 用户趋势 is the visitors', () => expect(keyNumberOf('trend', known, 'zh-CN')?.text).toBe('61,208 人'))
  it('is left out while unknown', () => {
    expect(keyNumberOf('trend', null, 'zh-CN')).toBeNull()
    expect(keyNumberOf('overview', answer(nothing), 'zh-CN')).toBeNull()
  })
})
