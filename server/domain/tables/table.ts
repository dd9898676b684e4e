import type { Locale } from '../../../src/contract/identity.ts'
import type { Freshness } from '../../../src/contract/report-envelope.ts'
import { tableWords } from '../table-words.ts'

export type Cell = string | number | null

/** A report as a table: sentences that define it, column heads, all rows. Unknown is `null`. */
export interface ReportTable {
  definitions: string[]
  columns: string[]
  rows: Cell[][]
}

/** What every table says on top: whence, how to read it, and how fresh it is. */
export function introductionOf({ freshness }: { freshness: Freshness }, locale: Locale): string[] {
  const { notes, asOf } = tableWords[locale]
  return [...notes, asOf(freshness.asOf, freshness.state)]
}
