import { describe, expect, it } from 'vitest'
import type { TestStores } from '../../database.ts'
import { fresh, T0 } from './made-up.ts'

export function describeTokens(test: () => TestStores): void {
  describe('access tokens', () => {
    it('are read as they were written, the newest', async () => {
      const appid = fresh('wx_token')
      await test().stores.tokens.write(appid, { token: 'old', expiresAt: T0 + 1 })
      await test().stores.tokens.write(appid, { token: 'new', expiresAt: T0 + 7_200_000 })
      expect(await test().stores.tokens.read(appid)).toEqual({ token: 'new', expiresAt: T0 + 7_200_000 })
      expect(await test().stores.tokens.read('wx_none')).toBeNull()
    })

    it('lie sealed', async () => {
      const appid = fresh('wx_token')
      await test().stores.tokens.write(appid, { token: 'plain-as-day', expiresAt: T0 })
      const row = await test().db.kysely.selectFrom('tokens').selectAll().where('appid', '=', appid).executeTakeFirst()
      expect(Buffer.from(String(row?.sealed), 'base64url').includes('plain-as-day')).toBe(false)
    })

    it('that no key opens any more are none, and are replaced by the next', async () => {
      const appid = fresh('wx_token')
      const { tokens } = test().stores
      await tokens.write(appid, { token: 'old', expiresAt: T0 })
      await test().db.kysely.updateTable('tokens').set({ sealed: 'AQAAAAAA' }).where('appid', '=', appid).execute()
      expect(await tokens.read(appid)).toBeNull()
      await tokens.drop(appid, 'old')
      await tokens.write(appid, { token: 'new', expiresAt: T0 })
      expect(await tokens.read(appid)).toMatchObject({ token: 'new' })
    })

    it('are dropped by their text: a newer one stays', async () => {
      const appid = fresh('wx_token')
      await test().stores.tokens.write(appid, { token: 'new', expiresAt: T0 })
      await test().stores.tokens.drop(appid, 'old')
      expect(await test().stores.tokens.read(appid)).not.toBeNull()
      await test().stores.tokens.drop(appid, 'new')
      expect(await test().stores.tokens.read(appid)).toBeNull()
      await test().stores.tokens.drop(appid, 'new')
    })

    it('are refreshed by exactly one of several', async () => {
      const appid = fresh('wx_token')
      const claim = (holder: string) => test().stores.tokens.claim(appid, holder, T0, T0 + 10_000)
      const claims = await Promise.all(['a', 'b', 'c'].map(claim))
      expect(claims.filter(Boolean)).toHaveLength(1)
    })

    it('may be refreshed by another after a release or the end of the lease', async () => {
      const appid = fresh('wx_token')
      const { tokens } = test().stores
      await tokens.claim(appid, 'a', T0, T0 + 10)
      await tokens.release(appid, 'b')
      expect(await tokens.claim(appid, 'b', T0 + 9, T0 + 30)).toBe(false)
      await tokens.release(appid, 'a')
      expect(await tokens.claim(appid, 'b', T0 + 9, T0 + 30)).toBe(true)
      expect(await tokens.claim(appid, 'c', T0 + 30, T0 + 40)).toBe(true)
    })

    it('are swept away once over', async () => {
      const appid = fresh('wx_token')
      await test().stores.tokens.write(appid, { token: 'over', expiresAt: T0 - 10 })
      await test().stores.sweep(T0 - 10)
      expect(await test().stores.tokens.read(appid)).toBeNull()
    })
  })

  describe('leases', () => {
    it('are renewed by their holder alone', async () => {
      const name = fresh('lease')
      const { leases } = test().stores
      expect(await leases.claim(name, 'a', T0, T0 + 10)).toBe(true)
      expect(await leases.claim(name, 'a', T0 + 5, T0 + 20)).toBe(true)
      expect(await leases.claim(name, 'b', T0 + 15, T0 + 30)).toBe(false)
      expect(await leases.claim(name, 'b', T0 + 20, T0 + 30)).toBe(true)
    })

    it('of a clock that was a year ahead hold nothing', async () => {
      const name = fresh('lease')
      const { leases } = test().stores
      const year = 365 * 86_400_000
      await leases.claim(name, 'a', T0 + year, T0 + year + 10)
      expect(await leases.claim(name, 'b', T0, T0 + 10)).toBe(true)
    })

    it('of different names do not meet', async () => {
      const { leases } = test().stores
      expect(await leases.claim(fresh('lease'), 'a', T0, T0 + 10)).toBe(true)
      expect(await leases.claim(fresh('lease'), 'b', T0, T0 + 10)).toBe(true)
    })
  })
}
