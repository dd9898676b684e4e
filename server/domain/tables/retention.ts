import type { Locale } from '../../../src/contract/identity.ts'
import type { RetentionAnswer } from '../../../src/contract/report-retention.ts'
import { introductionOf, type ReportTable } from './table.ts'
import { words } from './words.ts'

/** 留存分析: a row for each cohort with count and rate of every key, then the mean. */
export function retentionTable(answer: RetentionAnswer, locale: Locale): ReportTable {
  const { period, state, size, mean, retention, back, rateAfter } = words[locale]
  const { keys, rows, mean: means } = answer.data
  const later = keys.filter(key => key > 0)
  const cellsOf = <Cell extends { key: number }>(cells: Cell[], field: (cell: Cell | undefined) => number | null) =>
    later.map(key => field(cells.find(cell => cell.key === key)))
  return {
    definitions: [...introductionOf(answer, locale), retention],
    columns: [period, state, size, ...later.map(back), ...later.map(rateAfter)],
    rows: [
      [mean, null, null, ...later.map(() => null), ...cellsOf(means, cell => cell?.rate ?? null)],
      ...rows.map(row => [
        row.period,
        row.state,
        row.size,
        ...cellsOf(row.cells, cell => cell?.count ?? null),
        ...cellsOf(row.cells, cell => cell?.rate ?? null),
      ]),
    ],
  }
}
