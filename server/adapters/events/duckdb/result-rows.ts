import type { DuckDBMaterializedResult, DuckDBValue } from '@duckdb/node-api'

/**
 * Rows of a result as objects; 64-bit integers as `number`. Its chunks lie in memory: fetched one by one, as the wrapper
 * does, each would wait for a thread.
 */
export function rowsOf(result: DuckDBMaterializedResult): Record<string, unknown>[] {
  const names = result.columnNames()
  const rows: Record<string, unknown>[] = []
  for (let index = 0; index < result.chunkCount; index += 1) {
    const chunk = result.getChunk(index)
    const columns = names.map((name, column) => ({ name, vector: chunk.getColumnVector(column) }))
    for (let row = 0; row < chunk.rowCount; row += 1) {
      const values: Record<string, unknown> = {}
      for (const { name, vector } of columns) values[name] = plain(vector.getItem(row))
      rows.push(values)
    }
  }
  return rows
}

const plain = (value: DuckDBValue | undefined) => (typeof value === 'bigint' ? Number(value) : value)
