import type { Kysely } from 'kysely'
import type { Notices } from '../../../ports/audit.ts'
import type { Tables } from '../tables.ts'

/** What people are told in the app; read page by page, the cursor is the id of the last one told. */
export function createNotices(db: Kysely<Tables>): Notices {
  return {
    async read(personId, { cursor, limit }, now) {
      const rows = await db
        .selectFrom('notices')
        .leftJoin('grants', join =>
          join.onRef('grants.appid', '=', 'notices.appid').onRef('grants.person_id', '=', 'notices.person_id'),
        )
        .selectAll('notices')
        .select(['grants.role', 'grants.expires_at'])
        .where('notices.person_id', '=', personId)
        .$if(cursor !== null, query => query.where('notices.id', '<', Number(cursor)))
        .orderBy('notices.id', 'desc')
        .limit(limit + 1)
        .execute()
      const shown = rows.slice(0, limit)
      return {
        items: shown.map(row => ({
          id: String(row.id),
          at: row.told_at,
          kind: row.kind,
          appName: row.app_name,
          appid: row.role !== null && (row.expires_at === null || row.expires_at > now) ? row.appid : null,
          detail: JSON.parse(row.detail),
          readAt: row.read_at,
        })),
        next: rows.length > limit ? String(shown.at(-1)?.id) : null,
      }
    },

    async unread(personId) {
      const row = await db
        .selectFrom('notices')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('person_id', '=', personId)
        .where('read_at', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(row.count)
    },

    async markRead(personId, upTo, now) {
      await db
        .updateTable('notices')
        .set({ read_at: now })
        .where('person_id', '=', personId)
        .where('read_at', 'is', null)
        .where('id' in upTo ? 'id' : 'told_at', '<=', 'id' in upTo ? upTo.id : upTo.at)
        .execute()
    },
  }
}
