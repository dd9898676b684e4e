import type { Kysely } from 'kysely'
import type { Remarks } from '../../../ports/remarks.ts'
import type { Tables } from '../tables.ts'
import { bumpVersion } from './archive-version.ts'

/** What admins call the pages of their apps. */
export const createRemarks = (db: Kysely<Tables>): Remarks => ({
  async of(appid) {
    const rows = await db
      .selectFrom('page_remarks')
      .innerJoin('apps', 'apps.appid', 'page_remarks.appid')
      .select(['path', 'remark'])
      .where('page_remarks.appid', '=', appid)
      .execute()
    return new Map(rows.map(({ path, remark }) => [path, remark]))
  },

  async write(appid, path, remark) {
    await db.transaction().execute(async trx => {
      // keeps those who unbind the app away until it is done
      const bound = await trx.selectFrom('apps').select('appid').where('appid', '=', appid).forKeyShare().execute()
      if (bound.length === 0) return
      if (remark === null) {
        await trx.deleteFrom('page_remarks').where('appid', '=', appid).where('path', '=', path).execute()
      } else {
        await trx
          .insertInto('page_remarks')
          .values({ appid, path, remark })
          .onConflict(conflict => conflict.columns(['appid', 'path']).doUpdateSet({ remark }))
          .execute()
      }
      await bumpVersion(trx, appid)
    })
  },
})
