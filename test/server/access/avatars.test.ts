import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Me } from '../../../src/contract/identity.ts'
import { type AccessApp, openAccessApp, type Somebody } from '../../support/access-app.ts'
import { openTestStores, type TestStores } from '../../support/database.ts'
import { problemOf } from '../../support/http-app.ts'
import { aJpeg, aPng, aWebp } from '../../support/made-pictures.ts'

let stores: TestStores
let site: AccessApp
beforeAll(async () => {
  stores = await openTestStores()
  site = openAccessApp(stores)
})
afterAll(() => stores.close())

const upload = (who: Somebody, bytes: Buffer, path = '/me/avatar', type = 'image/png') =>
  site.call(who, 'PUT', path, bytes, { headers: { 'content-type': type } })
const meOf = (who: Somebody) => site.ask<Me>(who, 'GET', '/me')
const show = (avatarUrl: string | null) => site.app.request(avatarUrl ?? '/none')

describe('a picture of a person', () => {
  it.each([
    ['image/png', aPng()],
    ['image/jpeg', aJpeg()],
    ['image/webp', aWebp()],
  ])('is served by us as what it is: %s', async (type, bytes) => {
    const person = await site.person('林')
    expect((await upload(person, bytes, '/me/avatar', 'application/octet-stream')).status).toBe(200)
    const { avatarUrl } = await meOf(person)
    expect(avatarUrl).toMatch(/^\/api\/v1\/avatars\/[A-Za-z0-9_-]{22}$/)
    const answer = await show(avatarUrl)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
    const again = await site.app.request(avatarUrl ?? '', {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  it('that is none is refused, whatever it says to be, and too heavy a one too', async () => {
    const person = await site.person('林')
    const problem = await problemOf(await upload(person, Buffer.from('<svg onload="alert(1)">'.repeat(3))))
    expect([problem.status, problem.faults]).toEqual([422, [' picture']])
    expect((await upload(person, Buffer.alloc(256 * 1024 + 1))).status).toBe(413)
    expect((await meOf(person)).avatarUrl).toBeNull()
  })

  it('takes the place of the one before, which is gone', async () => {
    const person = await site.person('林')
    await upload(person, aPng())
    const before = (await meOf(person)).avatarUrl
    await upload(person, aJpeg())
    expect((await meOf(person)).avatarUrl).not.toBe(before)
    expect((await show(before)).status).toBe(404)
  })

  it('goes with a null, and with the person', async () => {
    for (const leave of [
      (who: Somebody) => site.call(who, 'PATCH', '/me', { avatarUrl: null }),
      (who: Somebody) => site.call(who, 'DELETE', '/me'),
    ]) {
      const person = await site.person('林')
      await upload(person, aPng())
      const { avatarUrl } = await meOf(person)
      expect((await leave(person)).ok).toBe(true)
      expect((await show(avatarUrl)).status).toBe(404)
      const rows = stores.db.kysely.selectFrom('avatars').select('id').where('person_id', '=', person.id)
      expect(await rows.execute()).toEqual([])
    }
  })

  it('never stands elsewhere', async () => {
    const person = await site.person('林')
    const foreign = await site.call(person, 'PATCH', '/me', { avatarUrl: 'https://example.com/a.png' })
    expect(foreign.status).toBe(422)
  })
})

describe('a picture of an app', () => {
  it('is put there by its admin and seen by its viewers', async () => {
    const { appid, admin } = await site.bound()
    const viewer = await site.person('林')
    await site.grant(appid, admin, viewer)
    expect((await upload(viewer, aPng(), `/apps/${appid}/avatar`)).status).toBe(403)
    expect((await upload(admin, aPng(), `/apps/${appid}/avatar`)).status).toBe(200)
    const { apps } = await site.ask<{ apps: { avatarUrl: string }[] }>(viewer, 'GET', '/apps')
    expect((await show(apps[0]?.avatarUrl ?? null)).status).toBe(200)
    expect((await site.call(admin, 'PATCH', `/apps/${appid}`, { avatarUrl: null })).status).toBe(200)
    expect((await show(apps[0]?.avatarUrl ?? null)).status).toBe(404)
  })
})
