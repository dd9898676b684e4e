import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditPage } from '../../../src/contract/audit.ts'
import { type AccessApp, openAccessApp, type Somebody } from '../../support/access-app.ts'
import { openTestStores, type TestStores } from '../../support/database.ts'

let stores: TestStores
let site: AccessApp
beforeAll(async () => {
  stores = await openTestStores()
  site = openAccessApp(stores)
})
afterAll(() => stores.close())

describe('a look', () => {
  const view = (who: Somebody, appid: string) => site.call(who, 'GET', `/apps/${appid}/reports/overview`)

  it('is seen by the admin, exact to a minute', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    await site.grant(appid, admin, viewer)
    const lastViewedAt = async () => (await site.grantsOf(appid, admin)).grants[0]?.lastViewedAt
    const first = site.clock.now()
    await view(viewer, appid)
    expect(await lastViewedAt()).toBe(new Date(first).toISOString())
    site.clock.advance(59_000)
    await view(viewer, appid)
    site.clock.advance(1_000)
    await view(viewer, appid)
    expect(await lastViewedAt()).toBe(new Date(first + 60_000).toISOString())
  })

  it('is one entry a person, app and half an hour', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    await site.grant(appid, admin, viewer)
    for (let minute = 0; minute < 45; minute += 5) {
      await view(viewer, appid)
      site.clock.advance(5 * 60_000)
    }
    expect((await site.actions(appid, admin)).filter(action => action === 'view')).toHaveLength(2)
  })

  it('that was refused is none', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    await site.grant(appid, admin, viewer, { scopes: ['visit'] })
    expect((await view(viewer, appid)).status).toBe(403)
    expect(await site.actions(appid, admin)).not.toContain('view')
  })

  it('that takes data along is noted each time, with what', async () => {
    const { appid, admin } = await site.bound()
    await site.call(admin, 'GET', `/apps/${appid}/reports/overview?format=csv`)
    await site.call(admin, 'GET', `/apps/${appid}/reports/overview?format=csv`)
    const { entries } = await site.ask<AuditPage>(admin, 'GET', `/apps/${appid}/audit`)
    const exports = entries.filter(entry => entry.action === 'export')
    expect(exports.map(entry => entry.detail)).toEqual([{ report: 'overview' }, { report: 'overview' }])
  })
})

describe('the audit', () => {
  it('says who did what to whom, newest first', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    await site.grant(appid, admin, viewer, { scopes: ['overview'] })
    await site.ask(admin, 'PATCH', `/apps/${appid}/grants/${viewer.id}`, { scopes: ['visit'] })
    await site.ask(admin, 'DELETE', `/apps/${appid}/grants/${viewer.id}`)
    const { entries, next } = await site.ask<AuditPage>(admin, 'GET', `/apps/${appid}/audit`)
    const actor = { id: admin.id, nickname: '陈管理' }
    const target = { id: viewer.id, nickname: '林' }
    expect(entries.map(({ id: _id, at: _at, ...entry }) => entry)).toEqual([
      { actor, action: 'revoke', target, detail: { scopes: ['visit'], expiresAt: null } },
      { actor, action: 'change', target, detail: { scopes: ['visit'], expiresAt: null } },
      { actor, action: 'grant', target, detail: { scopes: ['overview'], expiresAt: null } },
      { actor, action: 'bind', target: null, detail: {} },
    ])
    expect(next).toBeNull()
  })

  it('is read page by page without gap or repetition, whatever is written meanwhile', async () => {
    const { appid, admin } = await site.bound()
    const seen: string[] = []
    for (let n = 0; n < 12; n++) {
      const viewer = await site.person(`人${n}`)
      await site.grant(appid, admin, viewer)
    }
    let cursor = ''
    for (;;) {
      const query: string = cursor === '' ? '?limit=5' : `?limit=5&cursor=${cursor}`
      const { entries, next } = await site.ask<AuditPage>(admin, 'GET', `/apps/${appid}/audit${query}`)
      seen.push(...entries.map(entry => entry.id))
      await site.grant(appid, admin, await site.person('新'))
      if (next === null) break
      cursor = next
    }
    expect(seen).toHaveLength(13)
    expect(new Set(seen).size).toBe(13)
  })

  it('cannot be changed or emptied, not even by the database’s owner', async () => {
    const { admin, appid } = await site.bound()
    const { kysely } = stores.db
    const changes = [
      kysely.updateTable('audit').set({ actor_id: 'another' }).where('appid', '=', appid).execute(),
      kysely.deleteFrom('audit').where('appid', '=', appid).execute(),
    ]
    for (const outcome of await Promise.allSettled(changes)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { message: /append-only/ } })
    }
    expect(await site.actions(appid, admin)).toEqual(['bind'])
  })

  it('outlives a binding, and names nobody who is erased', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    await site.grant(appid, admin, viewer)
    expect((await site.call(viewer, 'DELETE', '/me')).status).toBe(204)
    const { entries } = await site.ask<AuditPage>(admin, 'GET', `/apps/${appid}/audit`)
    expect(entries.map(({ action, target }) => [action, target])).toEqual([
      ['leave', { id: viewer.id, nickname: null }],
      ['grant', { id: viewer.id, nickname: null }],
      ['bind', null],
    ])
  })
})
