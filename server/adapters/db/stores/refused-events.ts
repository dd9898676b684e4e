import { type Kysely, sql } from 'kysely'
import type { Refusal } from '../../../../src/contract/collect.ts'
import type { RefusedStore } from '../../../ports/write-keys.ts'
import type { Tables } from '../tables.ts'

/** How much was refused of what apps sent, by reason. */
export const createRefusedStore = (db: Kysely<Tables>): RefusedStore => ({
  add: (appid, counts) =>
    db.transaction().execute(async trx => {
      // an app that is unbound at this moment takes its counts along
      const bound = await trx.selectFrom('apps').select('appid').where('appid', '=', appid).forKeyShare().execute()
      const rows = Object.entries(counts).map(([reason, refused]) => ({ appid, reason: reason as Refusal, refused }))
      if (bound.length === 0 || rows.length === 0) return
      await trx
        .insertInto('refused_events')
        .values(rows)
        .onConflict(conflict =>
          conflict
            .columns(['appid', 'reason'])
            .doUpdateSet({ refused: sql`refused_events.refused + excluded.refused` }),
        )
        .execute()
    }),

  async of(appid) {
    const rows = await db
      .selectFrom('refused_events')
      .select(['reason', 'refused'])
      .where('appid', '=', appid)
      .orderBy('refused', 'desc')
      .orderBy('reason')
      .execute()
    return rows.map(({ reason, refused }) => ({ reason, count: refused }))
  },
})
