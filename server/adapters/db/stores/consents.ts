import { type Kysely, sql } from 'kysely'
import type { Consents } from '../../../ports/assistant.ts'
import type { Tables } from '../tables.ts'

/** Nobody taps more often; a client that counts wrongly stays bounded. */
const MOST = 1_000

/** Rights to send messages, counted. */
export function createConsents(db: Kysely<Tables>): Consents {
  return {
    async of(personId) {
      const rows = await db.selectFrom('message_consents').selectAll().where('person_id', '=', personId).execute()
      return new Map(rows.map(row => [row.template_id, row.remaining]))
    },

    async add(personId, templateIds) {
      if (templateIds.length === 0) return
      await db
        .insertInto('message_consents')
        .values(templateIds.map(templateId => ({ person_id: personId, template_id: templateId, remaining: 1 })))
        .onConflict(conflict =>
          conflict
            .columns(['person_id', 'template_id'])
            .doUpdateSet({ remaining: sql<number>`least(message_consents.remaining + 1, ${MOST})` }),
        )
        .execute()
    },

    async take(personId, templateId) {
      const taken = await db
        .updateTable('message_consents')
        .set({ remaining: sql<number>`remaining - 1` })
        .where('person_id', '=', personId)
        .where('template_id', '=', templateId)
        .where('remaining', '>', 0)
        .executeTakeFirst()
      return taken.numUpdatedRows > 0n
    },

    async clear(personId, templateId) {
      await db
        .updateTable('message_consents')
        .set({ remaining: 0 })
        .where('person_id', '=', personId)
        .where('template_id', '=', templateId)
        .execute()
    },
  }
}
