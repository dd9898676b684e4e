import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBValue } from '@duckdb/node-api'
import type { EventSql } from '../sql/database.ts'
import type { SqlValue } from '../sql/values.ts'
import { append } from './append.ts'

/** Texts with lists of parameters come in many lengths. */
const PREPARED = 100

/** One connection of DuckDB; statements with parameters are prepared once. One caller at a time. */
export function duckdbSql(connection: DuckDBConnection): EventSql {
  const prepared = new Map<string, Promise<DuckDBPreparedStatement>>()

  async function forgetPrepared() {
    const statements = [...prepared.values()]
    prepared.clear()
    for (const statement of statements) (await statement).destroySync()
  }

  async function execute(text: string, parameters: readonly SqlValue[]) {
    if (parameters.length === 0) return connection.run(text)
    let preparing = prepared.get(text)
    if (!preparing) {
      if (prepared.size >= PREPARED) await forgetPrepared()
      preparing = connection.prepare(text)
      prepared.set(text, preparing)
    }
    const statement = await preparing
    for (const [index, value] of parameters.entries()) bind(statement, index + 1, value)
    return statement.run()
  }

  return {
    async run(text, parameters = []) {
      await execute(text, parameters)
    },
    async runAll(texts) {
      await connection.run(texts.join(';\n'))
    },
    async rows<Row>(text: string, parameters: readonly SqlValue[] = []) {
      const result = await execute(text, parameters)
      const names = result.columnNames()
      const rows: Record<string, unknown>[] = []
      for (const values of await result.getRows()) {
        rows.push(Object.fromEntries(names.map((name, index) => [name, plain(values[index])])))
      }
      return rows as Row[]
    },
    append: (table, columns) => append(connection, table, columns),
  }
}

const plain = (value: DuckDBValue | undefined) => (typeof value === 'bigint' ? Number(value) : value)

function bind(statement: DuckDBPreparedStatement, index: number, value: SqlValue): void {
  if (value === null) statement.bindNull(index)
  else if (typeof value === 'string') statement.bindVarchar(index, value)
  else statement.bindBigInt(index, BigInt(value))
}
