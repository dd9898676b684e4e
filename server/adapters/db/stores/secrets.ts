import type { Kysely } from 'kysely'
import type { AppSecrets } from '../../../ports/apps.ts'
import type { Vault } from '../../../ports/vault.ts'
import type { Tables } from '../tables.ts'

/** What an AppSecret is bound to when sealed. */
export const secretContext = (appid: string) => `app-secret:${appid}`

/** AppSecrets at rest, sealed. */
export function createAppSecrets(db: Kysely<Tables>, vault: Vault): AppSecrets {
  return {
    async read(appid) {
      const row = await db.selectFrom('apps').select('sealed_secret').where('appid', '=', appid).executeTakeFirst()
      return row ? vault.open(row.sealed_secret, secretContext(appid)) : null
    },
  }
}
