import type { IdentityHashes } from '../../domain/collect/visitor.ts'
import type { HashPurpose, Vault } from '../../ports/vault.ts'

/** People who send at one time, about. Originals stay in memory no longer than their place here. */
const MOST = 20_000

/** Hashes of WeChat's identities under the vault's key, the last ones remembered: a phone sends again and again. */
export function createIdentityHashes(vault: Pick<Vault, 'hash'>, most = MOST): IdentityHashes {
  const remembering = (purpose: HashPurpose) => {
    const known = new Map<string, string>()
    return (plain: string): string => {
      const found = known.get(plain)
      if (found !== undefined) return found
      const hash = vault.hash(plain, purpose)
      if (known.size >= most) known.clear()
      known.set(plain, hash)
      return hash
    }
  }
  return { openid: remembering('event-openid'), unionid: remembering('event-unionid') }
}
