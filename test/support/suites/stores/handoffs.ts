import { describe, expect, it } from 'vitest'
import type { PendingHandoff } from '../../../../server/ports/people.ts'
import type { TestStores } from '../../database.ts'
import { fresh, registered, T0 } from './made-up.ts'

export function describeHandoffs(test: () => TestStores): void {
  const waiting = async (): Promise<PendingHandoff> => {
    const handoff: PendingHandoff = {
      id: fresh('handoff'),
      secretHash: fresh('secret'),
      codeHash: fresh('code'),
      browser: 'Chrome · macOS',
      address: '203.0.113.7',
      expiresAt: T0 + 120_000,
      approvedBy: null,
    }
    await test().stores.handoffs.create(handoff)
    return handoff
  }

  describe('hand-offs', () => {
    it('are found by id and by code', async () => {
      const handoff = await waiting()
      expect(await test().stores.handoffs.find(handoff.id)).toEqual(handoff)
      expect(await test().stores.handoffs.findByCode(handoff.codeHash)).toEqual(handoff)
      expect(await test().stores.handoffs.find('none')).toBeNull()
      expect(await test().stores.handoffs.findByCode('none')).toBeNull()
    })

    it('are approved by exactly one of several phones', async () => {
      const { codeHash, id } = await waiting()
      const people = await Promise.all([1, 2, 3].map(() => registered(test())))
      const approvals = await Promise.all(people.map(({ id }) => test().stores.handoffs.approve(codeHash, id, T0)))
      expect(approvals.filter(Boolean)).toHaveLength(1)
      expect((await test().stores.handoffs.find(id))?.approvedBy).toBe(people[approvals.indexOf(true)]?.id)
    })

    it('cannot be approved at their end or without existing', async () => {
      const { codeHash, expiresAt } = await waiting()
      const { id } = await registered(test())
      expect(await test().stores.handoffs.approve(codeHash, id, expiresAt)).toBe(false)
      expect(await test().stores.handoffs.approve('none', id, T0)).toBe(false)
    })

    it('give nothing away before they are approved, and can be approved after that', async () => {
      const { id, codeHash } = await waiting()
      const person = await registered(test())
      expect(await test().stores.handoffs.consume(id)).toBeNull()
      expect(await test().stores.handoffs.approve(codeHash, person.id, T0)).toBe(true)
    })

    it('sign in exactly one of several polls, and stay approved', async () => {
      const { id, codeHash } = await waiting()
      const person = await registered(test())
      await test().stores.handoffs.approve(codeHash, person.id, T0)
      const polls = await Promise.all([1, 2, 3, 4].map(() => test().stores.handoffs.consume(id)))
      expect(polls.filter(Boolean)).toEqual([person.id])
      expect((await test().stores.handoffs.find(id))?.approvedBy).toBe(person.id)
      expect(await test().stores.handoffs.approve(codeHash, person.id, T0)).toBe(false)
    })

    it('are swept away some time after their end', async () => {
      const { id, expiresAt } = await waiting()
      await test().stores.sweep(expiresAt)
      expect(await test().stores.handoffs.find(id)).not.toBeNull()
      await test().stores.sweep(expiresAt + 3_600_000)
      expect(await test().stores.handoffs.find(id)).toBeNull()
    })
  })

  describe('operator links', () => {
    it('work for exactly one of several browsers', async () => {
      const nonce = fresh('nonce')
      const uses = await Promise.all([1, 2, 3].map(() => test().stores.handoffs.useLink(nonce, T0 + 1_000)))
      expect(uses.filter(Boolean)).toHaveLength(1)
    })

    it('stay used until their end', async () => {
      const nonce = fresh('nonce')
      await test().stores.handoffs.useLink(nonce, T0 + 1_000)
      await test().stores.sweep(T0 + 999)
      expect(await test().stores.handoffs.useLink(nonce, T0 + 1_000)).toBe(false)
    })
  })
}
