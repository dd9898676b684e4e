import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Grant } from '../../../src/contract/access.ts'
import type { NoticePage } from '../../../src/contract/notices.ts'
import { defaultScopes } from '../../../src/contract/scopes.ts'
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

const notices = async (who: Somebody) => (await site.ask<NoticePage>(who, 'GET', '/me/notices')).notices
const inAnHour = () => new Date(site.clock.now() + 3_600_000).toISOString()

describe('a grant', () => {
  it('lets a person in, from the next request on', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    expect(await site.sees(viewer, appid)).toBe(404)
    await site.grant(appid, admin, viewer)
    expect(await site.sees(viewer, appid)).toBe(200)
  })

  it('opens all but export and audience, without end, when nothing is said', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    expect(await site.grant(appid, admin, viewer)).toEqual({
      userId: viewer.id,
      nickname: '林',
      avatarUrl: null,
      handle: null,
      scopes: defaultScopes,
      expiresAt: null,
      grantedBy: { id: admin.id, nickname: '陈管理' },
      grantedAt: new Date(site.clock.now()).toISOString(),
      lastViewedAt: null,
    })
  })

  it.each<[string, object, string]>([
    ['no section', { scopes: [] }, '/scopes length'],
    ['a section that there is not', { scopes: ['everything'] }, '/scopes/0 enum'],
    ['a section twice', { scopes: ['visit', 'visit'] }, '/scopes duplicate'],
    ['an end that has passed', { expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt past'],
    ['an end that is none', { expiresAt: 'tomorrow' }, '/expiresAt format'],
    ['a day without a time', { expiresAt: '2027-01-01' }, '/expiresAt format'],
    ['what it does not know', { role: 'admin' }, '/role unknown'],
  ])('is refused with %s', async (_what, terms, fault) => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    const body = { userId: viewer.id, ...terms }
    const problem = await problemOf(await site.call(admin, 'POST', `/apps/${appid}/grants`, body))
    expect([problem.status, problem.faults]).toEqual([422, [fault]])
    expect(await site.sees(viewer, appid)).toBe(404)
  })

  it('is refused for a person who is none', async () => {
    const { appid, admin } = await site.bound()
    const problem = await problemOf(await site.call(admin, 'POST', `/apps/${appid}/grants`, { userId: 'nobody' }))
    expect([problem.status, problem.faults]).toEqual([422, ['/userId unknown_user']])
  })

  it('is refused for one who has one, and for an admin', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    await site.grant(appid, admin, viewer)
    for (const { id } of [viewer, admin]) {
      expect((await site.call(admin, 'POST', `/apps/${appid}/grants`, { userId: id })).status).toBe(409)
    }
  })

  it('names each section once, in the order of the contract', async () => {
    const { appid, admin } = await site.bound()
    const granted = await site.grant(appid, admin, await site.person('林'), { scopes: ['pages', 'overview'] })
    expect(granted).toMatchObject({ scopes: ['overview', 'pages'] })
  })

  it('changes what it names and keeps the rest', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    const expiresAt = inAnHour()
    await site.grant(appid, admin, viewer, { scopes: ['overview'], expiresAt })
    const path = `/apps/${appid}/grants/${viewer.id}`
    expect(await site.ask(admin, 'PATCH', path, { scopes: ['visit'] })).toMatchObject({ scopes: ['visit'], expiresAt })
    expect(await site.ask(admin, 'PATCH', path, { expiresAt: null })).toMatchObject({
      scopes: ['visit'],
      expiresAt: null,
    })
    expect((await site.call(viewer, 'GET', `/apps/${appid}/reports/overview`)).status).toBe(403)
  })

  it('is gone from the next request on when it is revoked, and twice is once', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    await site.grant(appid, admin, viewer)
    expect(await site.sees(viewer, appid)).toBe(200)
    const path = `/apps/${appid}/grants/${viewer.id}`
    expect((await site.call(admin, 'DELETE', path)).status).toBe(204)
    expect(await site.sees(viewer, appid)).toBe(404)
    expect((await site.call(admin, 'DELETE', path)).status).toBe(404)
  })

  it('that has run out is none: not listed, not counted, not changed, not revoked, and may be given anew', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    await site.grant(appid, admin, viewer, { expiresAt: inAnHour() })
    site.clock.advance(3_600_000)
    expect(await site.sees(viewer, appid)).toBe(404)
    expect((await site.grantsOf(appid, admin)).grants).toEqual([])
    const path = `/apps/${appid}/grants/${viewer.id}`
    expect((await site.call(admin, 'PATCH', path, { expiresAt: null })).status).toBe(404)
    expect((await site.call(admin, 'DELETE', path)).status).toBe(404)
    await site.grant(appid, admin, viewer)
    expect(await site.sees(viewer, appid)).toBe(200)
    expect(await site.actions(appid, admin)).toEqual(['view', 'grant', 'expire', 'grant', 'bind'])
  })

  it('that was left is gone, an admin stays', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    await site.grant(appid, admin, viewer)
    expect((await site.call(viewer, 'DELETE', `/me/grants/${appid}`)).status).toBe(204)
    expect(await site.sees(viewer, appid)).toBe(404)
    expect((await site.call(viewer, 'DELETE', `/me/grants/${appid}`)).status).toBe(404)
    expect((await site.call(admin, 'DELETE', `/me/grants/${appid}`)).status).toBe(409)
    expect((await notices(admin)).map(notice => notice.kind)).toEqual(['left'])
  })
})

