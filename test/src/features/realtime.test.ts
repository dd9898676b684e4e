import { describe, expect, it } from 'vitest'
import {
  bucketReadOut,
  curveOf,
  describeCurve,
  hasEvents,
  liveMark,
  livePages,
  recentBars,
  runningBucket,
  spanText,
  totalCells,
} from '../../../src/features/realtime/model.ts'
import { baseOf, minutesOf, spanAfter, timesOf } from '../../../src/features/realtime/spans.ts'

type Data = Parameters<typeof hasEvents>[0]
type Point = Data['points'][number]

const bucket = (time: string, pv: number | null, uv = pv, sessions = pv): Point => ({ time, pv, uv, sessions })

const aDay = (change: Partial<Data> = {}): Data => ({
  date: '2026-07-15',
  granularity: 360,
  page: null,
  compareDate: null,
  points: [bucket('00:00', 4, 3), bucket('06:00', 8, 5), bucket('12:00', 2, 2), bucket('18:00', null)],
  compare: null,
  totals: { pv: 14, uv: 9, sessions: 10 },
  compareTotals: null,
  now: { activeUsers: 2, windowMinutes: 5 },
  pages: [],
  lagSeconds: 1,
  ...change,
})

/** Asked for at two in the afternoon of that day. */
const answerOf = (data: Data, asOf = '2026-07-15T06:05:20.000Z'): Parameters<typeof curveOf>[0] => ({
  appid: 'wx8f3a5c0de1b2a794',
  report: 'realtime',
  source: 'collector',
  range: { from: data.date, to: data.date },
  timezone: 'Asia/Shanghai',
  freshness: { state: 'final', asOf },
  data,
})

describe('the minutes of a span', () => {
  it.each([
    ['day', 5, 845, { from: 0, to: 1440 }],
    ['hour', 1, 845, { from: 785, to: 846 }],
    ['hour', 10, 845, { from: 780, to: 850 }],
    ['hour', 60, 845, { from: 780, to: 900 }],
    ['threeHours', 30, 845, { from: 660, to: 870 }],
    ['hour', 5, 10, { from: 0, to: 15 }],
    ['hour', 1, 1439, { from: 1379, to: 1440 }],
    ['morning', 5, 845, { from: 360, to: 720 }],
    ['hour', 5, null, { from: 0, to: 1440 }],
  ] as const)('%s by %i minutes at minute %s', (span, granularity, minute, expected) => {
    expect(minutesOf(span, granularity, minute)).toEqual(expected)
  })

  it('are named only where they cut the day', () => {
    expect(timesOf({ from: 0, to: 1440 })).toEqual({})
    expect(timesOf({ from: 65, to: 1440 })).toEqual({ fromTime: '01:05' })
    expect(timesOf({ from: 0, to: 720 })).toEqual({ toTime: '12:00' })
  })

  it('are said up to the present', () => {
    expect(spanText({ from: 0, to: 1440 }, 845)).toBe('0:00–14:05')
    expect(spanText({ from: 360, to: 720 }, null)).toBe('6:00–12:00')
  })

  it('shrink to an hour once minutes are looked at', () => {
    expect(spanAfter(1, 'day')).toBe('hour')
    expect(spanAfter(5, 'day')).toBe('day')
    expect(spanAfter(1, 'morning')).toBe('morning')
  })
})

describe('the day compared with', () => {
  it.each([
    [{ compare: false, base: 'week' }, null],
    [{ compare: true, base: 'day' }, '2026-02-28'],
    [{ compare: true, base: 'week' }, '2026-02-22'],
    [{ compare: true, base: '2026-01-01' }, '2026-01-01'],
  ] as const)('%j', (choice, expected) => {
    expect(baseOf(choice, '2026-03-01')).toBe(expected)
  })
})

describe('the numbers of a span', () => {
  it('are each against the same time of the base day', () => {
    const data = aDay({ compareTotals: { pv: 7, uv: 9, sessions: 0 } })
    const cells = totalCells(data, true, '2026-07-08', 'zh-CN')
    expect(cells.map(({ name, value, change }) => [name, value, change?.direction, change?.text])).toEqual([
      ['今日访问次数', '14', 'up', '100.0%'],
      ['访问人数', '9', 'flat', '持平'],
      ['打开次数', '10', 'up', '新增'],
    ])
  })

  it('carry no change where nothing is compared', () => {
    expect(totalCells(aDay(), true, null, 'zh-CN').map(({ change }) => change)).toEqual([null, null, null])
  })

  it('stay unknown where nothing is known', () => {
    const nothing = { pv: null, uv: null, sessions: null }
    expect(totalCells(aDay({ totals: nothing }), false, null, 'en').map(({ value }) => value)).toEqual([
      '--',
      '--',
      '--',
    ])
  })

  it('are spoken with the way they went', () => {
    const data = aDay({ compareTotals: { pv: 28, uv: 9, sessions: 5 } })
    const labels = totalCells(data, true, '2026-07-08', 'zh-CN').map(({ change }) => change?.label)
    expect(labels).toEqual(['较07-08 周三下降50.0%', '较07-08 周三持平', '较07-08 周三增长100.0%'])
  })
})

