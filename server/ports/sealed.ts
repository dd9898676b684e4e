/** A text that lies sealed, and where. */
export interface SealedThing {
  kind: 'app-secret' | 'access-token' | 'openid' | 'hash-key'
  /** What it is bound to: {@link Vault.open} wants the same. */
  context: string
  /** Which one of its kind. */
  id: string
  sealed: string
}

/** All that lies sealed, for the rotation of master keys. */
export interface SealedThings {
  /** Those that do not begin with `prefix`; the hash key last, so that an unfinished rotation can go on. */
  listOthers(prefix: string): Promise<SealedThing[]>
  /** Puts `sealed` in its place, unless somebody wrote there meanwhile; then `false`. */
  replace(thing: SealedThing, sealed: string): Promise<boolean>
}

/** Seals anew under the newest master key. */
export interface Resealer {
  /** How every text begins that the newest key sealed. */
  readonly prefix: string
  /** @throws UnsealError when no key of the ring opens it */
  reseal(sealed: string, context: string): string
}
