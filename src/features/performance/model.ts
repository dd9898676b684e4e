import type { Line } from '../../charts'
import type { Locale } from '../../contract/identity'
import type { PerformanceData } from '../../contract/report-performance'
import type { ReportState } from '../../contract/report-states'
import { monthDay, shortWeekday } from '../../lib/dates'
import { MISSING } from '../../lib/metric-format'
import { formatCount } from '../../lib/numbers'
import { textOf } from '../../lib/text'

/** A number as WeChat gave it; null is `--`. */
export const numberText = (value: number | null): string => (value === null ? MISSING : formatCount(value))

/** The measures as lines, each under WeChat's name; a table's second line and on are counted. */
export function performanceLines({ series }: Pick<PerformanceData, 'series'>, locale: Locale): Line[] {
  const { performance } = textOf(locale)
  return series.map(({ name, line, points }) => ({
    name: line === 0 ? name : performance.line(name, line + 1),
    values: points.map(({ value }) => value),
  }))
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
export function spokenLines(name: string, range: string, lines: readonly Line[], locale: Locale): string {
  const newest = lines.map(
    line => `${line.name} ${numberText(line.values.filter(value => value !== null).at(-1) ?? null)}`,
  )
  return textOf(locale).performance.described(name, range, newest.join(', '))
}
