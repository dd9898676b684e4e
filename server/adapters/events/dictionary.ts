import type { AppendedTable, EventSql, SqlValue } from './sql/database.ts'

const REMEMBERED = 50_000
const ASKED_AT_ONCE = 500

/** Numbers for texts that come again and again: paths of an app, contexts, apps. */
export interface Dictionary {
  /** The number of each text, new ones numbered and kept. @param texts each once */
  resolve(sql: EventSql, scope: number, texts: readonly string[]): Promise<void>
  /** @throws when it was not resolved */
  idOf(scope: number, text: string): number
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
export function createDictionary({ table, known, row, highest }: Shape): Dictionary {
  const ids = new Map<string, number>()
  const key = (scope: number, text: string) => `${scope} ${text}`

  return {
    async resolve(sql, scope, texts) {
      if (ids.size > REMEMBERED) ids.clear()
      const missing = new Set(texts.filter(text => !ids.has(key(scope, text))))
      const asked = [...missing]
      for (let from = 0; from < asked.length; from += ASKED_AT_ONCE) {
        const part = asked.slice(from, from + ASKED_AT_ONCE)
        const placeholders = part.map((_, index) => `$${index + 1}`).join(', ')
        for (const { id, text } of await sql.rows<{ id: number; text: string }>(known(scope, placeholders), part)) {
          ids.set(key(scope, text), id)
          missing.delete(text)
        }
      }
      if (missing.size === 0) return
      const [last] = await sql.rows<{ id: number | null }>(highest)
      let next = last?.id ?? 0
      const rows: SqlValue[][] = []
      for (const text of missing) {
        next += 1
        ids.set(key(scope, text), next)
        rows.push(row(scope, next, text))
      }
      await sql.append(table, rows)
    },
    idOf(scope, text) {
      const id = ids.get(key(scope, text))
      if (id === undefined) throw new Error(`a text of ${table.name} has no number`)
      return id
    },
    forget: () => ids.clear(),
  }
}
