import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContactList } from '../../../src/contract/access.ts'
import { type AccessApp, openAccessApp } from '../../support/access-app.ts'
import { openTestStores, type TestStores } from '../../support/database.ts'

let stores: TestStores
let site: AccessApp
beforeAll(async () => {
  stores = await openTestStores()
  site = openAccessApp(stores)
})
afterAll(() => stores.close())

describe('whom to ask for more', () => {
  it('is told to a viewer of one section: every admin by name and face, the first one first, and nothing to find them by', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('看客')
    const second = await site.person('林二管', 'lin_erguan')
    await site.grant(appid, admin, viewer, { scopes: ['realtime'] })
    await site.ask(admin, 'POST', `/apps/${appid}/admins`, { userId: second.id })
    expect(await site.ask<ContactList>(viewer, 'GET', `/apps/${appid}/contacts`)).toEqual({
      contacts: [
        { nickname: '陈管理', avatarUrl: null },
        { nickname: '林二管', avatarUrl: null },
      ],
    })
  })

  it('is nothing that a stranger, or one whose right has ended, hears of', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('看客')
    await site.grant(appid, admin, viewer)
    await site.ask(admin, 'DELETE', `/apps/${appid}/grants/${viewer.id}`)
    for (const who of [viewer, await site.person('路人')])
      expect((await site.call(who, 'GET', `/apps/${appid}/contacts`)).status).toBe(404)
  })
})
