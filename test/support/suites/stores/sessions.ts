import { describe, expect, it } from 'vitest'
import type { Terms } from '../../../../server/ports/access.ts'
import type { TestStores } from '../../database.ts'
import { bound, bySomebody, fresh, registered, signedIn, T0 } from './made-up.ts'

export function describeSessions(test: () => TestStores): void {
  const asCaller = (tokenHash: string, appid: string | null = null, now = T0) =>
    test().stores.sessions.caller(tokenHash, appid, now)
  const grantTo = (appid: string, personId: string, grant: Partial<Terms> = {}) =>
    test().stores.grants.grant(appid, personId, { scopes: ['overview'], expiresAt: null, ...grant }, bySomebody)

  describe('sessions', () => {
    it('tell who calls and until when', async () => {
      const person = await registered(test())
      const tokenHash = await signedIn(test(), person.id, T0 + 500)
      expect(await asCaller(tokenHash)).toEqual({
        person,
        sessionId: expect.any(String),
        sessionExpiresAt: T0 + 500,
        relation: null,
      })
    })

    it('know nobody by another token', async () => {
      expect(await asCaller(fresh('token'))).toBeNull()
    })

    it('are over at their end, also when they were asked before', async () => {
      const tokenHash = await signedIn(test(), (await registered(test())).id, T0 + 500)
      expect(await asCaller(tokenHash, null, T0 + 499)).not.toBeNull()
      expect(await asCaller(tokenHash, null, T0 + 500)).toBeNull()
    })

    it('slide when extended', async () => {
      const tokenHash = await signedIn(test(), (await registered(test())).id, T0 + 500)
      const caller = await asCaller(tokenHash)
      await test().stores.sessions.extend(String(caller?.sessionId), T0 + 900)
      expect((await asCaller(tokenHash, null, T0 + 600))?.sessionExpiresAt).toBe(T0 + 900)
    })

    it('are dead at once when closed, and only the one', async () => {
      const person = await registered(test())
      const [closed, other] = [await signedIn(test(), person.id), await signedIn(test(), person.id)]
      await asCaller(closed)
      await test().stores.sessions.close(closed)
      expect(await asCaller(closed)).toBeNull()
      expect(await asCaller(other)).not.toBeNull()
    })

    it('show a changed name on the next request', async () => {
      const person = await registered(test())
      const tokenHash = await signedIn(test(), person.id)
      await asCaller(tokenHash)
      await test().stores.people.update(person.id, { nickname: '改了' }, T0)
      expect((await asCaller(tokenHash))?.person.nickname).toBe('改了')
    })

    it('tell an admin from a viewer from a stranger', async () => {
      const { appid, admin } = await bound(test())
      const [viewer, stranger] = [await registered(test()), await registered(test())]
      await grantTo(appid, viewer.id, { scopes: ['visit', 'overview'], expiresAt: T0 + 100 })
      const relation = async (personId: string) =>
        (await asCaller(await signedIn(test(), personId), appid))?.relation ?? null
      expect(await relation(admin.id)).toEqual({ role: 'admin' })
      expect(await relation(viewer.id)).toEqual({ role: 'viewer', scopes: ['overview', 'visit'], expiresAt: T0 + 100 })
      expect(await relation(stranger.id)).toBeNull()
    })

    it('answer a stranger and an app that does not exist alike', async () => {
      const { appid } = await bound(test())
      const tokenHash = await signedIn(test(), (await registered(test())).id)
      expect(await asCaller(tokenHash, appid)).toEqual(await asCaller(tokenHash, 'wx_no_such_app'))
    })

    it('know each app by itself', async () => {
      const [own, foreign] = [await bound(test()), await bound(test())]
      const tokenHash = await signedIn(test(), own.admin.id)
      expect((await asCaller(tokenHash, own.appid))?.relation).toEqual({ role: 'admin' })
      expect((await asCaller(tokenHash, foreign.appid))?.relation).toBeNull()
    })

    it('see a grant on the next request', async () => {
      const { appid } = await bound(test())
      const viewer = await registered(test())
      const tokenHash = await signedIn(test(), viewer.id)
      expect((await asCaller(tokenHash, appid))?.relation).toBeNull()
      await grantTo(appid, viewer.id)
      expect((await asCaller(tokenHash, appid))?.relation).toMatchObject({ role: 'viewer' })
    })

    it('lose a grant at its end, also when they were asked before', async () => {
      const { appid } = await bound(test())
      const viewer = await registered(test())
      await grantTo(appid, viewer.id, { expiresAt: T0 + 100 })
      const tokenHash = await signedIn(test(), viewer.id)
      expect((await asCaller(tokenHash, appid, T0 + 99))?.relation).not.toBeNull()
      expect((await asCaller(tokenHash, appid, T0 + 100))?.relation).toBeNull()
    })

    it('lose an app on the request after it was unbound', async () => {
      const { appid, admin } = await bound(test())
      const tokenHash = await signedIn(test(), admin.id)
      await asCaller(tokenHash, appid)
      await test().stores.apps.unbind(appid, { keepArchive: false }, bySomebody)
      expect((await asCaller(tokenHash, appid))?.relation).toBeNull()
    })

    it('are swept away once over, live ones are not', async () => {
      const { id } = await registered(test())
      const [over, live] = [await signedIn(test(), id, T0 + 100), await signedIn(test(), id, T0 + 1_000)]
      await test().stores.sweep(T0 + 100)
      const left = await test()
        .db.kysely.selectFrom('sessions')
        .select('token_hash')
        .where('person_id', '=', id)
        .execute()
      expect(left.map(row => row.token_hash)).toEqual([live])
      expect(await asCaller(over)).toBeNull()
    })
  })
}
