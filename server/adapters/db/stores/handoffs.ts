import type { Kysely, Selectable } from 'kysely'
import type { Handoffs, PendingHandoff } from '../../../ports/people.ts'
import type { Tables } from '../tables.ts'

const toHandoff = (row: Selectable<Tables['handoffs']>): PendingHandoff => ({
  id: row.id,
  secretHash: row.secret_hash,
  codeHash: row.code_hash,
  browser: row.browser,
  address: row.address,
  expiresAt: row.expires_at,
  approvedBy: row.approved_by,
})

/** Browsers that wait for a phone, and operator links that were used. Each step happens once, whoever races. */
export function createHandoffs(db: Kysely<Tables>): Handoffs {
  const handoffs = db.selectFrom('handoffs').selectAll()

  return {
    async create(handoff) {
      const row = {
        id: handoff.id,
        secret_hash: handoff.secretHash,
        code_hash: handoff.codeHash,
        browser: handoff.browser,
        address: handoff.address,
        expires_at: handoff.expiresAt,
        approved_by: handoff.approvedBy,
        taken: false,
      }
      await db.insertInto('handoffs').values(row).execute()
    },

    async find(id) {
      const row = await handoffs.where('id', '=', id).executeTakeFirst()
      return row ? toHandoff(row) : null
    },

    async findByCode(codeHash) {
      const row = await handoffs.where('code_hash', '=', codeHash).executeTakeFirst()
      return row ? toHandoff(row) : null
    },

    async approve(codeHash, personId, now) {
      const approved = await db
        .updateTable('handoffs')
        .set({ approved_by: personId })
        .where('code_hash', '=', codeHash)
        .where('approved_by', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return approved.numUpdatedRows > 0n
    },

    async consume(id) {
      const taken = await db
        .updateTable('handoffs')
        .set({ taken: true })
        .where('id', '=', id)
        .where('approved_by', 'is not', null)
        .where('taken', '=', false)
        .returning('approved_by')
        .executeTakeFirst()
      return taken?.approved_by ?? null
    },

    async useLink(nonce, expiresAt) {
      const used = await db
        .insertInto('used_links')
        .values({ nonce, expires_at: expiresAt })
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirst()
      return (used.numInsertedOrUpdatedRows ?? 0n) > 0n
    },
  }
}
