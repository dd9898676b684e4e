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

interface Answered {
  source: 'wechat' | 'collector'
  freshness: Freshness
}

/** What every table says on top: whence, how to read it, and how fresh it is. */
export function introductionOf({ source, freshness }: Answered, locale: Locale): string[] {
  const { origins, reading, asOf } = tableWords[locale]
  return [origins[source] + reading, asOf(freshness.asOf, freshness.state)]
}
