import type { AppendedTable, SqlValue } from './database.ts'

/** Turns rows into the columns of a table. */
export const columnsOf = (table: AppendedTable, rows: readonly (readonly SqlValue[])[]): SqlValue[][] =>
  table.columns.map((_, index) => rows.map(row => row[index] ?? null))
