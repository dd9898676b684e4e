import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccessApp, openAccessApp } from '../../support/access-app.ts'
import { openTestStores, type TestStores } from '../../support/database.ts'
import { problemOf } from '../../support/http-app.ts'
import { aPng } from '../../support/made-pictures.ts'
import { anAnswer } from '../../support/suites/stores/made-up.ts'

let stores: TestStores
let site: AccessApp
beforeAll(async () => {
  stores = await openTestStores()
  site = openAccessApp(stores)
})
afterAll(() => stores.close())

/** Every table that holds a text, in any column of any row. */
async function tablesWith(text: string): Promise<string[]> {
  const db = stores.db.kysely as unknown as Kysely<Record<string, object>>
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db)
  const found: string[] = []
  for (const { name } of tables.rows) {
    const rows = await sql`select 1 from ${sql.table(name)} as t where t::text like ${`%${text}%`} limit 1`.execute(db)
    if (rows.rows.length > 0) found.push(name)
  }
  return found
}

/** An app with everything that an app can have. */
async function lived() {
  const { appid, admin } = await site.bound()
  const [viewer, waiting] = [await site.person('林'), await site.person('周')]
  await site.grant(appid, admin, viewer)
  await site.invite(appid, admin)
  const code = await site.invite(appid, admin, { requireApproval: true })
  await site.ask(waiting, 'POST', `/invitations/${code}/accept`)
  await stores.stores.tokens.write(appid, { token: `token of ${appid}`, expiresAt: site.clock.now() + 7_200_000 })
  await stores.stores.archive.keep(anAnswer(appid))
  await stores.stores.remarks.write(appid, 'pages/a', '首页')
  await site.call(admin, 'PUT', `/apps/${appid}/avatar`, aPng())
  return { appid, admin, viewer, waiting }
}

describe('unbinding', () => {
  it('leaves of an app nothing but the audit, the notices to its people, void cards and a version number', async () => {
    const { appid, admin, viewer, waiting } = await lived()
    const before = await tablesWith(appid)
    for (const table of ['access_requests', 'apps', 'archive', 'avatars', 'grants', 'page_remarks', 'tokens']) {
      expect(before).toContain(table)
    }
    await site.ask(admin, 'DELETE', `/apps/${appid}`)
    expect(await tablesWith(appid)).toEqual(['archive_versions', 'audit', 'invitations', 'notices'])
    const { kysely } = stores.db
    const cards = await kysely.selectFrom('invitations').select('void').where('appid', '=', appid).execute()
    expect(cards.every(card => card.void)).toBe(true)
    expect(await stores.stores.secrets.read(appid)).toBeNull()
    for (const who of [admin, viewer, waiting]) expect(await site.sees(who, appid)).toBe(404)
    const { notices } = await site.ask<{ notices: { kind: string; appid: string | null }[] }>(
      viewer,
      'GET',
      '/me/notices',
    )
    expect(notices[0]).toMatchObject({ kind: 'unbound', appid: null })
  })

  it('keeps the archive where that is asked for, and nothing else', async () => {
    const { appid, admin } = await lived()
    await site.ask(admin, 'DELETE', `/apps/${appid}?keepArchive=true`)
    expect(await tablesWith(appid)).toEqual([
      'archive',
      'archive_versions',
      'audit',
      'invitations',
      'notices',
      'page_remarks',
    ])
  })
})

