import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'

/** Belongs into the transaction of the write that it announces. */
export async function bumpVersion(db: Kysely<Tables>, appid: string): Promise<void> {
  await db
    .insertInto('archive_versions')
    .values({ appid, version: 1 })
    .onConflict(conflict => conflict.column('appid').doUpdateSet({ version: sql`archive_versions.version + 1` }))
    .execute()
}

/** 0 before the first write. */
export async function readVersion(db: Kysely<Tables>, appid: string): Promise<number> {
  const row = await db.selectFrom('archive_versions').select('version').where('appid', '=', appid).executeTakeFirst()
  return row?.version ?? 0
}

/** The version of an app that is bound; `null` of any other, whose archive is out of sight. */
export async function readVersionOfBound(db: Kysely<Tables>, appid: string): Promise<number | null> {
  const row = await db
    .selectFrom('apps')
    .leftJoin('archive_versions', 'archive_versions.appid', 'apps.appid')
    .select('version')
    .where('apps.appid', '=', appid)
    .executeTakeFirst()
  return row ? (row.version ?? 0) : null
}
