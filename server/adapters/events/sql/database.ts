import type { Column } from './columns.ts'
import type { AppendedTable, SqlValue } from './values.ts'

/** One connection, inside a transaction or reading. Texts are of the dialect that both engines speak. */
export interface EventSql {
  /** A statement without an answer. */
  run(text: string, parameters?: readonly SqlValue[]): Promise<void>
  /** Statements without parameters or answers, in one go: each way to the engine and back waits for whoever is answered meanwhile. */
  runAll(texts: readonly string[]): Promise<void>
  /** Rows as objects. Integers come as `number`: what may be larger is cast to text by the statement. */
  rows<Row>(text: string, parameters?: readonly SqlValue[]): Promise<Row[]>
  /** Puts many rows at the end of a table. @param columns in the table's order */
  append(table: AppendedTable, columns: readonly Column[]): Promise<void>
}

/** A database of events. */
export interface EventDatabase {
  /** One transaction that keeps what was sent; one at a time. Undone when the work throws. */
  write<T>(work: (sql: EventSql) => Promise<T>): Promise<T>
  /** One transaction that counts minutes; one at a time, beside the writing. */
  count<T>(work: (sql: EventSql) => Promise<T>): Promise<T>
  /** One transaction that counts days; one at a time, beside the counting of minutes. */
  countDays<T>(work: (sql: EventSql) => Promise<T>): Promise<T>
  /** Reads of one state; several at a time. */
  read<T>(work: (sql: EventSql) => Promise<T>): Promise<T>
  close(): Promise<void>
}
