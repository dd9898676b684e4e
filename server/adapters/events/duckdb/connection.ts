import type { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api'
import type { EventSql } from '../sql/database.ts'
import type { SqlValue } from '../sql/values.ts'
import { append } from './append.ts'
import { rowsOf } from './result-rows.ts'

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
      return rowsOf(await execute(text, parameters)) as Row[]
    },
    append: (table, columns) => append(connection, table, columns),
  }
}

function bind(statement: DuckDBPreparedStatement, index: number, value: SqlValue): void {
  if (value === null) statement.bindNull(index)
  else if (typeof value === 'string') statement.bindVarchar(index, value)
  else statement.bindBigInt(index, BigInt(value))
}