describe('sixty viewers', () => {
  it('are the most, also when many more come at once; one who goes makes room for one', async () => {
    const { appid, admin } = await site.bound()
    const people = await Promise.all(Array.from({ length: 75 }, (_, n) => site.person(`人${n}`)))
    const answers = await Promise.all(
      people.map(({ id }) => site.call(admin, 'POST', `/apps/${appid}/grants`, { userId: id })),
    )
    expect(answers.filter(answer => answer.status === 201)).toHaveLength(60)
    const refused = answers.findIndex(answer => answer.status !== 201)
    expect(await problemOf(answers[refused] as Response)).toMatchObject({ code: 'conflict', detail: /取消其中一位/ })
    const { grants, limit } = await site.grantsOf(appid, admin)
    expect([limit, grants.length]).toEqual([60, 60])
    await site.call(admin, 'DELETE', `/apps/${appid}/grants/${grants[0]?.userId}`)
    const late = people[refused] as Somebody
    expect(await site.grant(appid, admin, late)).toMatchObject({ userId: late.id })
    expect((await site.grantsOf(appid, admin)).grants).toHaveLength(60)
  })

  it('do not count admins and what has run out', async () => {
    const { appid, admin } = await site.bound()
    for (let n = 0; n < 60; n++) {
      await site.grant(appid, admin, await site.person(`人${n}`), n < 3 ? { expiresAt: inAnHour() } : {})
    }
    const second = await site.person('副')
    await site.ask(admin, 'POST', `/apps/${appid}/admins`, { userId: second.id })
    const late = await site.person('迟')
    expect((await site.call(admin, 'POST', `/apps/${appid}/grants`, { userId: late.id })).status).toBe(409)
    site.clock.advance(3_600_000)
    expect(await site.grant(appid, admin, late)).toMatchObject({ userId: late.id })
  })
})

describe('admins', () => {
  it('take in another one, who may do what they may', async () => {
    const { appid, admin } = await site.bound()
    const second = await site.person('副')
    expect((await site.call(second, 'GET', `/apps/${appid}/grants`)).status).toBe(404)
    await site.ask(admin, 'POST', `/apps/${appid}/admins`, { userId: second.id })
    expect((await site.grantsOf(appid, second)).grants).toEqual([])
    const { admins } = await site.ask<{ admins: { userId: string }[] }>(second, 'GET', `/apps/${appid}/admins`)
    expect(admins.map(each => each.userId)).toEqual([admin.id, second.id])
    expect((await site.call(admin, 'POST', `/apps/${appid}/admins`, { userId: second.id })).status).toBe(409)
  })

  it('make an admin of a viewer, who then is no viewer any more', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    await site.grant(appid, admin, viewer, { scopes: ['overview'], expiresAt: inAnHour() })
    await site.ask(admin, 'POST', `/apps/${appid}/admins`, { userId: viewer.id })
    expect((await site.grantsOf(appid, admin)).grants).toEqual([])
    site.clock.advance(3_600_000)
    expect((await site.call(viewer, 'GET', `/apps/${appid}/grants`)).status).toBe(200)
  })

  it('stay one at least, also when two remove each other at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { appid, admin } = await site.bound()
      const second = await site.person('副')
      await site.ask(admin, 'POST', `/apps/${appid}/admins`, { userId: second.id })
      const answers = await Promise.all([
        site.call(admin, 'DELETE', `/apps/${appid}/admins/${second.id}`),
        site.call(second, 'DELETE', `/apps/${appid}/admins/${admin.id}`),
      ])
      expect(answers.map(answer => answer.status).sort()).not.toEqual([204, 204])
      expect(await stores.stores.admins.of(appid)).toHaveLength(1)
    }
  })

  it('cannot go as the last one', async () => {
    const { appid, admin } = await site.bound()
    const problem = await problemOf(await site.call(admin, 'DELETE', `/apps/${appid}/admins/${admin.id}`))
    expect([problem.status, problem.detail]).toEqual([409, '这是最后一位管理员，不能移除。请先添加另一位管理员。'])
  })

  it('are out when they are removed, and so are the cards that they gave out', async () => {
    const { appid, admin } = await site.bound()
    const second = await site.person('副')
    await site.ask(admin, 'POST', `/apps/${appid}/admins`, { userId: second.id })
    const code = await site.invite(appid, second)
    await site.ask(admin, 'DELETE', `/apps/${appid}/admins/${second.id}`)
    expect(await site.sees(second, appid)).toBe(404)
    expect((await site.call(second, 'POST', `/invitations/${code}/accept`)).status).toBe(410)
    expect((await site.call(admin, 'DELETE', `/apps/${appid}/admins/${second.id}`)).status).toBe(404)
  })
})

describe('the grants', () => {
  it('are listed newest first', async () => {
    const { appid, admin } = await site.bound()
    const [one, two] = [await site.person('一'), await site.person('二')]
    await site.grant(appid, admin, one)
    site.clock.advance(1_000)
    await site.grant(appid, admin, two)
    expect((await site.grantsOf(appid, admin)).grants.map((grant: Grant) => grant.nickname)).toEqual(['二', '一'])
  })
})
