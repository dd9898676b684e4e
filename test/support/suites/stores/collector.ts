import { describe, expect, it } from 'vitest'
import type { TestStores } from '../../database.ts'
import { bound, fresh } from './made-up.ts'

const NOW = 1_700_000_000_000

export function describeCollector(test: () => TestStores): void {
  const keys = () => test().stores.writeKeys
  const refused = () => test().stores.refused
  const someApp = async () => (await bound(test())).appid

  describe('unbindings that are not finished', () => {
    const erasures = () => test().stores.erasures
    const unbind = (appid: string) =>
      test().stores.apps.unbind(appid, { keepArchive: false }, { actorId: fresh('admin'), at: NOW })

    it('are written down by the unbinding itself, until somebody finishes them', async () => {
      const [appid, other] = [await someApp(), await someApp()]
      await unbind(appid)
      expect(await erasures().all()).toContain(appid)
      expect([await erasures().isOpen(appid), await erasures().isOpen(other)]).toEqual([true, false])
      await erasures().finish(appid)
      expect([await erasures().all(), await erasures().isOpen(appid)]).toEqual([
        expect.not.arrayContaining([appid]),
        false,
      ])
    })

    it('are none of an app that was not bound', async () => {
      await unbind('wxnobody')
      expect(await erasures().isOpen('wxnobody')).toBe(false)
    })
  })

  describe('write keys', () => {
    it('are kept by their app, the first one that is offered', async () => {
      const [appid, first, second] = [await someApp(), fresh('wk'), fresh('wk')]
      const pair = { appid, key: first, previousKey: null, previousUntil: null }
      expect(await keys().keepFirst(appid, first, NOW)).toEqual(pair)
      expect(await keys().keepFirst(appid, second, NOW)).toEqual(pair)
      expect(await keys().all()).toContainEqual(pair)
    })

    it('rotate: the present one becomes the previous', async () => {
      const [appid, first, second] = [await someApp(), fresh('wk'), fresh('wk')]
      await keys().keepFirst(appid, first, NOW)
      const rotated = { appid, key: second, previousKey: first, previousUntil: NOW + 5 }
      expect(await keys().rotate(appid, second, { now: NOW, previousUntil: NOW + 5 })).toEqual(rotated)
      expect([await keys().find(first), await keys().find(second)]).toEqual([rotated, rotated])
    })

    it('are found by no other name', async () => {
      expect(await keys().find('wk_nobody')).toBeNull()
    })

    it('are none of an app that is not bound', async () => {
      expect(await keys().keepFirst('wxnobody', fresh('wk'), NOW)).toBeNull()
      expect(await keys().rotate('wxnobody', fresh('wk'), { now: NOW, previousUntil: NOW })).toBeNull()
    })

    it('show in a stamp when one is made, rotated or gone', async () => {
      const [appid, key] = [await someApp(), fresh('wk')]
      const stamps = [await keys().stamp()]
      await keys().keepFirst(appid, key, NOW + 1_000)
      stamps.push(await keys().stamp())
      await keys().rotate(appid, fresh('wk'), { now: NOW + 2_000, previousUntil: NOW })
      stamps.push(await keys().stamp())
      await test().stores.apps.unbind(appid, { keepArchive: true }, { actorId: fresh('admin'), at: NOW })
      stamps.push(await keys().stamp())
      for (const [index, stamp] of stamps.slice(1).entries()) expect(stamp).not.toBe(stamps[index])
    })

    it('show in a stamp though the clock went back', async () => {
      const [appid, other] = [await someApp(), await someApp()]
      await keys().keepFirst(appid, fresh('wk'), NOW + 9_000_000)
      await keys().keepFirst(other, fresh('wk'), NOW)
      const stamp = await keys().stamp()
      await keys().rotate(other, fresh('wk'), { now: NOW - 3_600_000, previousUntil: NOW })
      expect(await keys().stamp()).not.toBe(stamp)
    })

    it('go with their app', async () => {
      const [appid, key] = [await someApp(), fresh('wk')]
      await keys().keepFirst(appid, key, NOW)
      await test().stores.apps.unbind(appid, { keepArchive: true }, { actorId: fresh('admin'), at: NOW })
      expect(await keys().find(key)).toBeNull()
    })
  })

  describe('counts of what was refused', () => {
    it('add up by reason, most first', async () => {
      const appid = await someApp()
      await refused().add(appid, { type: 1, too_old: 5 })
      await refused().add(appid, { type: 2 })
      expect(await refused().of(appid)).toEqual([
        { reason: 'too_old', count: 5 },
        { reason: 'type', count: 3 },
      ])
    })

    it('of an app that is not bound are nowhere', async () => {
      await refused().add('wxnobody', { type: 1 })
      expect(await refused().of('wxnobody')).toEqual([])
    })

    it('go with their app', async () => {
      const appid = await someApp()
      await refused().add(appid, { type: 1 })
      await test().stores.apps.unbind(appid, { keepArchive: true }, { actorId: fresh('admin'), at: NOW })
      expect(await refused().of(appid)).toEqual([])
    })
  })
}
