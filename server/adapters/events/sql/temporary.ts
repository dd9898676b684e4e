import type { EventSql } from './database.ts'
import type { SqlValue } from './values.ts'

/** SQL: makes a table of this connection out of a question; one of the same name from before goes. */
export const kept = (name: string, question: string): readonly string[] => [
  `drop table if exists ${name}`,
  `create temp table ${name} as ${question}`,
]

/** Makes a table of this connection out of a question; one of the same name from before goes. */
export async function keepAs(sql: EventSql, name: string, question: string, parameters: readonly SqlValue[] = []) {
  await sql.run(`drop table if exists ${name}`)
  await sql.run(`create temp table ${name} as ${question}`, parameters)
}
