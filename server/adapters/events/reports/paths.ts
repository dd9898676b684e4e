import type { EventSql } from '../sql/database.ts'

const REMEMBERED = 100_000
const NAMES_AT_ONCE = 2_000
/** Numbers that lie this near are read as a stretch: a list of some hundred takes longer to plan than to read. */
const STRETCH = 20_000

/** Names of pages by their numbers. */
export interface Paths {
  /** @param ids each once */
  of(sql: EventSql, app: number, ids: readonly number[]): Promise<ReadonlyMap<number, string>>
  /** After an app was erased: its numbers are given again. */
  forget(): void
}

/** @param isAlone nobody else erases apps: a page keeps its name, which may be remembered */
export function createPaths(isAlone: boolean): Paths {
  const apps = new Map<number, Map<number, string>>()
  let size = 0
  const forget = () => {
    apps.clear()
    size = 0
  }

  return {
    async of(sql, app, ids) {
      if (!isAlone || size > REMEMBERED) forget()
      const names = apps.get(app) ?? new Map<number, string>()
      apps.set(app, names)
      const missing = ids.filter(id => !names.has(id))
      for (const which of conditions(missing)) {
        const found = await sql.rows<{ id: number; path: string }>(
          `select id, path from paths where app = ${app} and ${which}`,
        )
        for (const { id, path } of found) names.set(id, path)
        size += found.length
      }
      return names
    },
    forget,
  }
}

/** SQL: true for rows of these numbers, and some between. */
function conditions(ids: readonly number[]): string[] {
  if (ids.length === 0) return []
  const [least, most] = ids.reduce(([low, high], id) => [Math.min(low, id), Math.max(high, id)], [ids[0] ?? 0, 0])
  if (most - least <= STRETCH) return [`id >= ${least} and id <= ${most}`]
  const lists: string[] = []
  for (let from = 0; from < ids.length; from += NAMES_AT_ONCE) {
    lists.push(`id in (${ids.slice(from, from + NAMES_AT_ONCE).join(', ')})`)
  }
  return lists
}
