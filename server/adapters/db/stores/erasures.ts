import type { Kysely } from 'kysely'
import type { Erasures } from '../../../ports/erasures.ts'
import type { Tables } from '../tables.ts'

/** Unbindings that are not finished. @see unbindApp */
export const createErasures = (db: Kysely<Tables>): Erasures => ({
  async all() {
    const rows = await db.selectFrom('erasures').select('appid').orderBy('since').execute()
    return rows.map(({ appid }) => appid)
  },
  async isOpen(appid) {
    const row = await db.selectFrom('erasures').select('appid').where('appid', '=', appid).executeTakeFirst()
    return row !== undefined
  },
  async finish(appid) {
    await db.deleteFrom('erasures').where('appid', '=', appid).execute()
  },
})
