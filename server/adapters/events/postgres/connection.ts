import type pg from 'pg'
import type { Column } from '../sql/columns.ts'
import type { EventSql } from '../sql/database.ts'
import type { AppendedTable, SqlValue } from '../sql/values.ts'

/** Rows of one statement: 21 columns of this many stay far below what one message may carry. */
const ROWS_AT_ONCE = 5_000
const arrays = { integer: 'integer[]', bigint: 'bigint[]', varchar: 'varchar[]' }

/** One connection of PostgreSQL. */
export function postgresSql(client: pg.ClientBase): EventSql {
  async function run(text: string, parameters: readonly SqlValue[] = []) {
    await client.query(text, parameters.map(told))
    // what was just made has no statistics, and without them the planner takes it for a few rows
    const made = /^create temp table (\w+)/.exec(text)
    if (made) await client.query(`analyze ${made[1]}`)
  }

  return {
    run,
    async runAll(texts) {
      for (const text of texts) await run(text)
    },
    rows: async (text, parameters = []) => (await client.query(text, parameters.map(told))).rows,
    async append(table, columns) {
      const count = columns[0]?.length ?? 0
      for (let from = 0; from < count; from += ROWS_AT_ONCE) {
        const part = columns.map(column => partOf(column, from, Math.min(count, from + ROWS_AT_ONCE)))
        await client.query(insertion(table), part)
      }
    },
  }
}

const partOf = (column: Column, from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => told(column.at(from + index)))

function insertion({ name, columns }: AppendedTable): string {
  const names = columns.map(column => column.name).join(', ')
  const lists = columns.map(({ type }, index) => `$${index + 1}::${arrays[type]}`).join(', ')
  return `insert into ${name} (${names}) select * from unnest(${lists})`
}

const told = (value: SqlValue) => (typeof value === 'bigint' ? String(value) : value)
