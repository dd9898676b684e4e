import type { EventDatabase, EventSql } from './sql/database.ts'
import { keepAs } from './sql/temporary.ts'

/** When was counted last, and how often an app's counters changed. */
export interface Standing {
  countedAt(): Promise<number>
  version(appid: string): Promise<number>
  /** Raises the versions of apps, in the transaction that changed them. */
  raise(sql: EventSql, apps: readonly number[]): Promise<void>
  /** After the commit. */
  counted(now: number, appids: readonly string[]): void
}

/** One process remembers what it did itself; several ask the database. */
export function createStanding(database: EventDatabase, isAlone: boolean): Standing {
  const versions = new Map<string, number>()
  let countedAt: number | null = null

  async function readCountedAt(): Promise<number> {
    const [row] = await database.read(sql =>
      sql.rows<{ at: number | null }>('select max(counted_at) as "at" from marks'),
    )
    return row?.at ?? 0
  }
  async function readVersion(appid: string): Promise<number> {
    const [row] = await database.read(sql =>
      sql.rows<{ version: number }>(
        'select c.version as version from counted as c join apps as a on a.app = c.app where a.appid = $1',
        [appid],
      ),
    )
    return row?.version ?? 0
  }

  return {
    async countedAt() {
      if (!isAlone) return readCountedAt()
      countedAt ??= await readCountedAt()
      return countedAt
    },
    async version(appid) {
      if (!isAlone) return readVersion(appid)
      const known = versions.get(appid)
      if (known !== undefined) return known
      const version = await readVersion(appid)
      // what was counted meanwhile knows better
      if (!versions.has(appid)) versions.set(appid, version)
      return versions.get(appid) ?? version
    },
    async raise(sql, apps) {
      if (apps.length === 0) return
      const list = apps.join(', ')
      await keepAs(
        sql,
        'raised',
        `select a.app as app, coalesce(c.version, 0) + 1 as version from apps as a left join counted as c on c.app = a.app where a.app in (${list})`,
      )
      await sql.run(`delete from counted where app in (${list})`)
      await sql.run('insert into counted select app, version from raised')
    },
    counted(now, appids) {
      countedAt = now
      for (const appid of appids) versions.delete(appid)
    },
  }
}
