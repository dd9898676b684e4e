import { describe, expect, it } from 'vitest'
import { addDays, type Granularity, periodOf, periodsBetween } from '../../../src/contract/periods.ts'
import type { TrendPoint } from '../../../src/contract/reports.ts'
import {
  basesOf,
  definitionPeriod,
  freshnessOf,
  pointsIn,
  rowsOf,
  usualState,
  withBases,
} from '../../../src/features/trend/model.ts'
import { type TrendChoice, trendRequest, trendViewName } from '../../../src/features/trend/query-model.ts'
import {
  chartPoints,
  describe as describeChart,
  readOutOf,
  seriesOf,
} from '../../../src/features/trend/series-model.ts'
import { spanLine, spanTitle } from '../../../src/features/trend/span-line.ts'
import { summaryOf } from '../../../src/features/trend/summary-model.ts'

const yesterday = '2026-07-14'
const range = { from: '2026-07-13', to: yesterday }
type Values = TrendPoint['values']

const point = (from: string, values: Values, rest: Partial<TrendPoint> = {}): TrendPoint => ({
  period: from,
  from,
  to: rest.to ?? from,
  partial: false,
  values,
  state: 'final',
  ...rest,
})
const visitors = (from: string, count: number | null, state: TrendPoint['state'] = 'final') =>
  point(from, { visit_uv: count }, { state })

describe('the table', () => {
  const points = [
    visitors('2026-07-06', 100),
    visitors('2026-07-07', 0),
    visitors('2026-07-12', 80),
    visitors('2026-07-13', 120),
    visitors('2026-07-14', null, 'not_ready'),
  ]
  const rows = rowsOf(points, range, 'visit_uv', 'day', 'zh-CN')

  it('is newest first and holds the range only', () => {
    expect(rows.map(({ name, weekday }) => `${name} ${weekday}`)).toEqual(['07-14 二', '07-13 一'])
  })
  it('grows on the day before and on the same weekday', () => {
    expect(rows[1]?.growths.map(({ direction, text }) => `${direction} ${text}`)).toEqual(['up 50.0%', 'up 20.0%'])
    expect(rows[1]?.growths.map(({ label }) => label)).toEqual(['较前一天增长50.0%', '较上周同日增长20.0%'])
  })
  it('has no growth where the number is missing', () => {
    expect(rows[0]).toMatchObject({ value: '--', isKnown: false, state: 'not_ready' })
    expect(rows[0]?.growths.map(({ direction }) => direction)).toEqual(['none', 'none'])
  })
  it('calls growth from zero new', () => {
    const [row] = rowsOf([visitors('2026-07-07', 0), visitors('2026-07-14', 5)], range, 'visit_uv', 'day', 'zh-CN')
    expect(row?.growths[1]?.text).toBe('新增')
  })
  it.each([
    ['day', ['day', 'week']],
    ['week', ['previousWeek']],
    ['month', ['previousMonth']],
  ] as const)('by %s compares with %o', (granularity, bases) => expect(basesOf(granularity)).toEqual(bases))

  it('names weeks and months as WeChat does', () => {
    const named = (granularity: Granularity, day: string) => {
      const { from, to } = periodOf(granularity, day)
      return rowsOf([point(from, { visit_uv: 1 }, { to })], { from, to }, 'visit_uv', granularity, 'zh-CN')[0]?.name
    }
    expect(named('week', '2017-03-08')).toBe('03.06–03.12')
    expect(named('month', '2017-02-08')).toBe('2017年2月')
  })
})

describe('the summary', () => {
  const days = [
    point('2026-07-12', {
      session_cnt: 10,
      visit_uv: 4,
      stay_time_session: 30,
      stay_time_uv: 60,
      visit_depth: 1,
      visit_total: 7,
    }),
    point('2026-07-13', {
      session_cnt: 30,
      visit_uv: 8,
      stay_time_session: 10,
      stay_time_uv: 30,
      visit_depth: 3,
      visit_total: 9,
    }),
    point('2026-07-14', { session_cnt: null, visit_uv: null, stay_time_session: null, visit_depth: null }),
  ]
  it.each([
    ['session_cnt', '合计', '40', 1],
    ['visit_uv', '日均', '6', 1],
    ['stay_time_session', '加权平均', '15秒', 1],
    ['visit_depth', '加权平均', '2.50', 1],
    ['stay_time_uv', '日均', '40秒', 1],
    ['visit_total', '期末', '9', 0],
  ] as const)('of %s is %s %s', (metric, label, value, unknown) => {
    expect(summaryOf(days, metric, 'day', 'zh-CN')).toEqual({ label, value, unknown })
  })
  it('of nothing is --', () => {
    expect(summaryOf([visitors('2026-07-14', null)], 'visit_uv', 'day', 'zh-CN').value).toBe('--')
    expect(summaryOf([point('2026-07-14', { session_cnt: null })], 'session_cnt', 'day', 'zh-CN').value).toBe('--')
  })
  it('of zero opens divides by nothing', () => {
    const zero = [point('2026-07-14', { session_cnt: 0, stay_time_session: 0 })]
    expect(summaryOf(zero, 'stay_time_session', 'day', 'zh-CN').value).toBe('--')
  })
  it('of weeks of people is no daily mean', () => {
    expect(summaryOf([visitors('2026-07-06', 4)], 'visit_uv', 'week', 'zh-CN').label).toBe('平均')
  })
})

