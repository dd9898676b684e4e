import type { Kysely } from 'kysely'
import type { Deed } from '../../../ports/access.ts'
import type { Tables } from '../tables.ts'
import { lockApp } from './app-lock.ts'
import { eraseArchive } from './archive-erase.ts'
import { record, tell } from './record.ts'

/**
 * Erases what is held of an app but its events, and writes down that these are to go. What stays: the audit, notices to who could see it, and the archive where it is wanted.
 */
export async function unbindApp(
  db: Kysely<Tables>,
  appid: string,
  { keepArchive }: { keepArchive: boolean },
  deed: Deed,
): Promise<void> {
  await db.transaction().execute(async trx => {
    const app = await lockApp(trx, appid)
    if (!app) return
    const people = await trx.selectFrom('grants').select('person_id').where('appid', '=', appid).execute()
    // before all else: whoever writes to the archive holds this row, and finds it gone afterwards
    await trx
      .insertInto('erasures')
      .values({ appid, since: deed.at })
      .onConflict(conflict => conflict.column('appid').doNothing())
      .execute()
    await trx.deleteFrom('apps').where('appid', '=', appid).execute()
    await trx.deleteFrom('tokens').where('appid', '=', appid).execute()
    await trx.updateTable('invitations').set({ void: true }).where('appid', '=', appid).execute()
    if (!keepArchive) await eraseArchive(trx, appid)
    await record(trx, appid, 'unbind', deed, { keepArchive })
    await tell(
      trx,
      app,
      'unbound',
      people.map(row => row.person_id),
      deed,
    )
  })
}
