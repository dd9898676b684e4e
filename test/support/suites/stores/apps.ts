import { describe, expect, it } from 'vitest'
import { UNREADABLE } from '../../../../server/domain/token-words.ts'
import type { TestStores } from '../../database.ts'
import { anAnswer, anApp, bound, bySomebody, dayOf, registered, T0 } from './made-up.ts'

export function describeApps(test: () => TestStores): void {
  const rowOf = (appid: string) =>
    test().db.kysely.selectFrom('apps').selectAll().where('appid', '=', appid).executeTakeFirst()
  const days = ['2026-07-13']

  describe('apps', () => {
    it('are found as they were bound', async () => {
      const { app } = await bound(test(), {
        kind: 'minigame',
        avatarUrl: '/a',
        tokenState: 'ip',
        tokenDetail: '1.2.3.4',
      })
      expect(await test().stores.apps.find(app.appid)).toEqual(app)
      expect(await test().stores.apps.all()).toContainEqual(app)
      expect(await test().stores.apps.find('wx_none')).toBeNull()
    })

    it('are bound by exactly one of several who race, as a whole', async () => {
      const app = anApp()
      const admins = await Promise.all([1, 2, 3].map(() => registered(test())))
      const bindings = await Promise.allSettled(admins.map(({ id }) => test().stores.apps.bind(app, `by ${id}`, id)))
      const winner = admins[bindings.findIndex(({ status }) => status === 'fulfilled')]
      const refusals = bindings.flatMap(binding => (binding.status === 'rejected' ? [binding.reason] : []))
      expect(refusals).toMatchObject([
        { name: 'ConflictError', what: 'app' },
        { name: 'ConflictError', what: 'app' },
      ])
      expect(await test().stores.secrets.read(app.appid)).toBe(`by ${winner?.id}`)
      const seen = await Promise.all(admins.map(({ id }) => test().stores.apps.visibleTo(id, T0)))
      expect(seen.map(apps => apps.length).sort()).toEqual([0, 0, 1])
    })

    it('are visible to admin and viewer, each with their relation', async () => {
      const { app, admin } = await bound(test())
      const viewer = await registered(test())
      const terms = { scopes: ['pages' as const, 'overview' as const], expiresAt: T0 + 50 }
      await test().stores.grants.grant(app.appid, viewer.id, terms, { actorId: admin.id, at: T0 })
      expect(await test().stores.apps.visibleTo(admin.id, T0)).toEqual([{ app, relation: { role: 'admin' } }])
      expect(await test().stores.apps.visibleTo(viewer.id, T0)).toEqual([
        { app, relation: { role: 'viewer', scopes: ['overview', 'pages'], expiresAt: T0 + 50 } },
      ])
      expect(await test().stores.apps.visibleTo(viewer.id, T0 + 50)).toEqual([])
    })

    it('change name and picture, each alone', async () => {
      const { app, appid } = await bound(test(), { avatarUrl: '/a' })
      await test().stores.apps.rename(appid, { name: '新店' })
      expect(await test().stores.apps.find(appid)).toEqual({ ...app, name: '新店' })
      await test().stores.apps.rename(appid, { avatarUrl: null })
      expect(await test().stores.apps.find(appid)).toEqual({ ...app, name: '新店', avatarUrl: null })
      await test().stores.apps.rename(appid, {})
      expect(await test().stores.apps.find(appid)).toEqual({ ...app, name: '新店', avatarUrl: null })
    })

    it('note how WeChat takes the token', async () => {
      const { app, appid } = await bound(test())
      await test().stores.apps.noteToken(appid, 'ip', '203.0.113.9')
      expect(await test().stores.apps.find(appid)).toEqual({ ...app, tokenState: 'ip', tokenDetail: '203.0.113.9' })
    })

    it('whose secret no key opens are counted until that is mended', async () => {
      const { appid } = await bound(test())
      const { apps } = test().stores
      const before = await apps.countUnreadable()
      await apps.noteToken(appid, 'refused', UNREADABLE)
      expect(await apps.countUnreadable()).toBe(before + 1)
      await apps.noteToken(appid, 'ok', null)
      expect(await apps.countUnreadable()).toBe(before)
    })

    it('are gone with secret, token and grants once unbound', async () => {
      const { appid, admin } = await bound(test())
      await test().stores.tokens.write(appid, { token: 'token', expiresAt: T0 + 7_200_000 })
      await test().stores.apps.unbind(appid, { keepArchive: false }, bySomebody)
      expect(await test().stores.apps.find(appid)).toBeNull()
      expect(await test().stores.secrets.read(appid)).toBeNull()
      expect(await test().stores.tokens.read(appid)).toBeNull()
      expect(await test().stores.apps.visibleTo(admin.id, T0)).toEqual([])
    })

    it('take their archive with them', async () => {
      const { app, appid, admin } = await bound(test())
      await test().stores.archive.keep(anAnswer(appid))
      await test().stores.archive.keep(anAnswer(appid, { answer: 'revised', fetchedAt: T0 + 1 }))
      await test().stores.apps.unbind(appid, { keepArchive: false }, bySomebody)
      await test().stores.apps.bind(app, 'secret', admin.id)
      expect(await test().stores.archive.read(appid, 'visit.daily', days)).toEqual([])
      const { kysely } = test().db
      expect(await kysely.selectFrom('archive_revisions').selectAll().where('appid', '=', appid).execute()).toEqual([])
    })

    it('leave a kept archive out of sight until they are bound again', async () => {
      const { app, appid, admin } = await bound(test())
      const { archive, apps } = test().stores
      await archive.keep(anAnswer(appid))
      const before = await archive.read(appid, 'visit.daily', days)
      await apps.unbind(appid, { keepArchive: true }, bySomebody)
      expect(await archive.read(appid, 'visit.daily', days)).toEqual([])
      expect(await archive.latestWithData(appid, 'visit.daily', '9999-12-31')).toBeNull()
      expect(await archive.standings(appid, 'visit.daily', days)).toEqual([])
      expect(await archive.summary(appid)).toEqual([])
      expect(await archive.readKept(appid, 'visit.daily', days)).toEqual(before)
      await apps.bind(app, 'secret', admin.id)
      expect(before).toHaveLength(1)
      expect(await archive.read(appid, 'visit.daily', days)).toEqual(before)
    })

    it('take no answer that arrives after they were unbound', async () => {
      const { app, appid, admin } = await bound(test())
      await test().stores.apps.unbind(appid, { keepArchive: true }, bySomebody)
      await test().stores.archive.keep(anAnswer(appid))
      await test().stores.archive.note({ ...dayOf(appid), at: T0, outcome: 'failed' })
      expect(await test().stores.archive.claim(appid, 'visit.daily', days, T0, T0 + 10)).toEqual([])
      await test().stores.apps.bind(app, 'secret', admin.id)
      expect(await test().stores.archive.read(appid, 'visit.daily', days)).toEqual([])
    })
  })

  describe('AppSecrets', () => {
    it('are read back through their one door', async () => {
      const { appid } = await bound(test())
      expect(await test().stores.secrets.read(appid)).toBe(`secret of ${appid}`)
      expect(await test().stores.secrets.read('wx_none')).toBeNull()
    })

    it('are replaced', async () => {
      const { appid } = await bound(test())
      await test().stores.apps.replaceSecret(appid, 'another', bySomebody)
      expect(await test().stores.secrets.read(appid)).toBe('another')
    })

    it('lie sealed, and open for no other app', async () => {
      const [one, other] = [await bound(test()), await bound(test())]
      const sealed = String((await rowOf(one.appid))?.sealed_secret)
      expect(sealed).not.toContain('secret of')
      await test()
        .db.kysely.updateTable('apps')
        .set({ sealed_secret: sealed })
        .where('appid', '=', other.appid)
        .execute()
      await expect(test().stores.secrets.read(other.appid)).rejects.toThrow('another place')
    })
  })
}