it('says of a range without numbers what holds for most of it', () => {
  const days = ['2026-07-12', '2026-07-13'].map(day => visitors(day, null, 'missing'))
  expect(usualState([...days, visitors(yesterday, null, 'not_ready')])).toBe('missing')
  expect(usualState([visitors(yesterday, null, 'not_ready')])).toBe('not_ready')
})

describe('the freshness of a range', () => {
  it('leaves the days before it out', () => {
    expect(freshnessOf({ state: 'missing', asOf: null, reason: 'filling' }, [visitors(yesterday, 1)])).toEqual({
      state: 'final',
      asOf: null,
    })
  })
  it('is the worst of its days, with the reason of the answer', () => {
    const answer = { state: 'not_ready', asOf: null, reason: 'upstream_not_ready' } as const
    expect(freshnessOf(answer, [visitors('2026-07-13', 1), visitors(yesterday, null, 'not_ready')])).toEqual(answer)
  })
})

describe('the chart', () => {
  const points = periodsBetween('day', '2026-07-06', yesterday).map(({ from }, at) => visitors(from, at))
  const compare = points.map(({ from }, at) => visitors(addDays(from, -35), at * 2))
  const model = seriesOf({ points, compare }, range)

  it('draws the range, the comparison at the same places', () => {
    expect(model.points.map(({ from }) => from)).toEqual(['2026-07-13', yesterday])
    expect(model.compare?.map(one => one?.from)).toEqual(['2026-06-08', '2026-06-09'])
  })
  it('draws a gap for an unknown number and dots for a provisional one', () => {
    const drawn = chartPoints(
      [visitors(yesterday, null, 'not_ready'), visitors(yesterday, 3, 'provisional')],
      'visit_uv',
      'day',
    )
    expect(drawn.map(({ value, state }) => [value, state])).toEqual([
      [null, 'missing'],
      [3, 'provisional'],
    ])
  })
  it('shades weekends by days only', () => {
    expect(chartPoints([visitors('2026-07-12', 1)], 'visit_uv', 'day')[0]?.band).toBe(true)
    expect(chartPoints([visitors('2026-07-12', 1)], 'visit_uv', 'week')[0]?.band).toBe(false)
  })
  it('reads a point out with its comparison', () => {
    expect(readOutOf(model, 1, 'visit_uv', 'day', '5周前同星期', 'zh-CN')).toEqual({
      value: [{ text: '8' }],
      notes: ['07-14 周二', '对比 16'],
      change: { direction: 'down', text: '50.0%', label: '较5周前同星期 -50.0%' },
    })
  })
  it('reads -- where nothing is known', () => {
    const gap = seriesOf({ points: [visitors(yesterday, null)], compare: null }, range)
    expect(readOutOf(gap, 0, 'visit_uv', 'day', '', 'zh-CN')).toEqual({
      value: '--',
      notes: ['07-14 周二'],
      change: undefined,
    })
    expect(readOutOf(gap, 9, 'visit_uv', 'day', '', 'zh-CN').value).toBe('--')
  })
  it('is told in one sentence', () => {
    expect(describeChart(pointsIn(points, range), 'visit_uv', '07-13 – 07-14', 'day', 'zh-CN')).toBe(
      '访问人数，07-13 – 07-14。最低 7，最高 8，最近 8，较前一天增长14.3%',
    )
    expect(describeChart([visitors(yesterday, 8)], 'visit_uv', '07-14', 'day', 'en')).toBe(
      'Visitors, 07-14. Lowest 8, highest 8, latest 8',
    )
    expect(describeChart([], 'visit_uv', 'x', 'day', 'en')).toBe('Visitors, x, no numbers')
  })
})

