import type { Kysely, Selectable } from 'kysely'
import { scopes as allScopes } from '../../../../src/contract/scopes.ts'
import { UNREADABLE } from '../../../domain/token-words.ts'
import type { Apps, BoundApp } from '../../../ports/apps.ts'
import type { Vault } from '../../../ports/vault.ts'
import type { Tables } from '../tables.ts'
import { lockApp } from './app-lock.ts'
import { forgetAvatar } from './avatars.ts'
import { orConflict } from './conflicts.ts'
import { record } from './record.ts'
import { relationOf } from './relation.ts'
import { secretContext } from './secrets.ts'
import { unbindApp } from './unbind-app.ts'

const columns = [
  'apps.appid',
  'apps.name',
  'apps.avatar_url',
  'apps.kind',
  'apps.bound_at',
  'apps.token_state',
  'apps.token_detail',
] as const

const toApp = (row: Omit<Selectable<Tables['apps']>, 'sealed_secret'>): BoundApp => ({
  appid: row.appid,
  name: row.name,
  avatarUrl: row.avatar_url,
  kind: row.kind,
  boundAt: row.bound_at,
  tokenState: row.token_state,
  tokenDetail: row.token_detail,
})

/** Bound apps and who may see them. */
export function createApps(db: Kysely<Tables>, vault: Vault): Apps {
  const apps = db.selectFrom('apps').select(columns)
  const change = async (appid: string, set: Partial<Tables['apps']>) => {
    await db.updateTable('apps').set(set).where('appid', '=', appid).execute()
  }
  const seal = (appid: string, secret: string) => vault.seal(secret, secretContext(appid))

  return {
    async find(appid) {
      const row = await apps.where('appid', '=', appid).executeTakeFirst()
      return row ? toApp(row) : null
    },

    all: async () => (await apps.orderBy('bound_at').orderBy('appid').execute()).map(toApp),

    async visibleTo(personId, now) {
      const rows = await db
        .selectFrom('grants')
        .innerJoin('apps', 'apps.appid', 'grants.appid')
        .select(columns)
        .select(['grants.role', 'grants.scopes', 'grants.expires_at as grant_expires_at'])
        .where('grants.person_id', '=', personId)
        .orderBy('grants.granted_at')
        .orderBy('apps.appid')
        .execute()
      return rows.flatMap(row => {
        const relation = relationOf(row, now)
        return relation ? [{ app: toApp(row), relation }] : []
      })
    },

    async bind(app, secret, adminId) {
      const row = {
        appid: app.appid,
        name: app.name,
        avatar_url: app.avatarUrl,
        kind: app.kind,
        bound_at: app.boundAt,
        token_state: app.tokenState,
        token_detail: app.tokenDetail,
        sealed_secret: seal(app.appid, secret),
      }
      const admin = {
        appid: app.appid,
        person_id: adminId,
        role: 'admin' as const,
        scopes: [...allScopes],
        expires_at: null,
        granted_by: adminId,
        granted_at: app.boundAt,
        last_viewed_at: null,
      }
      const binding = db.transaction().execute(async trx => {
        await trx.insertInto('apps').values(row).execute()
        await trx.insertInto('grants').values(admin).execute()
        await record(trx, app.appid, 'bind', { actorId: adminId, at: app.boundAt })
      })
      await orConflict(binding)
    },

    async rename(appid, { name, avatarUrl }) {
      const named = name === undefined ? {} : { name }
      const pictured = avatarUrl === undefined ? {} : { avatar_url: avatarUrl }
      await change(appid, { appid, ...named, ...pictured })
      if (avatarUrl === null) await forgetAvatar(db, { appid })
    },

    async countUnreadable() {
      const row = await db
        .selectFrom('apps')
        .select(count => count.fn.countAll<number>().as('unreadable'))
        .where('token_state', '=', 'refused')
        .where('token_detail', '=', UNREADABLE)
        .executeTakeFirstOrThrow()
      return row.unreadable
    },

    async replaceSecret(appid, secret, deed) {
      await db.transaction().execute(async trx => {
        const app = await lockApp(trx, appid)
        if (!app) return
        await trx
          .updateTable('apps')
          .set({ sealed_secret: seal(appid, secret) })
          .where('appid', '=', appid)
          .execute()
        await record(trx, appid, 'secret', deed)
      })
    },

    noteToken: (appid, state, detail) => change(appid, { token_state: state, token_detail: detail }),

    unbind: (appid, options, deed) => unbindApp(db, appid, options, deed),
  }
}
