import type { Kysely } from 'kysely'
import type { Leases } from '../../../ports/leases.ts'
import type { TokenStore } from '../../../ports/tokens.ts'
import type { Vault } from '../../../ports/vault.ts'
import { UnsealError } from '../../vault/envelope.ts'
import type { Tables } from '../tables.ts'

/** What an access token is bound to when sealed. */
export const tokenContext = (appid: string) => `access-token:${appid}`

const leaseName = (appid: string) => `access-token:${appid}`

/** Access tokens at rest, sealed; who refreshes is a lease. */
export function createTokens(db: Kysely<Tables>, vault: Vault, leases: Leases): TokenStore {
  const find = (appid: string) => db.selectFrom('tokens').selectAll().where('appid', '=', appid).executeTakeFirst()

  /** A token that no key opens any more is none: WeChat gives another. */
  const opened = (appid: string, sealed: string): string | null => {
    try {
      return vault.open(sealed, tokenContext(appid))
    } catch (error) {
      if (error instanceof UnsealError) return null
      throw error
    }
  }

  return {
    async read(appid) {
      const row = await find(appid)
      const token = row ? opened(appid, row.sealed) : null
      return row && token !== null ? { token, expiresAt: row.expires_at } : null
    },

    async write(appid, token) {
      const values = { sealed: vault.seal(token.token, tokenContext(appid)), expires_at: token.expiresAt }
      await db
        .insertInto('tokens')
        .values({ appid, ...values })
        .onConflict(conflict => conflict.column('appid').doUpdateSet(values))
        .execute()
    },

    async drop(appid, token) {
      const row = await find(appid)
      if (!row || opened(appid, row.sealed) !== token) return
      // by its sealed text: a newer one written meanwhile stays
      await db.deleteFrom('tokens').where('appid', '=', appid).where('sealed', '=', row.sealed).execute()
    },

    claim: (appid, holder, now, until) => leases.claim(leaseName(appid), holder, now, until),

    release: (appid, holder) => leases.release(leaseName(appid), holder),
  }
}