describe('the curve', () => {
  const names = { day: '今天', base: '07-08 周三' }

  it('keeps what has not come as nothing', () => {
    expect(curveOf(answerOf(aDay()), 360, names).series.points.map(({ value }) => value)).toEqual([4, 8, 2, null])
  })

  it.each([
    [5, 288, [0, 72, 144, 216, 288]],
    [1, 60, [0, 15, 30, 45, 60]],
    [60, 24, [0, 6, 12, 18, 24]],
    [10, 7, [0, 3, 6]],
  ])('by %i minutes and %i buckets is labelled at round hours', (granularity, count, ticks) => {
    const points = Array.from({ length: count }, () => bucket('00:00', 1))
    expect(curveOf(answerOf(aDay({ points })), granularity, names).series.ticks).toEqual(ticks)
  })

  it('reads out a bucket, its people and the base', () => {
    const compare = [bucket('00:00', 2), bucket('06:00', 16)]
    expect(bucketReadOut(answerOf(aDay({ compare })), 1, 360, names.base, 'zh-CN')).toEqual({
      value: '8',
      notes: ['6:00–12:00', '访问人数 5', '对比 16'],
      change: { direction: 'down', text: '50.0%', label: '较07-08 周三 50.0%' },
    })
  })

  it('reads out nothing for a bucket to come', () => {
    expect(bucketReadOut(answerOf(aDay()), 3, 360, '', 'zh-CN')).toEqual({
      value: '--',
      notes: ['18:00–24:00'],
      change: undefined,
    })
  })

  it('reaches to where the last bucket ends', () => {
    expect(curveOf(answerOf(aDay()), 360, names).series.end).toBe('24:00')
  })

  it('holds nothing against a bucket that is not over, and dots the line to it', () => {
    const compare = [bucket('00:00', 2), bucket('06:00', 16), bucket('12:00', 20), bucket('18:00', 5)]
    const answer = answerOf(aDay({ compare }))
    expect(bucketReadOut(answer, 2, 360, names.base, 'zh-CN')).toEqual({
      value: '2',
      notes: ['12:00–18:00', '访问人数 2', '还没过完'],
      change: undefined,
    })
    expect(curveOf(answer, 360, names).series.points.map(({ state }) => state)).toEqual([
      undefined,
      undefined,
      'provisional',
      undefined,
    ])
  })

  it.each([
    ['the minute before it is over', '2026-07-15T09:59:59.000Z', 2],
    ['the minute it is over', '2026-07-15T10:00:00.000Z', 3],
    ['the day after', '2026-07-15T16:00:00.000Z', null],
  ])('knows the bucket that runs, %s', (_when, asOf, at) => {
    expect(runningBucket(answerOf(aDay(), asOf), 360)).toBe(at)
  })

  it('is told in one sentence', () => {
    expect(describeCurve(aDay(), '访问次数', '今天', 'zh-CN')).toBe('访问次数，今天。最高 8（6:00），最近 2')
    expect(describeCurve(aDay({ points: [bucket('00:00', null)] }), 'Views', 'today', 'en')).toBe(
      'Views, today, no numbers',
    )
  })
})

describe('the small bars', () => {
  it('are the newest that have begun, those of the last five minutes strong', () => {
    const points = Array.from({ length: 30 }, (_, at) => bucket('00:00', at < 25 ? at : null))
    const bars = recentBars(aDay({ points }), 1)
    expect(bars).toHaveLength(20)
    expect(bars.map(({ isNow }) => isNow).lastIndexOf(false)).toBe(14)
    expect(bars.at(-1)?.ratio).toBe(1)
  })

  it('mark at least the newest', () => {
    expect(recentBars(aDay(), 60).map(({ isNow }) => isNow)).toEqual([false, false, true])
  })
})

describe('the live pages', () => {
  it('carry remark or path, share of the span and a bar against the first', () => {
    const pages = [
      { path: 'pages/index/index', remark: '首页', pv: 10, share: 0.8 },
      { path: 'pages/goods/detail', remark: null, pv: 5, share: null },
    ]
    expect(livePages(aDay({ pages }))).toEqual([
      { path: 'pages/index/index', rank: '1', name: '首页', value: '10', share: '80.0%', ratio: 1 },
      { path: 'pages/goods/detail', rank: '2', name: 'pages/goods/detail', value: '5', share: '--', ratio: 0.5 },
    ])
  })
})

describe('the mark beside the title', () => {
  const readAt = Date.parse('2026-07-15T06:05:20Z')
  it.each([
    [8, '14:05:20 · 延迟 8 秒'],
    [0.2, '14:05:20 · 延迟 1 秒'],
    [null, '14:05:20 更新'],
  ])('with a lag of %s seconds', (lag, expected) => {
    expect(liveMark(readAt, lag, 'zh-CN')).toBe(expected)
  })
})

it('an app that never sent an event is told from one without visitors', () => {
  expect(hasEvents(aDay({ now: { activeUsers: null, windowMinutes: 5 } }))).toBe(false)
  expect(hasEvents(aDay({ now: { activeUsers: 0, windowMinutes: 5 } }))).toBe(true)
})
