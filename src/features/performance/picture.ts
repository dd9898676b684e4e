import { seriesColors } from '../../charts/theme'
import type { Locale } from '../../contract/identity'
import type { PerformanceModule } from '../../contract/performance'
import { weekdayOf } from '../../contract/periods'
import type { PerformanceAnswer } from '../../contract/report-performance'
import { MISSING } from '../../lib/metric-format'
import { textOf } from '../../lib/text'
import { performanceText } from '../../lib/text/performance'
import { firstRows, type ReportPicture } from '../share/model'
import { dayLabels, performanceLines, performanceRows } from './model'

/** Columns of numbers that a picture has room for. */
const MOST_COLUMNS = 3

/** 性能分析 as a picture: a module's lines, the numbers below. */
export function performancePicture(
  { data }: PerformanceAnswer,
  module: PerformanceModule,
  locale: Locale,
): ReportPicture {
  const { reports } = textOf(locale)
  const performance = performanceText(locale)
  const lines = performanceLines(data, locale)
  const { rows, rest } = firstRows(performanceRows(data, locale), locale)
  return {
    blocks: [
      {
        kind: 'plot',
        title: performance.modules[module],
        lines: lines.map(({ title, values }, at) => ({
          name: title,
          values,
          color: seriesColors[at % seriesColors.length] ?? 'c1',
        })),
        labels: dayLabels(data),
        bands: data.byDay.flatMap(({ date }, at) => (weekdayOf(date) >= 6 ? [at] : [])),
        unit: 'decimal',
        language: locale === 'en' ? 'en' : 'zh',
      },
      {
        kind: 'table',
        columns: [reports.date, ...lines.slice(0, MOST_COLUMNS).map(({ title }) => title)],
        rows: rows.map(({ day, weekday, values }) => [
          `${day} ${weekday}`,
          ...values.slice(0, MOST_COLUMNS).map(value => value ?? MISSING),
        ]),
      },
      ...rest,
    ],
    definitions: [
      { name: performance.modules[module], text: `${performance.sentence[module]} ${performance.formula}` },
    ],
  }
}