describe('the call', () => {
  const choice: TrendChoice = { metric: 'visit_uv', span: { preset: 'last30' }, granularity: 'day', compare: false }

  it('asks for the days of the range', () => {
    expect(trendRequest(choice, yesterday, false).query).toEqual({
      from: '2026-06-15',
      to: yesterday,
      granularity: 'day',
    })
  })
  it('asks for a week more where rows need their bases, and the comparison moves along', () => {
    const { query, range: shown } = trendRequest({ ...choice, compare: true }, yesterday, true)
    expect(query).toMatchObject({ from: '2026-06-08', to: yesterday, compareFrom: '2026-05-04' })
    expect(shown).toEqual({ from: '2026-06-15', to: yesterday })
  })
  it('names metrics only when one of the summary is wanted', () => {
    expect(trendRequest(choice, yesterday, false).query.metrics).toBeUndefined()
    expect(trendRequest({ ...choice, metric: 'share_pv' }, yesterday, false).query.metrics).toContain('share_pv')
  })
  it('asks for whole weeks and months', () => {
    expect(trendRequest({ ...choice, granularity: 'week' }, yesterday, true).query).toMatchObject({
      from: '2026-04-13',
      to: '2026-07-12',
    })
    expect(trendRequest({ ...choice, granularity: 'month' }, yesterday, false).query).toMatchObject({
      from: '2025-07-01',
      to: '2026-06-30',
    })
  })
  it('never asks for more than a call may', () => {
    const span = { preset: 'custom', from: addDays(yesterday, -365), to: yesterday } as const
    expect(trendRequest({ ...choice, span }, yesterday, true).query.from).toBe(span.from)
    expect(withBases('month', { from: '2026-01-01', to: '2026-01-31' }).from).toBe('2025-12-01')
  })
  it('is kept by its choice, so that tomorrow finds the view of today', () => {
    expect(trendViewName('wx1', 'trend', choice)).toBe('wx1/trend?last30&day&visit&alone')
    expect(trendViewName('wx1', 'trend', { ...choice, metric: 'share_pv', compare: true })).toBe(
      'wx1/trend?last30&day&all&compare',
    )
  })
})

describe('a day that is not over', () => {
  const today = '2026-07-15'
  const running = { ...visitors(today, 3), partial: true }
  const both = [visitors(yesterday, 8), running]
  const shown = { from: yesterday, to: today }

  it('is held against none that is whole', () => {
    const [row] = rowsOf(both, shown, 'visit_uv', 'day', 'zh-CN')
    expect(row).toMatchObject({ id: running.period, value: '3', partial: true })
    expect(row?.growths.map(({ direction }) => direction)).toEqual(['none', 'none'])
    expect(describeChart(both, 'visit_uv', 'x', 'day', 'en')).toBe('Visitors, x. Lowest 3, highest 8, latest 3')
  })
  it('is not in the mean of days, and is all there is where no other is', () => {
    expect(summaryOf(both, 'visit_uv', 'day', 'en').value).toBe('8')
    expect(summaryOf([running], 'visit_uv', 'day', 'en').value).toBe('3')
  })
  it('is asked for where our own events speak', () => {
    const choice = { metric: 'visit_uv', span: { preset: 'today' }, granularity: 'day', compare: false } as const
    expect(trendRequest(choice, yesterday, false, 'collector').query).toMatchObject({ from: today, to: today })
    expect(trendRequest(choice, yesterday, false).query).toMatchObject({ from: yesterday, to: yesterday })
  })
})

describe('the words of a span', () => {
  it('name range and length', () => {
    expect(spanLine({ from: '2026-06-15', to: yesterday }, 'day', 'zh-CN')).toBe('06-15 – 07-14 · 30天')
    expect(spanLine({ from: '2026-06-29', to: '2026-07-12' }, 'week', 'en')).toBe('06-29 – 07-12 · 2 weeks')
    expect(spanTitle({ preset: 'last30' }, { from: '2026-06-15', to: yesterday }, 'day', 'zh-CN')).toBe('最近30天')
    expect(spanTitle({ preset: 'custom', ...range }, range, 'day', 'zh-CN')).toBe('自选日期')
  })
})

describe('a definition', () => {
  it('is filled with the newest period that has a number', () => {
    const points = [visitors('2026-07-13', 5), visitors(yesterday, null)]
    expect(definitionPeriod(points, 'visit_uv', 'day', 'zh-CN')).toEqual({ name: '07-13', values: { visit_uv: 5 } })
    expect(definitionPeriod([], 'visit_uv', 'day', 'zh-CN')).toBeNull()
  })
})
