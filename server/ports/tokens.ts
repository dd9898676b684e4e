/** Access tokens at rest, sealed; and the lease by which all instances agree who refreshes. Times are epoch ms. */
export interface TokenStore {
  read(appid: string): Promise<StoredToken | null>
  write(appid: string, token: StoredToken): Promise<void>
  /** Forgets this very token; a newer one stays. */
  drop(appid: string, token: string): Promise<void>
  /** True for the one holder that may refresh until `until`; an expired lease is free. */
  claim(appid: string, holder: string, now: number, until: number): Promise<boolean>
  release(appid: string, holder: string): Promise<void>
}

export interface StoredToken {
  token: string
  expiresAt: number
}
