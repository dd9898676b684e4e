import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GrantList } from '../../../src/contract/access.ts'
import type { AuditPage } from '../../../src/contract/audit.ts'
import type { AccessRequestList } from '../../../src/contract/invitations.ts'
import type { NoticePage } from '../../../src/contract/notices.ts'
import { type AccessApp, openAccessApp, type Somebody } from '../../support/access-app.ts'
import { openTestStores, type TestStores } from '../../support/database.ts'
import { problemOf } from '../../support/http-app.ts'

let stores: TestStores
let site: AccessApp
beforeAll(async () => {
  stores = await openTestStores()
  site = openAccessApp(stores)
})
afterAll(() => stores.close())

const HOUR = 3_600_000
const accept = (who: Somebody, code: string) => site.call(who, 'POST', `/invitations/${code}/accept`)
const look = (who: Somebody, code: string) => site.call(who, 'GET', `/invitations/${code}`)
const kindsOf = async (who: Somebody) =>
  (await site.ask<NoticePage>(who, 'GET', '/me/notices')).notices.map(notice => notice.kind)
const requestsOf = async (appid: string, admin: Somebody) =>
  (await site.ask<AccessRequestList>(admin, 'GET', `/apps/${appid}/requests`)).requests

describe('a card', () => {
  it('is 128 bits in 22 characters, with the page that takes it, for 24 hours', async () => {
    const { appid, admin } = await site.bound()
    const card = await site.ask<{ code: string; path: string; expiresAt: string }>(
      admin,
      'POST',
      `/apps/${appid}/invitations`,
      {},
    )
    expect(card.code).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(card.path).toBe(`pages/invitation/index?code=${card.code}`)
    expect(Date.parse(card.expiresAt) - site.clock.now()).toBe(24 * HOUR)
  })

  it('is nowhere in the database, only its hash', async () => {
    const { appid, admin } = await site.bound()
    const code = await site.invite(appid, admin)
    const rows = await stores.db.kysely.selectFrom('invitations').selectAll().where('appid', '=', appid).execute()
    const audit = await stores.db.kysely.selectFrom('audit').selectAll().where('appid', '=', appid).execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify([rows, audit])).not.toContain(code)
  })

  it('never comes twice', async () => {
    const { appid, admin } = await site.bound()
    const codes = await Promise.all(Array.from({ length: 50 }, () => site.invite(appid, admin)))
    expect(new Set(codes).size).toBe(50)
  })

  it('shows who invites to what before one agrees', async () => {
    const { appid, admin } = await site.bound('青禾生鲜')
    const grantExpiresAt = new Date(site.clock.now() + 48 * HOUR).toISOString()
    const wish = { scopes: ['visit', 'overview'], grantExpiresAt, requireApproval: true }
    const code = await site.invite(appid, admin, wish)
    expect(await (await look(await site.person('林'), code)).json()).toEqual({
      appName: '青禾生鲜',
      avatarUrl: null,
      inviter: { id: admin.id, nickname: '陈管理', avatarUrl: null },
      scopes: ['overview', 'visit'],
      requireApproval: true,
      grantExpiresAt,
      expiresAt: new Date(site.clock.now() + 24 * HOUR).toISOString(),
    })
  })

  it.each<[string, object, string]>([
    ['no section', { scopes: [] }, '/scopes length'],
    ['an end that has passed', { grantExpiresAt: '2020-01-01T00:00:00Z' }, '/grantExpiresAt past'],
    ['an approval that is no yes or no', { requireApproval: 'yes' }, '/requireApproval type'],
  ])('is not made with %s', async (_what, wish, fault) => {
    const { appid, admin } = await site.bound()
    const problem = await problemOf(await site.call(admin, 'POST', `/apps/${appid}/invitations`, wish))
    expect([problem.status, problem.faults]).toEqual([422, [fault]])
  })

  it('lets in whoever takes it, at once, once', async () => {
    const { appid, admin } = await site.bound()
    const code = await site.invite(appid, admin, { scopes: ['overview'] })
    const [first, second] = [await site.person('林'), await site.person('王')]
    expect(await (await accept(first, code)).json()).toEqual({ status: 'granted', appid })
    expect(await site.sees(first, appid)).toBe(200)
    const late = await problemOf(await accept(second, code))
    expect([late.status, late.detail]).toEqual([410, '这张邀请卡片已经用过。请让邀请人再发一张。'])
    expect((await look(second, code)).status).toBe(410)
    expect(await site.sees(second, appid)).toBe(404)
    const { grants } = await site.ask<GrantList>(admin, 'GET', `/apps/${appid}/grants`)
    expect(grants).toMatchObject([{ userId: first.id, scopes: ['overview'], grantedBy: { id: admin.id } }])
    expect(await kindsOf(first)).toEqual(['granted'])
    expect(await kindsOf(admin)).toEqual(['accepted'])
  })

  it('lets in one of fifty who take it at the same time', async () => {
    const { appid, admin } = await site.bound()
    const code = await site.invite(appid, admin)
    const people = await Promise.all(Array.from({ length: 50 }, (_, n) => site.person(`人${n}`)))
    const answers = await Promise.all(people.map(person => accept(person, code)))
    const statuses = answers.map(answer => answer.status)
    expect(statuses.filter(status => status === 200)).toHaveLength(1)
    expect(statuses.filter(status => status === 410)).toHaveLength(49)
    const seeing = await Promise.all(people.map(person => site.sees(person, appid)))
    expect(seeing.filter(status => status === 200)).toHaveLength(1)
    expect(seeing.indexOf(200)).toBe(statuses.indexOf(200))
  })

  it('that there never was is 404, to look at and to take', async () => {
    const stranger = await site.person('路人')
    for (const code of ['A'.repeat(22), 'short', `${'A'.repeat(22)}=`, 'A'.repeat(43)]) {
      expect((await look(stranger, code)).status).toBe(404)
      expect((await accept(stranger, code)).status).toBe(404)
    }
  })

  it('is over after 24 hours, and when the grant that it gives is over', async () => {
    const { appid, admin } = await site.bound()
    const person = await site.person('林')
    const day = await site.invite(appid, admin)
    const hour = await site.invite(appid, admin, { grantExpiresAt: new Date(site.clock.now() + HOUR).toISOString() })
    site.clock.advance(HOUR)
    expect((await accept(person, hour)).status).toBe(410)
    site.clock.advance(23 * HOUR)
    expect((await look(person, day)).status).toBe(410)
    expect((await accept(person, day)).status).toBe(410)
    expect(await site.sees(person, appid)).toBe(404)
  })

  it('of an app that was unbound is void, also when the app is bound again', async () => {
    const { appid, admin } = await site.bound()
    const code = await site.invite(appid, admin)
    const person = await site.person('林')
    await site.ask(admin, 'DELETE', `/apps/${appid}`)
    expect((await look(person, code)).status).toBe(410)
    expect((await accept(person, code)).status).toBe(410)
    const app = { appid, name: '新', avatarUrl: null, kind: 'miniprogram' as const, boundAt: site.clock.now() }
    await stores.stores.apps.bind({ ...app, tokenState: 'ok', tokenDetail: null }, 'right-secret', admin.id)
    expect((await accept(person, code)).status).toBe(410)
  })

  it('is not used up by an admin, a present viewer, or when there is no room', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    await site.grant(appid, admin, viewer)
    const code = await site.invite(appid, admin)
    expect((await accept(admin, code)).status).toBe(409)
    expect((await accept(viewer, code)).status).toBe(409)
    for (let n = 1; n < 60; n++) await site.grant(appid, admin, await site.person(`人${n}`))
    const late = await site.person('迟')
    expect(await problemOf(await accept(late, code))).toMatchObject({ code: 'conflict', detail: /取消其中一位/ })
    await site.ask(admin, 'DELETE', `/apps/${appid}/grants/${viewer.id}`)
    expect((await accept(late, code)).status).toBe(200)
  })

  it('is shown to nobody who is not signed in', async () => {
    const { appid, admin } = await site.bound()
    const code = await site.invite(appid, admin)
    expect((await site.call(null, 'GET', `/invitations/${code}`)).status).toBe(401)
    expect((await site.call(null, 'POST', `/invitations/${code}/accept`)).status).toBe(401)
  })
})

