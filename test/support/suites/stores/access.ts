import { describe, expect, it } from 'vitest'
import type { CardRefusal } from '../../../../server/ports/access.ts'
import type { TestStores } from '../../database.ts'
import { bound, bySomebody, fresh, registered, T0 } from './made-up.ts'

const open = { scopes: ['overview' as const], expiresAt: null }

/** Rights under races: what must hold on every engine, with as many connections as it has. */
export function describeAccess(test: () => TestStores): void {
  const people = (count: number) => Promise.all(Array.from({ length: count }, () => registered(test())))
  const card = async (appid: string, inviter: string, requireApproval = false) => {
    const codeHash = fresh('code')
    const terms = { codeHash, appid, terms: open, requireApproval, expiresAt: T0 + 1_000 }
    await test().stores.invitations.create(terms, { actorId: inviter, at: T0 })
    return codeHash
  }
  const accepted = (outcome: PromiseSettledResult<CardRefusal | object>) =>
    outcome.status === 'fulfilled' && typeof outcome.value === 'object'

  describe('access', () => {
    it('lets in sixty of eighty who come by grants and by cards at once', async () => {
      const { appid, admin } = await bound(test())
      const all = await people(80)
      const cards = await Promise.all(all.slice(40).map(() => card(appid, admin.id)))
      const { grants, invitations } = test().stores
      await Promise.allSettled(
        all.map(({ id }, n) =>
          n < 40
            ? grants.grant(appid, id, open, { actorId: admin.id, at: T0 })
            : invitations.accept(cards[n - 40] ?? '', { id, requestId: fresh('request') }, T0),
        ),
      )
      expect(await grants.viewers(appid, T0)).toHaveLength(60)
    })

    it('gives a card to one of fifty at once', async () => {
      const { appid, admin } = await bound(test())
      const code = await card(appid, admin.id)
      const all = await people(50)
      const outcomes = await Promise.allSettled(
        all.map(({ id }) => test().stores.invitations.accept(code, { id, requestId: fresh('request') }, T0)),
      )
      expect(outcomes.filter(accepted)).toHaveLength(1)
      expect(outcomes.filter(outcome => outcome.status === 'rejected')).toEqual([])
      expect((await test().stores.grants.viewers(appid, T0)).map(viewer => viewer.person.id)).toEqual([
        all[outcomes.findIndex(accepted)]?.id,
      ])
    })

    it('keeps one admin when all remove one another at once', async () => {
      const { appid, admin } = await bound(test())
      const others = await people(3)
      const { admins } = test().stores
      for (const { id } of others) await admins.add(appid, id, bySomebody)
      const all = [admin, ...others].map(({ id }) => id)
      const removals = all.flatMap(actor => all.map(target => admins.remove(appid, target, { actorId: actor, at: T0 })))
      await Promise.allSettled(removals)
      expect(await admins.of(appid)).toHaveLength(1)
    })

    it('leaves nothing of an app whose cards are taken while it is unbound', async () => {
      for (let round = 0; round < 5; round++) {
        const { appid, admin } = await bound(test())
        const all = await people(6)
        const cards = await Promise.all(all.map((_, n) => card(appid, admin.id, n % 2 === 0)))
        const { invitations, apps } = test().stores
        const outcomes = await Promise.allSettled([
          ...all.map(({ id }, n) => invitations.accept(cards[n] ?? '', { id, requestId: fresh('request') }, T0)),
          apps.unbind(appid, { keepArchive: false }, { actorId: admin.id, at: T0 }),
        ])
        expect(outcomes.filter(outcome => outcome.status === 'rejected')).toEqual([])
        const { kysely } = test().db
        const left = await Promise.all([
          kysely.selectFrom('grants').select('appid').where('appid', '=', appid).execute(),
          kysely.selectFrom('access_requests').select('appid').where('appid', '=', appid).execute(),
          kysely
            .selectFrom('invitations')
            .select('appid')
            .where('appid', '=', appid)
            .where('void', '=', false)
            .execute(),
        ])
        expect(left).toEqual([[], [], []])
      }
    })

    it('never leaves an app without admin when the last two erase themselves at once', async () => {
      for (let round = 0; round < 5; round++) {
        const { appid, admin } = await bound(test())
        const [second] = await people(1)
        await test().stores.admins.add(appid, second?.id ?? '', bySomebody)
        const { people: store } = test().stores
        const erasures = await Promise.allSettled([store.erase(admin.id, T0), store.erase(second?.id ?? '', T0)])
        expect(erasures.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
        expect(await test().stores.admins.of(appid)).toHaveLength(1)
      }
    })

    it('erases a person whole while others let that person in', async () => {
      const apps = await Promise.all([1, 2, 3, 4].map(() => bound(test())))
      const [person] = await people(1)
      const id = person?.id ?? ''
      await test().stores.grants.grant(apps[0]?.appid ?? '', id, open, bySomebody)
      const outcomes = await Promise.allSettled([
        ...apps.slice(1).map(({ appid }) => test().stores.grants.grant(appid, id, open, bySomebody)),
        test().stores.people.erase(id, T0),
      ])
      expect(outcomes.filter(outcome => outcome.status === 'rejected')).toEqual([])
      expect(await test().stores.people.find(id)).toBeNull()
      const { kysely } = test().db
      expect(await kysely.selectFrom('grants').select('appid').where('person_id', '=', id).execute()).toEqual([])
      expect(await kysely.selectFrom('notices').select('appid').where('person_id', '=', id).execute()).toEqual([])
    })

    it('writes a view once, also when two instances see it at once', async () => {
      const { appid, admin } = await bound(test())
      const { audit } = test().stores
      await Promise.all([1, 2, 3, 4].map(() => audit.noteViews([appid], admin.id, T0)))
      const { items } = await audit.read(appid, { cursor: null, limit: 10 }, T0)
      expect(items.map(entry => entry.action)).toEqual(['view', 'bind'])
    })
  })
}
