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
