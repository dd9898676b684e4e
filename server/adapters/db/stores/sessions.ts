import type { Kysely } from 'kysely'
import type { Sessions } from '../../../ports/people.ts'
import type { Tables } from '../tables.ts'
import { personColumns, toPerson } from './people.ts'
import { relationOf } from './relation.ts'

/** Sessions, and who calls in one query. */
export function createSessions(db: Kysely<Tables>): Sessions {
  return {
    async open(session) {
      const row = {
        id: session.id,
        token_hash: session.tokenHash,
        person_id: session.personId,
        created_at: session.createdAt,
        expires_at: session.expiresAt,
      }
      await db.insertInto('sessions').values(row).execute()
    },

    async caller(tokenHash, appid, now) {
      const row = await db
        .selectFrom('sessions')
        .innerJoin('people', 'people.id', 'sessions.person_id')
        .leftJoin('grants', join => join.onRef('grants.person_id', '=', 'people.id').on('grants.appid', '=', appid))
        .select(personColumns)
        .select(['sessions.id as session_id', 'sessions.expires_at as session_expires_at'])
        .select(['grants.role', 'grants.scopes', 'grants.expires_at as grant_expires_at'])
        .where('sessions.token_hash', '=', tokenHash)
        .where('sessions.expires_at', '>', now)
        .executeTakeFirst()
      if (!row) return null
      return {
        person: toPerson(row),
        sessionId: row.session_id,
        sessionExpiresAt: row.session_expires_at,
        relation: relationOf(row, now),
      }
    },

    async extend(sessionId, expiresAt) {
      await db.updateTable('sessions').set({ expires_at: expiresAt }).where('id', '=', sessionId).execute()
    },

    async close(tokenHash) {
      await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
    },
  }
}
