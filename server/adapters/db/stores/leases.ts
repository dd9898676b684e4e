import type { Kysely } from 'kysely'
import { CLOCK_TOLERANCE_MS } from '../../../domain/lifetimes.ts'
import type { Leases } from '../../../ports/leases.ts'
import type { Tables } from '../tables.ts'

/** Named leases, each one row. One that reaches too far was taken by a clock that was ahead, and holds nothing. */
export function createLeases(db: Kysely<Tables>): Leases {
  return {
    async claim(name, holder, now, until) {
      const taken = await db
        .insertInto('leases')
        .values({ name, holder, expires_at: until })
        .onConflict(conflict =>
          conflict
            .column('name')
            .doUpdateSet({ holder, expires_at: until })
            .where(free =>
              free.or([
                free('leases.expires_at', '<=', now),
                free('leases.expires_at', '>', until + CLOCK_TOLERANCE_MS),
                free('leases.holder', '=', holder),
              ]),
            ),
        )
        .executeTakeFirst()
      return (taken.numInsertedOrUpdatedRows ?? 0n) > 0n
    },

    async release(name, holder) {
      await db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute()
    },
  }
}