describe('a card that wants approval', () => {
  async function waiting(wish: object = {}) {
    const { appid, admin } = await site.bound()
    const person = await site.person('周')
    const code = await site.invite(appid, admin, { requireApproval: true, ...wish })
    const answer = await (await accept(person, code)).json()
    return { appid, admin, person, code, answer }
  }

  it('lets wait, and the one who waits sees nothing', async () => {
    const { appid, admin, person, answer, code } = await waiting({ scopes: ['overview'] })
    expect(answer).toEqual({ status: 'pending' })
    expect(await site.sees(person, appid)).toBe(404)
    expect((await site.call(person, 'GET', '/apps')).ok && (await site.ask(person, 'GET', '/apps'))).toEqual({
      apps: [],
    })
    expect(await requestsOf(appid, admin)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        user: { id: person.id, nickname: '周', avatarUrl: null, handle: null },
        scopes: ['overview'],
        grantExpiresAt: null,
        at: new Date(site.clock.now()).toISOString(),
      },
    ])
    expect(await kindsOf(person)).toEqual(['pending'])
    expect(await kindsOf(admin)).toEqual(['request'])
    expect((await accept(await site.person('王'), code)).status).toBe(410)
  })

  it('lets in once an admin says yes', async () => {
    const { appid, admin, person } = await waiting({ scopes: ['overview'] })
    const [request] = await requestsOf(appid, admin)
    const path = `/apps/${appid}/requests/${request?.id}`
    expect(await site.ask(admin, 'POST', `${path}/approve`)).toMatchObject({ userId: person.id, scopes: ['overview'] })
    expect(await site.sees(person, appid)).toBe(200)
    expect(await requestsOf(appid, admin)).toEqual([])
    expect((await site.call(admin, 'POST', `${path}/approve`)).status).toBe(404)
    expect((await site.call(admin, 'POST', `${path}/reject`)).status).toBe(404)
    expect((await kindsOf(person))[0]).toBe('approved')
  })

  it('lets nobody in when an admin says no', async () => {
    const { appid, admin, person } = await waiting()
    const [request] = await requestsOf(appid, admin)
    expect((await site.call(admin, 'POST', `/apps/${appid}/requests/${request?.id}/reject`)).status).toBe(204)
    expect(await site.sees(person, appid)).toBe(404)
    expect(await requestsOf(appid, admin)).toEqual([])
    expect((await kindsOf(person))[0]).toBe('rejected')
  })

  it('is decided by one of two admins who answer at once', async () => {
    const { appid, admin, person } = await waiting()
    const [request] = await requestsOf(appid, admin)
    const path = `/apps/${appid}/requests/${request?.id}`
    const answers = await Promise.all(
      ['approve', 'reject'].map(verb => site.call(admin, 'POST', `${path}/${verb}`, undefined)),
    )
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(await site.sees(person, appid)).toBe(answers[0]?.ok ? 200 : 404)
  })

  it('is a matter of this app’s admins alone', async () => {
    const { appid, admin } = await waiting()
    const other = await site.bound()
    const [request] = await requestsOf(appid, admin)
    const path = `/apps/${other.appid}/requests/${request?.id}/approve`
    expect((await site.call(other.admin, 'POST', path)).status).toBe(404)
    expect(await requestsOf(appid, admin)).toHaveLength(1)
  })

  it('leaves a second card of the same kind unused, and yields to one that lets in at once', async () => {
    const { appid, admin, person } = await waiting()
    const second = await site.invite(appid, admin, { requireApproval: true })
    expect(await problemOf(await accept(person, second))).toMatchObject({ code: 'conflict', detail: /等管理员确认/ })
    expect((await look(person, second)).status).toBe(200)
    const direct = await site.invite(appid, admin)
    expect(await (await accept(person, direct)).json()).toMatchObject({ status: 'granted' })
    expect(await requestsOf(appid, admin)).toEqual([])
  })

  it('is not approved when its end has passed, or there is no room; then it waits on', async () => {
    const { appid, admin } = await waiting({ grantExpiresAt: new Date(site.clock.now() + HOUR).toISOString() })
    const [request] = await requestsOf(appid, admin)
    site.clock.advance(HOUR)
    expect((await site.call(admin, 'POST', `/apps/${appid}/requests/${request?.id}/approve`)).status).toBe(409)
    expect(await requestsOf(appid, admin)).toHaveLength(1)
  })

  it('is told in the audit step by step', async () => {
    const { appid, admin, person } = await waiting({ scopes: ['overview'] })
    const [request] = await requestsOf(appid, admin)
    await site.ask(admin, 'POST', `/apps/${appid}/requests/${request?.id}/approve`)
    const { entries } = await site.ask<AuditPage>(admin, 'GET', `/apps/${appid}/audit`)
    expect(entries.map(({ action, actor, target }) => [action, actor.id, target?.id ?? null])).toEqual([
      ['approve', admin.id, person.id],
      ['accept', person.id, admin.id],
      ['invite', admin.id, null],
      ['bind', admin.id, null],
    ])
  })
})
