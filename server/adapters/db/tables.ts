import type { Generated } from 'kysely'
import type { AppKind, TokenState } from '../../../src/contract/apps.ts'
import type { AuditAction } from '../../../src/contract/audit.ts'
import type { Refusal } from '../../../src/contract/collect.ts'
import type { Locale } from '../../../src/contract/identity.ts'
import type { ImageType } from '../../../src/contract/images.ts'
import type { NoticeKind } from '../../../src/contract/notices.ts'
import type { Scope } from '../../../src/contract/scopes.ts'
import type { DatacubeReport } from '../../domain/datacube.ts'
import type { AttemptOutcome } from '../../ports/archive.ts'

type Id = Generated<number>

/** The tables of `migrations/`, as Kysely sees them. Instants are epoch ms; both engines hand bigint out as number. */
export interface Tables {
  keys: { name: string; sealed: string }
  people: {
    id: string
    nickname: string
    avatar_url: string | null
    handle: string | null
    locale: Locale
    pin: string
    openid_hash: string | null
    unionid_hash: string | null
    created_at: number
    sealed_openid: string | null
    handle_since: number | null
  }
  sessions: { id: string; token_hash: string; person_id: string; created_at: number; expires_at: number }
  handoffs: {
    id: string
    secret_hash: string
    code_hash: string
    browser: string
    address: string
    expires_at: number
    approved_by: string | null
    taken: boolean
  }
  used_links: { nonce: string; expires_at: number }
  apps: {
    appid: string
    name: string
    avatar_url: string | null
    kind: AppKind
    bound_at: number
    token_state: TokenState
    token_detail: string | null
    sealed_secret: string
  }
  grants: {
    appid: string
    person_id: string
    role: 'admin' | 'viewer'
    scopes: Scope[]
    expires_at: number | null
    granted_by: string
    granted_at: number
    last_viewed_at: number | null
  }
  tokens: { appid: string; sealed: string; expires_at: number }
  leases: { name: string; holder: string; expires_at: number }
  archive: {
    appid: string
    report: DatacubeReport
    period: string
    answer: string | null
    has_data: boolean
    fetched_at: number | null
    final: boolean
    rechecked: boolean
    attempted_at: number | null
    outcome: AttemptOutcome | null
    revised: boolean
    claimed_until: number | null
  }
  archive_revisions: {
    appid: string
    report: DatacubeReport
    period: string
    answer: string
    fetched_at: number
    replaced_at: number
  }
  archive_versions: { appid: string; version: number }
  invitations: {
    code_hash: string
    appid: string
    scopes: Scope[]
    grant_expires_at: number | null
    require_approval: boolean
    invited_by: string
    created_at: number
    expires_at: number
    used_at: number | null
    void: Generated<boolean>
  }
  access_requests: {
    id: string
    appid: string
    person_id: string
    scopes: Scope[]
    grant_expires_at: number | null
    invited_by: string
    asked_at: number
  }
  audit: {
    id: Id
    appid: string
    happened_at: number
    actor_id: string
    action: AuditAction
    target_id: string | null
    detail: string
  }
  notices: {
    id: Id
    person_id: string
    told_at: number
    kind: NoticeKind
    appid: string
    app_name: string
    detail: string
    read_at: number | null
  }
  message_consents: { person_id: string; template_id: string; remaining: number }
  avatars: {
    id: string
    person_id: string | null
    appid: string | null
    type: ImageType
    base64: string
    check_trace: string | null
    stored_at: number
  }
  page_remarks: { appid: string; path: string; remark: string }
  write_keys: {
    appid: string
    key: string
    previous_key: string | null
    previous_until: number | null
    changed_at: number
  }
  erasures: { appid: string; since: number }
  refused_events: { appid: string; reason: Refusal; refused: number }
}
