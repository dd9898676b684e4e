import type { Kysely } from 'kysely'
import type { Viewer } from '../../../ports/access.ts'
import type { Tables } from '../tables.ts'
import { faceColumns, toFace } from './faces.ts'

/** The viewers of an app whose grant is in force at `now`, newest first; one of them where a person is named. */
export async function readViewers(
  db: Kysely<Tables>,
  appid: string,
  now: number,
  personId: string | null = null,
): Promise<Viewer[]> {
  const rows = await db
    .selectFrom('grants')
    .innerJoin('people', 'people.id', 'grants.person_id')
    .leftJoin('people as granter', 'granter.id', 'grants.granted_by')
    .select(faceColumns)
    .select(['grants.scopes', 'grants.expires_at', 'grants.granted_by', 'grants.granted_at', 'grants.last_viewed_at'])
    .select('granter.nickname as granter_nickname')
    .where('grants.appid', '=', appid)
    .where('grants.role', '=', 'viewer')
    .where(where => where.or([where('grants.expires_at', 'is', null), where('grants.expires_at', '>', now)]))
    .$if(personId !== null, query => query.where('grants.person_id', '=', personId))
    .orderBy('grants.granted_at', 'desc')
    .orderBy('grants.person_id')
    .execute()
  return rows.map(row => ({
    person: toFace(row),
    scopes: row.scopes,
    expiresAt: row.expires_at,
    grantedBy: { id: row.granted_by, nickname: row.granter_nickname },
    grantedAt: row.granted_at,
    lastViewedAt: row.last_viewed_at,
  }))
}
