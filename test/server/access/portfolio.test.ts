import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GrantList } from '../../../src/contract/access.ts'
import type { Portfolio } from '../../../src/contract/portfolio.ts'
import { type AccessApp, openAccessApp } from '../../support/access-app.ts'
import { openTestStores, type TestStores } from '../../support/database.ts'

let stores: TestStores
let site: AccessApp
beforeAll(async () => {
  stores = await openTestStores()
  site = openAccessApp(stores)
})
afterAll(() => stores.close())

describe('the portfolio', () => {
  it('holds the apps whose overview one may read, and no others', async () => {
    const [own, open, shut, foreign] = [await site.bound(), await site.bound(), await site.bound(), await site.bound()]
    await site.grant(open.appid, open.admin, own.admin, { scopes: ['overview'] })
    await site.grant(shut.appid, shut.admin, own.admin, { scopes: ['visit'] })
    const { apps } = await site.ask<Portfolio>(own.admin, 'GET', '/portfolio')
    expect(apps.map(app => [app.appid, app.role]).sort()).toEqual([
      [own.appid, 'admin'],
      [open.appid, 'viewer'],
    ])
    expect(JSON.stringify(apps)).not.toContain(foreign.appid)
    expect(apps[0]).toMatchObject({ date: '2026-07-14', metrics: [{ id: 'session_cnt' }, { id: 'visit_pv' }, {}] })
  })

  it('is a look at each of them', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    await site.grant(appid, admin, viewer)
    await site.ask(viewer, 'GET', '/portfolio')
    const { grants } = await site.ask<GrantList>(admin, 'GET', `/apps/${appid}/grants`)
    expect(grants[0]?.lastViewedAt).toBe(new Date(site.clock.now()).toISOString())
  })

  it('is empty for who sees nothing, and takes no metric that it does not show', async () => {
    const stranger = await site.person('路人')
    expect(await site.ask(stranger, 'GET', '/portfolio')).toEqual({ apps: [] })
    expect((await site.call(stranger, 'GET', '/portfolio?metric=visit_depth')).status).toBe(422)
  })
})
