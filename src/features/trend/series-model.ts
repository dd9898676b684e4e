import type { AxisUnit, TrendPoint as ChartPoint, PointState } from '../../charts'
import type { Locale } from '../../contract/identity'
import { type MetricId, metrics } from '../../contract/metrics'
import { countDays, type Granularity, weekdayOf } from '../../contract/periods'
import type { TrendPoint } from '../../contract/reports'
import { changeText, growth, signedChange } from '../../lib/change'
import { speakChange } from '../../lib/change-speech'
import { monthDayWeekday, periodText, periodTick } from '../../lib/dates'
import { formatMetric, metricParts } from '../../lib/metric-format'
import type { NumberPart } from '../../lib/numbers'
import { comparisonWeeks, type Range } from '../../lib/periods'
import { textOf } from '../../lib/text'
import { pointsIn } from './model'

/** What the chart draws: the range and, beside it, the comparison at the same places. */
export interface TrendSeriesModel {
  points: TrendPoint[]
  compare: (TrendPoint | null)[] | null
}

/** Cuts an answer to the range; a comparison keeps its places. */
export function seriesOf(
  { points, compare }: { points: TrendPoint[]; compare: TrendPoint[] | null },
  range: Range,
): TrendSeriesModel {
  const shown = pointsIn(points, range)
  const first = shown[0]
  const skipped = first === undefined ? 0 : points.indexOf(first)
  return { points: shown, compare: compare && shown.map((_, at) => compare[at + skipped] ?? null) }
}

const stateOf = ({ state }: TrendPoint): PointState => {
  if (state === 'provisional') return 'provisional'
  return state === 'final' || state === 'stale' ? 'final' : 'missing'
}

/** The points as the chart takes them; weekends are shaded by days, periods that WeChat changed are hollow. */
export function chartPoints(
  points: TrendPoint[],
  metric: MetricId,
  granularity: Granularity,
  revised: readonly string[] = [],
): ChartPoint[] {
  return points.map(point => ({
    label: periodTick(granularity, point),
    value: point.values[metric] ?? null,
    state: stateOf(point),
    band: granularity === 'day' && weekdayOf(point.from) >= 6,
    ...(revised.includes(point.period) ? { revised: true } : {}),
  }))
}

export const unitOf = (metric: MetricId): AxisUnit => {
  const { unit } = metrics[metric]
  if (unit === 'seconds') return 'seconds'
  return unit === 'pages' ? 'decimal' : 'count'
}

/** What the comparison is called: `5周前同星期`, `前12周`. */
export function comparisonName(range: Range, granularity: Granularity, count: number, locale: Locale): string {
  const { reports, numbers } = textOf(locale)
  if (granularity === 'day') return reports.weeksEarlier(comparisonWeeks(range))
  return reports.periodsEarlier(granularity === 'week' ? numbers.weeks(count) : numbers.months(count))
}

export interface ReadOutModel {
  value: NumberPart[] | string
  notes: string[]
  change: { direction: 'up' | 'down' | 'flat' | 'none'; text: string; label: string } | undefined
}

/** The line above the plot for one point. */
export function readOutOf(
  { points, compare }: TrendSeriesModel,
  at: number,
  metric: MetricId,
  granularity: Granularity,
  against: string,
  locale: Locale,
): ReadOutModel {
  const { reports, numbers, states } = textOf(locale)
  const point = points[at]
  if (point === undefined) return { value: '--', notes: [], change: undefined }
  const value = point.values[metric] ?? null
  const name = granularity === 'day' ? monthDayWeekday(point.from, locale) : periodText(granularity, point, locale)
  const standing = point.partial ? [reports.partial] : point.state === 'provisional' ? [states.provisionalShort] : []
  const notes = [name, ...standing]
  const text = value === null ? '--' : metricParts(metric, value, locale)
  if (compare === null) return { value: text, notes, change: undefined }
  const base = compare[at]?.values[metric] ?? null
  const change = changeText(growth(value, base), numbers)
  return {
    value: text,
    notes: [...notes, reports.versus(formatMetric(metric, base, locale))],
    change:
      change.direction === 'none' ? undefined : { ...change, label: `${numbers.on(against)} ${signedChange(change)}` },
  }
}

/** What the last period of a chart is held against in its sentence. */
const sentenceBase = { day: 'day', week: 'previousWeek', month: 'previousMonth' } as const

/** The chart in one sentence: range, low, high, last, and the change of the last on the period before. */
export function describe(
  points: TrendPoint[],
  metric: MetricId,
  range: string,
  granularity: Granularity,
  locale: Locale,
): string {
  const { reports, metrics: names } = textOf(locale)
  const known = points.flatMap(({ values }) => values[metric] ?? [])
  const last = known.at(-1)
  if (last === undefined) return reports.describeNothing(names[metric], range)
  const write = (value: number) => formatMetric(metric, value, locale)
  const at = points.findLastIndex(({ values }) => (values[metric] ?? null) !== null)
  const change = changeText(growth(last, points[at - 1]?.values[metric] ?? null), textOf(locale).numbers)
  const spoken =
    change.direction === 'none' || points[at]?.partial ? [] : [speakChange(change, sentenceBase[granularity], locale)]
  const [low, high] = [Math.min(...known), Math.max(...known)]
  return [reports.describe(names[metric], range, write(low), write(high), write(last)), ...spoken].join(reports.comma)
}

/** How long a range is, in words: `30天`. */
export const lengthOf = (range: Range, locale: Locale): string =>
  textOf(locale).numbers.days(countDays(range.from, range.to))
