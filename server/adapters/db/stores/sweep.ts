import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import { expireWhereDue } from './expire-grants.ts'

/** A browser that still polls hears "expired", not "unknown", for this long. */
const HANDOFF_GRACE_MS = 10 * 60_000
/** Who comes with an old card hears that it is over for this long. */
const CARD_GRACE_MS = 30 * 86_400_000

/** Deletes what has run out: sessions, hand-offs, used links, tokens, leases, cards; and grants, into the audit. */
export async function sweepExpired(db: Kysely<Tables>, now: number): Promise<void> {
  for (const table of ['sessions', 'used_links', 'tokens', 'leases'] as const) {
    await db.deleteFrom(table).where('expires_at', '<=', now).execute()
  }
  await db
    .deleteFrom('handoffs')
    .where('expires_at', '<=', now - HANDOFF_GRACE_MS)
    .execute()
  await db
    .deleteFrom('invitations')
    .where('expires_at', '<=', now - CARD_GRACE_MS)
    .execute()
  await expireWhereDue(db, now)
}
