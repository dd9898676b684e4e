import { type Kysely, type Selectable, sql } from 'kysely'
import type { Openids, People, Person } from '../../../ports/people.ts'
import type { Vault } from '../../../ports/vault.ts'
import type { Tables } from '../tables.ts'
import { forgetAvatar } from './avatars.ts'
import { orConflict } from './conflicts.ts'
import { erasePerson } from './erase-person.ts'

export const personColumns = [
  'people.id',
  'people.nickname',
  'people.avatar_url',
  'people.handle',
  'people.locale',
  'people.pin',
] as const

type PersonRow = Pick<Selectable<Tables['people']>, 'id' | 'nickname' | 'avatar_url' | 'handle' | 'locale' | 'pin'>

export const toPerson = (row: PersonRow): Person => ({
  id: row.id,
  nickname: row.nickname,
  avatarUrl: row.avatar_url,
  handle: row.handle,
  locale: row.locale,
  pin: row.pin,
})

/** What an openid is bound to when sealed. */
export const openidContext = (personId: string) => `openid:${personId}`

/** Openids at rest, sealed. */
export function createOpenids(db: Kysely<Tables>, vault: Vault): Openids {
  return {
    async of(personId) {
      const row = await db.selectFrom('people').select('sealed_openid').where('id', '=', personId).executeTakeFirst()
      return row?.sealed_openid ? vault.open(row.sealed_openid, openidContext(personId)) : null
    },
  }
}

/** People by id, keyed hash or handle. */
export function createPeople(db: Kysely<Tables>, vault: Vault): People {
  const people = db.selectFrom('people').select(personColumns)
  const orNull = (row: PersonRow | undefined) => (row ? toPerson(row) : null)

  return {
    find: async id => orNull(await people.where('id', '=', id).executeTakeFirst()),

    findByOpenid: async openidHash => orNull(await people.where('openid_hash', '=', openidHash).executeTakeFirst()),

    findByHandle: async handle =>
      orNull(await people.where(sql`lower(handle)`, '=', sql`lower(${handle})`).executeTakeFirst()),

    async declared(handle) {
      const row = await people
        .select('people.handle_since')
        .where(sql`lower(handle)`, '=', sql`lower(${handle})`)
        .executeTakeFirst()
      return row ? { person: toPerson(row), since: row.handle_since ?? 0 } : null
    },

    async register(person, identity, now) {
      const row = {
        id: person.id,
        nickname: person.nickname,
        avatar_url: person.avatarUrl,
        handle: person.handle,
        locale: person.locale,
        pin: person.pin,
        openid_hash: identity.openidHash,
        unionid_hash: identity.unionidHash,
        created_at: now,
        sealed_openid: null,
        handle_since: person.handle === null ? null : now,
      }
      await orConflict(db.insertInto('people').values(row).execute())
    },

    async update(id, changes, now) {
      const { avatarUrl, ...same } = changes
      const avatar = avatarUrl === undefined ? {} : { avatar_url: avatarUrl }
      const since = changes.handle === undefined ? {} : { handle_since: sinceWhen(changes.handle, now) }
      const update = db
        .updateTable('people')
        .set({ ...same, ...avatar, ...since, id })
        .where('id', '=', id)
        .returning(personColumns)
      const changed = toPerson(await orConflict(update.executeTakeFirstOrThrow()))
      if (avatarUrl === null) await forgetAvatar(db, { personId: id })
      return changed
    },

    async keepOpenid(id, openid) {
      await db
        .updateTable('people')
        .set({ sealed_openid: vault.seal(openid, openidContext(id)) })
        .where('id', '=', id)
        .where('sealed_openid', 'is', null)
        .execute()
    },

    erase: (id, now) => erasePerson(db, id, now),
  }
}

/** The same handle in other letters is not a new one. */
const sinceWhen = (handle: string | null, now: number) =>
  handle === null
    ? null
    : sql<number | null>`case when lower(handle) = lower(${handle}) then handle_since else ${now}::bigint end`
