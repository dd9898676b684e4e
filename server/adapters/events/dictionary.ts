import { columnsOf } from './sql/columns.ts'
import type { EventSql } from './sql/database.ts'
import type { AppendedTable, SqlValue } from './sql/values.ts'

const REMEMBERED = 50_000
const ASKED_AT_ONCE = 500

/** Numbers for texts that come again and again: paths of an app, contexts, apps. */
export interface Dictionary {
  /** The number of each text, new ones numbered and kept. @param texts each once */
  resolve(sql: EventSql, scope: number, texts: readonly string[]): Promise<void>
  /** @throws when it was not resolved */
  idOf(scope: number, text: string): number
  /** Before a batch: forgets when there is too much. */
  trim(): void
  /** Forgets what a transaction that was undone had brought. */
  forget(): void
}

interface Shape {
  table: AppendedTable
  /** Of the statement that reads known ones: `select … as id, … as text … where … in (…)`. */
  known(scope: number, placeholders: string): string
  row(scope: number, id: number, text: string): SqlValue[]
  highest: string
}

/** Remembers at most 50,000 beside those of the batch in hand; the others are asked for. */
export function createDictionary(shape: Shape): Dictionary {
  const scopes = new Map<number, Map<string, number>>()
  let size = 0
  const remember = (scope: number, text: string, id: number) => {
    const ids = scopes.get(scope) ?? new Map<string, number>()
    scopes.set(scope, ids.set(text, id))
    size += 1
  }
  const forget = () => {
    scopes.clear()
    size = 0
  }

  return {
    async resolve(sql, scope, texts) {
      const known = scopes.get(scope)
      const missing = new Set(known ? texts.filter(text => !known.has(text)) : texts)
      const asked = [...missing]
      for (let from = 0; from < asked.length; from += ASKED_AT_ONCE) {
        const part = asked.slice(from, from + ASKED_AT_ONCE)
        const placeholders = part.map((_, index) => `$${index + 1}`).join(', ')
        for (const { id, text } of await sql.rows<{ id: number; text: string }>(
          shape.known(scope, placeholders),
          part,
        )) {
          remember(scope, text, id)
          missing.delete(text)
        }
      }
      if (missing.size === 0) return
      const [last] = await sql.rows<{ id: number | null }>(shape.highest)
      let next = last?.id ?? 0
      const rows: SqlValue[][] = []
      for (const text of missing) {
        next += 1
        remember(scope, text, next)
        rows.push(shape.row(scope, next, text))
      }
      await sql.append(shape.table, columnsOf(shape.table, rows))
    },
    idOf(scope, text) {
      const id = scopes.get(scope)?.get(text)
      if (id === undefined) throw new Error(`a text of ${shape.table.name} has no number`)
      return id
    },
    trim: () => {
      if (size > REMEMBERED) forget()
    },
    forget,
  }
}
