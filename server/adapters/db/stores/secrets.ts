import type { Kysely } from 'kysely'
import { UpstreamError } from '../../../domain/upstream.ts'
import type { AppSecrets } from '../../../ports/apps.ts'
import type { Vault } from '../../../ports/vault.ts'
import { UnsealError } from '../../vault/envelope.ts'
import type { Tables } from '../tables.ts'

/** What an AppSecret is bound to when sealed. */
export const secretContext = (appid: string) => `app-secret:${appid}`

/** AppSecrets at rest, sealed. */
export function createAppSecrets(db: Kysely<Tables>, vault: Vault): AppSecrets {
  function opened(appid: string, sealed: string): string {
    try {
      return vault.open(sealed, secretContext(appid))
    } catch (cause) {
      if (!(cause instanceof UnsealError)) throw cause
      const words = `no key of MASTER_KEY opens the AppSecret of ${appid}: ${cause.message}`
      throw new UpstreamError('secret_unreadable', words, {}, { cause })
    }
  }

  return {
    async read(appid) {
      const row = await db.selectFrom('apps').select('sealed_secret').where('appid', '=', appid).executeTakeFirst()
      return row ? opened(appid, row.sealed_secret) : null
    },
  }
}
