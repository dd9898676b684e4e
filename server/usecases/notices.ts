import type { PageQuery } from '../../src/contract/audit.ts'
import type { NoticePage } from '../../src/contract/notices.ts'
import type { AccessDesk } from './access-desk.ts'
import { pageOf } from './read-audit.ts'

type Desk = Pick<AccessDesk, 'notices'>

const ID = /^\d+$/

/** What somebody was told, newest first. */
export async function listNotices(
  { notices }: Desk,
  personId: string,
  query: PageQuery,
  now: number,
): Promise<NoticePage> {
  const { items, next } = await notices.read(personId, pageOf(query), now)
  const told = items.map(({ at, readAt, ...notice }) => ({
    ...notice,
    at: new Date(at).toISOString(),
    readAt: readAt === null ? null : new Date(readAt).toISOString(),
  }))
  return { notices: told, next, unread: await notices.unread(personId) }
}

/** @param upTo id of the newest notice that was seen, or an instant */
export const markNotices = ({ notices }: Desk, personId: string, upTo: string, now: number): Promise<void> =>
  notices.markRead(personId, ID.test(upTo) ? { id: Number(upTo) } : { at: Date.parse(upTo) }, now)
