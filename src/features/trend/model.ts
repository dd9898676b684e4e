import type { Locale } from '../../contract/identity'
import type { MetricId } from '../../contract/metrics'
import { addDays, type Granularity, type Period, periodOf, shiftPeriod } from '../../contract/periods'
import { type ReportState, reportStates } from '../../contract/report-states'
import type { Freshness, TrendPoint } from '../../contract/reports'
import { changeText, growth } from '../../lib/change'
import { type ChangeBase, speakChange } from '../../lib/change-speech'
import { monthDay, periodText, shortWeekday } from '../../lib/dates'
import { formatMetric } from '../../lib/metric-format'
import type { Range } from '../../lib/periods'
import { textOf } from '../../lib/text'

export interface GrowthCell {
  direction: 'up' | 'down' | 'flat' | 'none'
  text: string
  label: string
}

export interface TrendRow {
  id: string
  /** `07-14`, `03.06–03.12`, `2017年2月`. */
  name: string
  /** Behind a day: `二`. */
  weekday: string | null
  value: string
  isKnown: boolean
  partial: boolean
  /** Why the value is missing. */
  state: ReportState
  growths: GrowthCell[]
}

/** The bases that a row is held against: a day against the day before and the weekday of last week, else the period before. */
export const basesOf = (granularity: Granularity): ChangeBase[] =>
  granularity === 'day' ? ['day', 'week'] : [granularity === 'week' ? 'previousWeek' : 'previousMonth']

/** Periods before the range that the first rows are compared with. */
const lead = { day: 7, week: 1, month: 1 } as const

/** The range with the bases of its first rows. */
export function withBases(granularity: Granularity, range: Range): Range {
  return { from: shiftPeriod(granularity, periodOf(granularity, range.from), -lead[granularity]).from, to: range.to }
}

/** The points that lie in the range itself, oldest first. */
export const pointsIn = (points: TrendPoint[], range: Range): TrendPoint[] =>
  points.filter(({ from, to }) => from >= range.from && to <= range.to)

/** Whether anything is known of a period. */
export const hasNumber = ({ values }: Pick<TrendPoint, 'values'>): boolean =>
  Object.values(values).some(value => value !== null)

const numberOf = (point: TrendPoint | undefined, metric: MetricId): number | null => point?.values[metric] ?? null

function basePeriod(granularity: Granularity, point: TrendPoint, base: ChangeBase): Period {
  if (base === 'week') return periodOf('day', addDays(point.from, -7))
  return shiftPeriod(granularity, periodOf(granularity, point.from), -1)
}

/** The table under the chart, newest first. `all` also holds the points before the range. */
export function rowsOf(
  all: TrendPoint[],
  range: Range,
  metric: MetricId,
  granularity: Granularity,
  locale: Locale,
): TrendRow[] {
  const byFrom = new Map(all.map(point => [point.from, point]))
  const { numbers } = textOf(locale)
  return pointsIn(all, range)
    .map(point => {
      const value = numberOf(point, metric)
      return {
        id: point.period,
        name: granularity === 'day' ? monthDay(point.from) : periodText(granularity, point, locale),
        weekday: granularity === 'day' ? shortWeekday(point.from, locale) : null,
        value: formatMetric(metric, value, locale),
        isKnown: value !== null,
        partial: point.partial,
        state: point.state,
        growths: basesOf(granularity).map(base => {
          // a part of a day is held against none that is whole
          const other = point.partial ? undefined : byFrom.get(basePeriod(granularity, point, base).from)
          const change = changeText(growth(value, numberOf(other, metric)), numbers)
          return { ...change, label: speakChange(change, base, locale) }
        }),
      }
    })
    .reverse()
}

/** The freshness of the range on screen, without the days that were read for comparison only. */
export function freshnessOf(answer: Freshness, points: TrendPoint[]): Freshness {
  const state = reportStates.find(one => points.some(point => point.state === one)) ?? answer.state
  return state === answer.state ? answer : { state, asOf: answer.asOf }
}

/** Why a range has no number at all: the state of most of its periods. */
export function usualState(points: readonly Pick<TrendPoint, 'state'>[]): ReportState {
  const count = (state: ReportState) => points.filter(point => point.state === state).length
  return reportStates.reduce((most, state) => (count(state) > count(most) ? state : most), 'missing' as ReportState)
}

/** The newest period with a number, as a definition is filled with it; null when there is none. */
export function definitionPeriod(points: TrendPoint[], metric: MetricId, granularity: Granularity, locale: Locale) {
  const newest = points.filter(point => numberOf(point, metric) !== null).at(-1)
  if (newest === undefined) return null
  const name = granularity === 'day' ? monthDay(newest.from) : periodText(granularity, newest, locale)
  return { name, values: newest.values as Partial<Record<MetricId, number | null>> }
}
