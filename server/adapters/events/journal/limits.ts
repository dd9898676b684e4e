import { type GroupLimits, groupLimits } from './group-commit.ts'

/** How far the journal may grow before it takes nothing more. */
export interface JournalLimits extends GroupLimits {
  /** A segment of so many bytes is not written any more. */
  segmentBytes: number
  /** Bytes on the disk that wait to be drained. */
  diskBytes: number
  /** Records that wait to be drained. */
  records: number
  /** Characters of records that are held in memory for the drain; the others are read from the disk again. */
  heldCharacters: number
  /** Bytes that must be left on the disk: whoever drains needs some. */
  reserveBytes: number
}

const MEGABYTE = 1024 * 1024

export const journalLimits: JournalLimits = {
  ...groupLimits,
  segmentBytes: 4 * MEGABYTE,
  diskBytes: 256 * MEGABYTE,
  records: 200_000,
  heldCharacters: 32 * MEGABYTE,
  reserveBytes: 16 * MEGABYTE,
}
