import type { Line } from '../../charts'
import type { Locale } from '../../contract/identity'
import type { PerformanceData } from '../../contract/report-performance'
import type { ReportState } from '../../contract/report-states'
import { monthDay, shortWeekday } from '../../lib/dates'
import { MISSING } from '../../lib/metric-format'
import { formatCount } from '../../lib/numbers'
import { performanceText } from '../../lib/text/performance'
import { type MeasureUnit, measureName, measureText, measureTitle, measureUnit } from './measures'

export interface MeasuredLine extends Line {
  unit: MeasureUnit | null
  /** Heads its column: the name with the unit. */
  title: string
}

/** A number of a line as WeChat gave it, with the line's unit; null is `--`. */
export const numberText = (value: number | null, line: MeasuredLine | undefined, locale: Locale): string =>
  value === null ? MISSING : measureText(value, line?.unit ?? null, locale)

/** The measures as lines; a table's second line and on are counted. */
export function performanceLines(
  { module, series }: Pick<PerformanceData, 'module' | 'series'>,
  locale: Locale,
): MeasuredLine[] {
  const performance = performanceText(locale)
  return series.map(({ name: given, line, points }) => {
    const name = line === 0 ? measureName(given, locale) : performance.line(measureName(given, locale), line + 1)
    const unit = measureUnit(module, given)
    return { name, unit, title: measureTitle(name, unit, locale), values: points.map(({ value }) => value) }
  })
}

export const dayLabels = ({ byDay }: Pick<PerformanceData, 'byDay'>): string[] =>
  byDay.map(({ date }) => monthDay(date))

export const hasValues = ({ series }: Pick<PerformanceData, 'series'>): boolean =>
  series.some(({ points }) => points.some(({ value }) => value !== null))

export interface PerformanceRow {
  id: string
  day: string
  weekday: string
  /** One a line; null is not known. */
  values: (string | null)[]
  state: ReportState
}

/** The days of the range, newest first. */
export function performanceRows({ series, byDay }: PerformanceData, locale: Locale): PerformanceRow[] {
  return byDay
    .map(({ date, state }, at) => ({
      id: date,
      day: monthDay(date),
      weekday: shortWeekday(date, locale),
      values: series.map(({ points }) => {
        const value = points[at]?.value ?? null
        return value === null ? null : formatCount(value)
      }),
      state,
    }))
    .reverse()
}

/** The newest value of each line, in one sentence. */
export function spokenLines(name: string, range: string, lines: readonly MeasuredLine[], locale: Locale): string {
  const newest = lines.map(
    line => `${line.name} ${numberText(line.values.filter(value => value !== null).at(-1) ?? null, line, locale)}`,
  )
  return performanceText(locale).described(name, range, newest.join(', '))
}
