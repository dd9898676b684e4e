import type pg from 'pg'
import type { AppendedTable, EventSql, SqlValue } from '../sql/database.ts'

/** Rows of one statement: 21 columns of this many stay far below what one message may carry. */
const ROWS_AT_ONCE = 5_000
const arrays = { integer: 'integer[]', bigint: 'bigint[]', varchar: 'varchar[]' }

/** One connection of PostgreSQL. */
export function postgresSql(client: pg.ClientBase): EventSql {
  return {
    async run(text, parameters = []) {
      await client.query(text, parameters.map(told))
      // what was just made has no statistics, and without them the planner takes it for a few rows
      const made = /^create temp table (\w+)/.exec(text)
      if (made) await client.query(`analyze ${made[1]}`)
    },
    rows: async (text, parameters = []) => (await client.query(text, parameters.map(told))).rows,
    async append(table, rows) {
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        await client.query(...insertion(table, rows.slice(from, from + ROWS_AT_ONCE)))
      }
    },
  }
}

function insertion({ name, columns }: AppendedTable, rows: readonly (readonly SqlValue[])[]): [string, unknown[]] {
  const names = columns.map(column => column.name).join(', ')
  const lists = columns.map(({ type }, index) => `$${index + 1}::${arrays[type]}`).join(', ')
  const values = columns.map((_, index) => rows.map(row => told(row[index] ?? null)))
  return [`insert into ${name} (${names}) select * from unnest(${lists})`, values]
}

const told = (value: SqlValue) => (typeof value === 'bigint' ? String(value) : value)
