import { type Kysely, sql } from 'kysely'
import type { Audit, Happened, Page } from '../../../ports/audit.ts'
import type { Tables } from '../tables.ts'
import { expireWhereDue } from './expire-grants.ts'
import { record } from './record.ts'

/** One `view` a person, app and half an hour. */
const VIEW_EVERY_MS = 30 * 60_000

/** What was done, page by page: the cursor is instant and id of the last entry told. */
export function createAudit(db: Kysely<Tables>): Audit {
  return {
    async read(appid, { cursor, limit }, now): Promise<Page<Happened>> {
      await expireWhereDue(db, now, appid)
      const [at, id] = (cursor ?? '').split('.').map(Number)
      const rows = await db
        .selectFrom('audit')
        .leftJoin('people as actor', 'actor.id', 'audit.actor_id')
        .leftJoin('people as target', 'target.id', 'audit.target_id')
        .selectAll('audit')
        .select(['actor.nickname as actor_nickname', 'target.nickname as target_nickname'])
        .where('audit.appid', '=', appid)
        .$if(cursor !== null, query =>
          query.where(sql<boolean>`(audit.happened_at, audit.id) < (${at ?? 0}::bigint, ${id ?? 0}::bigint)`),
        )
        .orderBy('audit.happened_at', 'desc')
        .orderBy('audit.id', 'desc')
        .limit(limit + 1)
        .execute()
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      return {
        items: shown.map(row => ({
          id: String(row.id),
          at: row.happened_at,
          actor: { id: row.actor_id, nickname: row.actor_nickname },
          action: row.action,
          target: row.target_id === null ? null : { id: row.target_id, nickname: row.target_nickname },
          detail: JSON.parse(row.detail),
        })),
        next: last && rows.length > limit ? `${last.happened_at}.${last.id}` : null,
      }
    },

    async noteViews(appids, personId, now) {
      await db.transaction().execute(async trx => {
        // the rows are held until the end, so that two looks at once do not both write an entry
        const seen = await trx
          .updateTable('grants')
          .set({ last_viewed_at: now })
          .where('person_id', '=', personId)
          .where('appid', 'in', appids)
          .returning('appid')
          .execute()
        if (seen.length === 0) return
        const known = await trx
          .selectFrom('audit')
          .select('appid')
          .distinct()
          .where('action', '=', 'view')
          .where('actor_id', '=', personId)
          .where('happened_at', '>', now - VIEW_EVERY_MS)
          .where(
            'appid',
            'in',
            seen.map(row => row.appid),
          )
          .execute()
        for (const { appid } of seen) {
          if (known.some(row => row.appid === appid)) continue
          await record(trx, appid, 'view', { actorId: personId, at: now })
        }
      })
    },

    noteExport: (appid, personId, report, now) =>
      db.transaction().execute(trx => record(trx, appid, 'export', { actorId: personId, at: now }, { report })),
  }
}
