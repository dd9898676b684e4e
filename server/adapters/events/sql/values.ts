/** What a column takes: integers as `number` (safe ones) or `bigint`, text, nothing. */
export type SqlValue = number | bigint | string | null

/** A table that is filled in bulk: its columns in order. */
export interface AppendedTable {
  name: string
  columns: readonly { name: string; type: 'integer' | 'bigint' | 'varchar' }[]
}
