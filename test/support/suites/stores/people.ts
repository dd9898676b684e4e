import { describe, expect, it } from 'vitest'
import type { TestStores } from '../../database.ts'
import { aPerson, fresh, registered, T0 } from './made-up.ts'

const conflict = (what: string) => ({ name: 'ConflictError', what })

export function describePeople(test: () => TestStores): void {
  describe('people', () => {
    it('are found as they were registered', async () => {
      const person = aPerson({ handle: fresh('Lin'), nickname: '林 🌸', avatarUrl: '/avatars/1' })
      const openidHash = fresh('openid')
      await test().stores.people.register(person, { openidHash, unionidHash: 'union' }, T0)
      expect(await test().stores.people.find(person.id)).toEqual(person)
      expect(await test().stores.people.findByOpenid(openidHash)).toEqual(person)
    })

    it('are not found by what nobody has', async () => {
      const { people } = test().stores
      expect(await people.find('nobody')).toBeNull()
      expect(await people.findByOpenid('nobody')).toBeNull()
      expect(await people.findByHandle('nobody')).toBeNull()
    })

    it('are found by handle in any case', async () => {
      const person = await registered(test(), { handle: fresh('LinLin') })
      expect(await test().stores.people.findByHandle(String(person.handle).toUpperCase())).toEqual(person)
    })

    it('may be many without a handle and without an openid', async () => {
      const nobody = { openidHash: null, unionidHash: null }
      await test().stores.people.register(aPerson(), nobody, T0)
      await test().stores.people.register(aPerson(), nobody, T0)
    })

    it('may share a unionid', async () => {
      await test().stores.people.register(aPerson(), { openidHash: fresh('openid'), unionidHash: 'same' }, T0)
      await test().stores.people.register(aPerson(), { openidHash: fresh('openid'), unionidHash: 'same' }, T0)
    })

    it('of one openid are one, whoever comes first', async () => {
      const identity = { openidHash: fresh('openid'), unionidHash: null }
      const register = () => test().stores.people.register(aPerson(), identity, T0)
      const attempts = await Promise.allSettled([register(), register(), register()])
      const refusals = attempts.flatMap(attempt => (attempt.status === 'rejected' ? [attempt.reason] : []))
      expect(refusals).toMatchObject([conflict('openid'), conflict('openid')])
    })

    it('may not register with a handle that another has, in any case', async () => {
      const handle = fresh('Taken')
      await registered(test(), { handle })
      await expect(registered(test(), { handle: handle.toLowerCase() })).rejects.toMatchObject(conflict('handle'))
    })

    it('may not take a handle that another has', async () => {
      const handle = fresh('Taken')
      await registered(test(), { handle })
      const other = await registered(test())
      const taking = test().stores.people.update(other.id, { handle: handle.toUpperCase() }, T0)
      await expect(taking).rejects.toMatchObject(conflict('handle'))
    })

    it('may write their own handle another way', async () => {
      const person = await registered(test(), { handle: fresh('lin') })
      const handle = String(person.handle).toUpperCase()
      expect(await test().stores.people.update(person.id, { handle }, T0)).toEqual({ ...person, handle })
    })

    it('keep what a change does not name', async () => {
      const person = await registered(test(), { handle: fresh('kept'), avatarUrl: '/avatars/2' })
      const changed = await test().stores.people.update(person.id, { nickname: '新名', locale: 'en' }, T0)
      expect(changed).toEqual({ ...person, nickname: '新名', locale: 'en' })
      expect(await test().stores.people.update(person.id, {}, T0)).toEqual(changed)
    })

    it('lose what a change sets to null', async () => {
      const person = await registered(test(), { handle: fresh('gone'), avatarUrl: '/avatars/3' })
      const changed = await test().stores.people.update(person.id, { handle: null, avatarUrl: null }, T0)
      expect(changed).toEqual({ ...person, handle: null, avatarUrl: null })
    })
  })
}
