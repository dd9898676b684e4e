import type { StoredToken, TokenStore } from '../../../server/ports/tokens.ts'

/** Tokens and leases in memory, to be shared by several clients as a database would be. */
export function memoryTokens(): TokenStore & { leases: Map<string, { holder: string; until: number }> } {
  const tokens = new Map<string, StoredToken>()
  const leases = new Map<string, { holder: string; until: number }>()
  return {
    leases,
    read: async appid => tokens.get(appid) ?? null,
    write: async (appid, token) => void tokens.set(appid, token),
    async drop(appid, token) {
      if (tokens.get(appid)?.token === token) tokens.delete(appid)
    },
    async claim(appid, holder, now, until) {
      const lease = leases.get(appid)
      if (lease && lease.until > now && lease.holder !== holder) return false
      leases.set(appid, { holder, until })
      return true
    },
    async release(appid, holder) {
      if (leases.get(appid)?.holder === holder) leases.delete(appid)
    },
  }
}
