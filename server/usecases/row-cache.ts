import type { Period } from '../../src/contract/periods.ts'
import type { DatacubeReport } from '../domain/datacube.ts'
import { type RowsOf, readAnswer } from '../domain/rows.ts'
import type { ArchiveEntry } from '../ports/archive.ts'

/** Characters of answers whose rows are remembered: about 160 days of page tables or 30,000 trend rows. */
const MAX_CHARACTERS = 8_000_000
/** What an entry costs besides its answer. */
const OVERHEAD = 200

interface Remembered {
  rows: RowsOf<DatacubeReport> | null
  answer: string
}

export interface RowCache {
  /** The rows of an archived answer, parsed once. */
  rowsOf<R extends DatacubeReport>(entry: ArchiveEntry, report: R, period: Period): RowsOf<R> | null
}

/** Remembers parsed answers; the oldest used goes first. */
export function createRowCache(maxCharacters = MAX_CHARACTERS): RowCache {
  const remembered = new Map<string, Remembered>()
  let characters = 0

  const forget = (key: string, answer: string) => {
    remembered.delete(key)
    characters -= answer.length + OVERHEAD
  }

  return {
    rowsOf<R extends DatacubeReport>(entry: ArchiveEntry, report: R, period: Period) {
      const { answer } = entry
      if (answer === null) return null
      const key = `${entry.appid} ${report} ${period.name}`
      const found = remembered.get(key)
      if (found) forget(key, found.answer)
      const rows = found?.answer === answer ? (found.rows as RowsOf<R> | null) : readAnswer(report, period, answer)
      remembered.set(key, { rows, answer })
      characters += answer.length + OVERHEAD
      for (const [oldest, { answer: text }] of remembered) {
        if (characters <= maxCharacters) break
        forget(oldest, text)
      }
      return rows
    },
  }
}