describe('erasing oneself', () => {
  it('leaves nothing but bare ids: of the audit, and of grants that one gave', async () => {
    const { appid, admin, viewer } = await lived()
    const second = await site.person('副管')
    await site.ask(admin, 'POST', `/apps/${appid}/admins`, { userId: second.id })
    const friend = await site.person('友')
    await site.grant(appid, second, friend)
    await site.invite(appid, second)
    await stores.stores.people.keepOpenid(second.id, 'an openid')
    await stores.stores.consents.add(second.id, ['a-template'])
    await site.call(second, 'PUT', '/me/avatar', aPng())
    expect((await site.call(second, 'DELETE', '/me')).status).toBe(204)
    expect(await tablesWith(second.id)).toEqual(['audit', 'grants'])
    expect((await site.call(second, 'GET', '/me')).status).toBe(401)
    expect(await site.sees(friend, appid)).toBe(200)
    expect(await site.sees(viewer, appid)).toBe(200)
    const { grants } = await site.ask<{ grants: { userId: string; grantedBy: object }[] }>(
      admin,
      'GET',
      `/apps/${appid}/grants`,
    )
    expect(grants.find(grant => grant.userId === friend.id)?.grantedBy).toEqual({ id: second.id, nickname: null })
  })

  it('is refused to the last admin of an app, who loses nothing by asking', async () => {
    const { appid, admin } = await site.bound('花店')
    const problem = await problemOf(await site.call(admin, 'DELETE', '/me'))
    expect([problem.status, problem.detail]).toEqual([
      409,
      '你是「花店」的最后一位管理员。请先添加另一位管理员，或解绑。',
    ])
    expect(await site.sees(admin, appid)).toBe(200)
  })

  it('names every app that would be left alone, and none that has another admin', async () => {
    const { admin } = await site.bound('花店')
    const [books, tea] = [await site.bound('书店'), await site.bound("Ann's $& tea")]
    for (const { appid, admin: first } of [books, tea])
      await site.ask(first, 'POST', `/apps/${appid}/admins`, { userId: admin.id })
    await site.ask(tea.admin, 'DELETE', `/apps/${tea.appid}/admins/${tea.admin.id}`)
    const refused = (language: string) =>
      site.call(admin, 'DELETE', '/me', undefined, { headers: { 'accept-language': language } })
    const problem = await problemOf(await refused('en'))
    expect(problem.detail).toMatch(/^You are the last admin of “(花店”, “Ann's \$& tea|Ann's \$& tea”, “花店)”\./)
    expect((await problemOf(await refused('zh-CN'))).detail).not.toContain('书店')
  })

  it('is for all of one’s phones at once', async () => {
    const person = await site.person('林')
    const other = { id: person.id, token: await site.signIn(person.id) }
    expect((await site.call(other, 'GET', '/me')).status).toBe(200)
    await site.ask(person, 'DELETE', '/me')
    expect((await site.call(other, 'GET', '/me')).status).toBe(401)
  })
})

describe('a new secret', () => {
  it('takes the place of the old one, is in no answer, and in the audit without being told', async () => {
    const { appid, admin } = await site.bound()
    const kept = async () =>
      (await stores.db.kysely.selectFrom('apps').select('sealed_secret').where('appid', '=', appid).execute())[0]
    const before = await kept()
    const answer = await site.call(admin, 'PATCH', `/apps/${appid}`, { secret: 'right-secret' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain('right-secret')
    expect(await kept()).not.toEqual(before)
    expect(await tablesWith('right-secret')).toEqual([])
    const { entries } = await site.ask<{ entries: { action: string; detail: object }[] }>(
      admin,
      'GET',
      `/apps/${appid}/audit`,
    )
    expect(entries[0]).toMatchObject({ action: 'secret', detail: {} })
  })
})

describe('notices', () => {
  it('are read up to one, or up to an instant, and counted until then', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    for (const scopes of [['overview'], ['visit']]) {
      await site.grant(appid, admin, viewer, { scopes })
      await site.ask(admin, 'DELETE', `/apps/${appid}/grants/${viewer.id}`)
    }
    type Page = { notices: { id: string; at: string; readAt: string | null }[]; unread: number; next: string | null }
    const read = (query = '') => site.ask<Page>(viewer, 'GET', `/me/notices${query}`)
    const first = await read('?limit=2')
    expect([first.unread, first.notices.length]).toEqual([4, 2])
    const second = await read(`?limit=2&cursor=${first.next}`)
    expect([second.notices.length, second.next]).toEqual([2, null])
    await site.ask(viewer, 'POST', '/me/notices/read', { upTo: second.notices[0]?.id })
    expect((await read()).unread).toBe(2)
    await site.ask(viewer, 'POST', '/me/notices/read', { upTo: first.notices[0]?.at })
    expect((await read()).unread).toBe(0)
    expect((await site.call(viewer, 'POST', '/me/notices/read', { upTo: 'everything' })).status).toBe(422)
  })
})
