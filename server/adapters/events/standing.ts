import type { EventDatabase, EventSql } from './sql/database.ts'

/** Where changes are counted of minutes, and of days: both are counted side by side. */
export type CountedTable = 'counted' | 'day_counted'

/** When was counted last, and how often an app's counters changed. */
export interface Standing {
  countedAt(): Promise<number>
  version(appid: string): Promise<number>
  /** Raises the versions of apps, in the transaction that changed them. */
  raise(sql: EventSql, apps: readonly number[], table: CountedTable): Promise<void>
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
        `select cast(coalesce(sum(c.version), 0) as bigint) as version
         from (select app, version from counted union all select app, version from day_counted) as c join apps as a on a.app = c.app
         where a.appid = $1`,
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
    async raise(sql, apps, table) {
      if (apps.length === 0) return
      const list = apps.join(', ')
      await sql.runAll([
        `insert into ${table} select a.app, 0 from apps as a left join ${table} as c on c.app = a.app where a.app in (${list}) and c.app is null`,
        `update ${table} set version = version + 1 where app in (${list})`,
      ])
    },
    counted(now, appids) {
      countedAt = now
      for (const appid of appids) versions.delete(appid)
    },
  }
}
