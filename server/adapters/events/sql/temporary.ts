import type { EventSql, SqlValue } from './database.ts'

/** Makes a table of this connection out of a question; one of the same name from before goes. */
export async function keepAs(sql: EventSql, name: string, question: string, parameters: readonly SqlValue[] = []) {
  await sql.run(`drop table if exists ${name}`)
  await sql.run(`create temp table ${name} as ${question}`, parameters)
}
