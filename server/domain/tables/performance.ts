import type { Locale } from '../../../src/contract/identity.ts'
import type { PerformanceAnswer } from '../../../src/contract/report-performance.ts'
import { introductionOf, type ReportTable } from './table.ts'
import { words } from './words.ts'

/** 性能: a row for each day, a column for each line of WeChat's tables. */
export function performanceTable(answer: PerformanceAnswer, locale: Locale): ReportTable {
  const { date, state, performance } = words[locale]
  const { series, byDay } = answer.data
  return {
    definitions: [...introductionOf(answer, locale), performance],
    columns: [
      date,
      state,
      ...series.map(({ id, name, line }) => (line > 0 ? `${name} (${id} ${line})` : `${name} (${id})`)),
    ],
    rows: byDay.map((day, index) => [day.date, day.state, ...series.map(({ points }) => points[index]?.value ?? null)]),
  }
}
