import { BIGINT, type DuckDBConnection, DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api'
import duckdb, { type Vector } from '@duckdb/node-bindings'
import type { Column } from '../sql/columns.ts'
import type { AppendedTable } from '../sql/values.ts'

/** Rows of one chunk, a multiple of 64: DuckDB takes no more at once. */
const CHUNK_ROWS = 2048
const types = { integer: INTEGER, bigint: BIGINT, varchar: VARCHAR }
const widths = { integer: 4, bigint: 8, varchar: 0 }

/** Puts rows at the end of a table, chunk by chunk; in between others get their turn. */
export async function append(
  connection: DuckDBConnection,
  table: AppendedTable,
  columns: readonly Column[],
): Promise<void> {
  const count = columns[0]?.length ?? 0
  if (count === 0) return
  const appender = await connection.createAppender(table.name)
  try {
    const kinds = table.columns.map(column => types[column.type])
    for (let from = 0; from < count; from += CHUNK_ROWS) {
      if (from > 0) await new Promise(resolve => setImmediate(resolve))
      const to = Math.min(count, from + CHUNK_ROWS)
      const chunk = DuckDBDataChunk.create(kinds, to - from)
      for (const [index, column] of columns.entries()) {
        fill(duckdb.data_chunk_get_vector(chunk.chunk, index), column, from, to)
      }
      appender.appendDataChunk(chunk)
    }
    appender.flushSync()
  } finally {
    appender.closeSync()
  }
}

/** Copies the memory of a column: the wrapper's way takes each value by itself, through a bigint. */
function fill(vector: Vector, { type, words, texts, valid }: Column, from: number, to: number): void {
  if (type === 'varchar') {
    for (let row = from; row < to; row++) {
      const text = texts[row]
      if (text !== null && text !== undefined) duckdb.vector_assign_string_element(vector, row - from, text)
    }
  } else {
    const width = widths[type]
    duckdb.copy_data_to_vector(vector, 0, words.buffer, from * width, (to - from) * width)
  }
  if (!valid) return
  duckdb.vector_ensure_validity_writable(vector)
  duckdb.copy_data_to_vector_validity(vector, 0, valid.buffer, from / 8, Math.ceil((to - from) / 64) * 8)
}
