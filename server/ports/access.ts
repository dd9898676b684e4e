import type { Scope } from '../../src/contract/scopes.ts'

/** Who does something to an app, and when (epoch ms). */
export interface Deed {
  /** A person's id, or one of the actors of `access-limits.ts`. */
  actorId: string
  at: number
}

/** What a viewer may see, and until when (epoch ms; `null`: without end). */
export interface Terms {
  scopes: Scope[]
  expiresAt: number | null
}

/** Another person as an admin sees one. */
export interface PersonFace {
  id: string
  nickname: string
  avatarUrl: string | null
  handle: string | null
}

/** A person by name; one who is erased has none. */
export interface Named {
  id: string
  nickname: string | null
}

export interface Viewer extends Terms {
  person: PersonFace
  grantedBy: Named
  grantedAt: number
  lastViewedAt: number | null
}

export interface AppAdmin {
  person: PersonFace
  since: number
}

/**
 * Who may see an app. Every change is one transaction with its audit entry and its notices, and holds on the next
 * request. What has run out is no grant: it neither shows nor counts.
 */
export interface Grants {
  /** In force at `now`, newest first. */
  viewers(appid: string, now: number): Promise<Viewer[]>
  /** @returns `null` where there is no such app or person. @throws ConflictError `viewerAlready` `adminAlready` `viewersFull` */
  grant(appid: string, personId: string, terms: Terms, deed: Deed): Promise<Viewer | null>
  /** What is left out stays. @returns `null` where the person is no viewer */
  change(appid: string, personId: string, terms: Partial<Terms>, deed: Deed): Promise<Viewer | null>
  /** @returns false where the person is no viewer */
  revoke(appid: string, personId: string, deed: Deed): Promise<boolean>
  /** A viewer goes by own wish. @returns false where the person is no viewer */
  leave(appid: string, personId: string, now: number): Promise<boolean>
}

/** Who administers an app: one at least, always. */
export interface Admins {
  /** In the order of their coming. */
  of(appid: string): Promise<AppAdmin[]>
  /** Whether this person administers anything. */
  administersAny(personId: string): Promise<boolean>
  /** A viewer becomes one too. @returns `null` where there is no such app or person. @throws ConflictError `adminAlready` */
  add(appid: string, personId: string, deed: Deed): Promise<AppAdmin | null>
  /** The cards that this person gave out are void from then on. @returns false where the person is none. @throws ConflictError `lastAdmin` */
  remove(appid: string, personId: string, deed: Deed): Promise<boolean>
}

/** A card, by the hash of its code. */
export interface Card {
  appid: string
  appName: string
  appAvatarUrl: string | null
  inviter: { id: string; nickname: string; avatarUrl: string | null }
  scopes: Scope[]
  grantExpiresAt: number | null
  requireApproval: boolean
  expiresAt: number
}

/** Why a card lets nobody in any more; `absent`: there never was one. */
export type CardRefusal = 'absent' | 'used' | 'expired' | 'void'

export interface Invitations {
  create(
    card: { codeHash: string; appid: string; terms: Terms; requireApproval: boolean; expiresAt: number },
    deed: Deed,
  ): Promise<boolean>
  find(codeHash: string, now: number): Promise<Card | CardRefusal>
  /**
   * Uses the card up and lets the person in, or lets the person wait for an admin; once, whoever races.
   * @param requestId the id of what waits, if it comes to that
   * @throws ConflictError `viewerAlready` `adminAlready` `viewersFull` `requestPending`; then the card is not used up
   */
  accept(
    codeHash: string,
    person: { id: string; requestId: string },
    now: number,
  ): Promise<CardRefusal | { status: 'granted' | 'pending'; appid: string; inviterId: string }>
}

/** Somebody who waits for an admin. */
export interface Waiting {
  id: string
  person: PersonFace
  scopes: Scope[]
  grantExpiresAt: number | null
  askedAt: number
}

export interface AccessRequests {
  /** Oldest first. */
  of(appid: string): Promise<Waiting[]>
  /** @returns `null` where nobody waits under this id. @throws ConflictError `viewersFull` `viewerAlready` `adminAlready` `requestOver` */
  approve(appid: string, id: string, deed: Deed): Promise<Viewer | null>
  /** @returns who waited; `null` where nobody did */
  reject(appid: string, id: string, deed: Deed): Promise<string | null>
}
