import type { Transaction } from 'kysely'
import type { Tables } from '../tables.ts'
import { bumpVersion } from './archive-version.ts'

/** Forgets every answer of an app, earlier readings and what its pages are called included. */
export async function eraseArchive(trx: Transaction<Tables>, appid: string): Promise<void> {
  await trx.deleteFrom('archive').where('appid', '=', appid).execute()
  await trx.deleteFrom('archive_revisions').where('appid', '=', appid).execute()
  await trx.deleteFrom('page_remarks').where('appid', '=', appid).execute()
  await bumpVersion(trx, appid)
}
