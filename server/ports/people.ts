import type { Locale } from '../../src/contract/identity.ts'
import type { Relation } from '../domain/permissions.ts'

/** A registered person. openid and unionid are kept as keyed hashes, never read back. */
export interface Person {
  id: string
  nickname: string
  avatarUrl: string | null
  handle: string | null
  locale: Locale
  /** Four digits, compared by voice. */
  pin: string
}

/** Who calls, and how that person stands to the app in the path. */
export interface Caller {
  person: Person
  sessionId: string
  sessionExpiresAt: number
  /** `null` without an app in the path, or when the app is absent or not shared with the caller. */
  relation: Relation | null
}

export interface People {
  findByOpenid(openidHash: string): Promise<Person | null>
  findByHandle(handle: string): Promise<Person | null>
  find(id: string): Promise<Person | null>
  /** Who has declared this handle, in any case, and since when (epoch ms). */
  declared(handle: string): Promise<{ person: Person; since: number } | null>
  /** @throws ConflictError when the openid or the handle is taken. */
  register(
    person: Person,
    identity: { openidHash: string | null; unionidHash: string | null },
    now: number,
  ): Promise<void>
  /** A handle that becomes another one is declared from `now` on. @throws ConflictError when it is taken. */
  update(
    id: string,
    changes: Partial<Pick<Person, 'nickname' | 'handle' | 'locale' | 'avatarUrl'>>,
    now: number,
  ): Promise<Person>
  /** Keeps the openid, sealed, so that a message can be addressed to it. It leaves through {@link Openids} alone. */
  keepOpenid(id: string, openid: string): Promise<void>
  /**
   * Erases a person with sessions, grants, requests, notices and consents; the audit keeps the bare id.
   * @throws ConflictError `lastAdminOfApp`, with the names of all such apps
   */
  erase(id: string, now: number): Promise<void>
}

/** The one door to an openid. */
export interface Openids {
  /** `null` where none is kept. */
  of(personId: string): Promise<string | null>
}

/** Sessions by the SHA-256 of their token. Times are epoch ms. */
export interface Sessions {
  open(session: {
    id: string
    tokenHash: string
    personId: string
    createdAt: number
    expiresAt: number
  }): Promise<void>
  /** The live session of a token and its person's relation to an app, in one read; `null` when none or expired. */
  caller(tokenHash: string, appid: string | null, now: number): Promise<Caller | null>
  extend(sessionId: string, expiresAt: number): Promise<void>
  close(tokenHash: string): Promise<void>
}

/** A browser that waits for a phone. */
export interface PendingHandoff {
  id: string
  secretHash: string
  codeHash: string
  browser: string
  address: string
  expiresAt: number
  approvedBy: string | null
}

export interface Handoffs {
  create(handoff: PendingHandoff): Promise<void>
  findByCode(codeHash: string): Promise<PendingHandoff | null>
  /** @returns false when it was approved before, expired, or is unknown. */
  approve(codeHash: string, personId: string, now: number): Promise<boolean>
  find(id: string): Promise<PendingHandoff | null>
  /** Takes the approval: the approver's id for exactly one caller, `null` for the rest. It stays approved until its end. */
  consume(id: string): Promise<string | null>
  /** Marks an operator link as used; false when it was used before. */
  useLink(nonce: string, expiresAt: number): Promise<boolean>
}
