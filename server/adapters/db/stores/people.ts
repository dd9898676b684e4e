import { type Kysely, type Selectable, sql } from 'kysely'
import type { People, Person } from '../../../ports/people.ts'
import type { Tables } from '../tables.ts'
import { orConflict } from './conflicts.ts'

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

/** People by id, keyed hash or handle. */
export function createPeople(db: Kysely<Tables>): People {
  const people = db.selectFrom('people').select(personColumns)
  const orNull = (row: PersonRow | undefined) => (row ? toPerson(row) : null)

  return {
    find: async id => orNull(await people.where('id', '=', id).executeTakeFirst()),

    findByOpenid: async openidHash => orNull(await people.where('openid_hash', '=', openidHash).executeTakeFirst()),

    findByHandle: async handle =>
      orNull(await people.where(sql`lower(handle)`, '=', sql`lower(${handle})`).executeTakeFirst()),

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
      }
      await orConflict(db.insertInto('people').values(row).execute())
    },

    async update(id, changes) {
      const { avatarUrl, ...same } = changes
      const set = { ...same, ...(avatarUrl === undefined ? {} : { avatar_url: avatarUrl }), id }
      const update = db.updateTable('people').set(set).where('id', '=', id).returning(personColumns)
      return toPerson(await orConflict(update.executeTakeFirstOrThrow()))
    },
  }
}
