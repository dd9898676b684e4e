import type { AuditPage, PageQuery } from '../../src/contract/audit.ts'
import type { PageQuestion } from '../ports/audit.ts'
import type { AccessDesk } from './access-desk.ts'

const PAGE = 50

/** Where a list goes on, and how far. */
export const pageOf = ({ cursor, limit }: PageQuery): PageQuestion => ({
  cursor: cursor ?? null,
  limit: limit === undefined ? PAGE : Number(limit),
})

/** What was done to an app, newest first. */
export async function readAudit(
  { audit }: Pick<AccessDesk, 'audit'>,
  appid: string,
  query: PageQuery,
  now: number,
): Promise<AuditPage> {
  const { items, next } = await audit.read(appid, pageOf(query), now)
  return { entries: items.map(({ at, ...entry }) => ({ ...entry, at: new Date(at).toISOString() })), next }
}
