import type { AccessRequests, Admins, Grants, Invitations } from '../../ports/access.ts'
import type { AppSecrets, Apps } from '../../ports/apps.ts'
import type { Archive } from '../../ports/archive.ts'
import type { Consents } from '../../ports/assistant.ts'
import type { Audit, Notices } from '../../ports/audit.ts'
import type { Avatars } from '../../ports/avatars.ts'
import type { Erasures } from '../../ports/erasures.ts'
import type { Leases } from '../../ports/leases.ts'
import type { Handoffs, Openids, People, Sessions } from '../../ports/people.ts'
import type { Remarks } from '../../ports/remarks.ts'
import type { TokenStore } from '../../ports/tokens.ts'
import type { Vault } from '../../ports/vault.ts'
import type { RefusedStore, WriteKeyStore } from '../../ports/write-keys.ts'
import type { Database } from './database.ts'
import { createAccessRequests } from './stores/access-requests.ts'
import { createAdmins } from './stores/admins.ts'
import { createApps } from './stores/apps.ts'
import { createArchive } from './stores/archive.ts'
import { createAudit } from './stores/audit.ts'
import { createAvatars } from './stores/avatars.ts'
import { CheckedEntries } from './stores/checked-entries.ts'
import { createConsents } from './stores/consents.ts'
import { createErasures } from './stores/erasures.ts'
import { createGrants } from './stores/grants.ts'
import { createHandoffs } from './stores/handoffs.ts'
import { createInvitations } from './stores/invitations.ts'
import { createLeases } from './stores/leases.ts'
import { createNotices } from './stores/notices.ts'
import { createOpenids, createPeople } from './stores/people.ts'
import { createRefusedStore } from './stores/refused-events.ts'
import { createRemarks } from './stores/remarks.ts'
import { ANSWER_CHARACTERS, rememberArchive } from './stores/remembered-archive.ts'
import { rememberCallers } from './stores/remembered-sessions.ts'
import { createAppSecrets } from './stores/secrets.ts'
import { createSessions } from './stores/sessions.ts'
import { sweepExpired } from './stores/sweep.ts'
import { createTokens } from './stores/tokens.ts'
import { createWriteKeyStore } from './stores/write-keys.ts'

/** Every port that the database stands behind. */
export interface Stores {
  people: People
  openids: Openids
  sessions: Sessions
  handoffs: Handoffs
  apps: Apps
  grants: Grants
  admins: Admins
  invitations: Invitations
  accessRequests: AccessRequests
  audit: Audit
  consents: Consents
  avatars: Avatars
  notices: Notices
  secrets: AppSecrets
  tokens: TokenStore
  leases: Leases
  archive: Archive
  remarks: Remarks
  writeKeys: WriteKeyStore
  refused: RefusedStore
  erasures: Erasures
  /** Deletes what has run out at `now` (epoch ms): sessions, hand-offs, used links, tokens, leases, cards, grants. */
  sweep(now: number): Promise<void>
}

/**
 * The stores of a database. On the embedded one, what every request reads is answered from memory; where other instances
 * write too, archive entries are, after a look at their version.
 */
export function createStores(database: Database, vault: Vault): Stores {
  const db = database.kysely
  const leases = createLeases(db)
  const stores: Stores = {
    people: createPeople(db, vault),
    openids: createOpenids(db, vault),
    sessions: createSessions(db),
    handoffs: createHandoffs(db),
    apps: createApps(db, vault),
    grants: createGrants(db),
    admins: createAdmins(db),
    invitations: createInvitations(db),
    accessRequests: createAccessRequests(db),
    audit: createAudit(db),
    consents: createConsents(db),
    avatars: createAvatars(db),
    notices: createNotices(db),
    secrets: createAppSecrets(db, vault),
    tokens: createTokens(db, vault, leases),
    leases,
    archive: createArchive(db),
    remarks: createRemarks(db),
    writeKeys: createWriteKeyStore(db),
    refused: createRefusedStore(db),
    erasures: createErasures(db),
    sweep: now => sweepExpired(db, now),
  }
  if (database.engine === 'pglite') return rememberCallers(rememberArchive(stores))
  const entries = new CheckedEntries(db, ANSWER_CHARACTERS)
  const read: Archive['read'] = (appid, report, periods) => entries.read(appid, report, periods)
  return { ...stores, archive: { ...stores.archive, read } }
}
