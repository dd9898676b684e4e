import type { AppKind, TokenState } from '../../src/contract/apps.ts'
import type { Relation } from '../domain/permissions.ts'
import type { Deed } from './access.ts'

/** A bound app. Its secret is read through {@link AppSecrets} alone. Times are epoch ms. */
export interface BoundApp {
  appid: string
  name: string
  avatarUrl: string | null
  kind: AppKind
  boundAt: number
  tokenState: TokenState
  /** What goes with a refusal, as the address to whitelist or `UNREADABLE`; never a secret. */
  tokenDetail: string | null
}

export interface Apps {
  find(appid: string): Promise<BoundApp | null>
  all(): Promise<BoundApp[]>
  /** The apps that a person may see at `now`, with how. */
  visibleTo(personId: string, now: number): Promise<{ app: BoundApp; relation: Relation }[]>
  /** Binds with its first admin, sealed secret included, in one transaction. @throws ConflictError when bound already. */
  bind(app: BoundApp, secret: string, adminId: string): Promise<void>
  rename(appid: string, changes: { name?: string; avatarUrl?: string | null }): Promise<void>
  replaceSecret(appid: string, secret: string, deed: Deed): Promise<void>
  noteToken(appid: string, state: TokenState, detail: string | null): Promise<void>
  /** How many apps are noted as refused because of `UNREADABLE`. */
  countUnreadable(): Promise<number>
  /** Erases secret, token, grants and, unless kept, the archive; cards are void. One transaction. */
  unbind(appid: string, options: { keepArchive: boolean }, deed: Deed): Promise<void>
}

/** The one door to an AppSecret. */
export interface AppSecrets {
  /** `null` when the app is not bound. @throws UpstreamError `secret_unreadable` when no master key opens it */
  read(appid: string): Promise<string | null>
}
