import { describe, expect, it } from 'vitest'
import type { TestStores } from '../../database.ts'
import { anAnswer, bound } from './made-up.ts'

export function describeRemarks(test: () => TestStores): void {
  const remarks = () => test().stores.remarks
  const someApp = async () => (await bound(test())).appid

  describe('page remarks', () => {
    it('are kept by app and path, the last word wins', async () => {
      const [appid, other] = [await someApp(), await someApp()]
      await remarks().write(appid, 'pages/a', 'first')
      await remarks().write(appid, 'pages/a', '首页 🌸')
      await remarks().write(other, 'pages/a', 'theirs')
      expect(await remarks().of(appid)).toEqual(new Map([['pages/a', '首页 🌸']]))
    })

    it('are removed by nothing', async () => {
      const appid = await someApp()
      await remarks().write(appid, 'pages/a', 'home')
      await remarks().write(appid, 'pages/a', null)
      expect(await remarks().of(appid)).toEqual(new Map())
    })

    it('make the reports of the app others', async () => {
      const appid = await someApp()
      const before = await test().stores.archive.version(appid)
      await remarks().write(appid, 'pages/a', 'home')
      expect(await test().stores.archive.version(appid)).toBeGreaterThan(before)
    })

    it('are not written for an app that is not bound', async () => {
      await remarks().write('wxnobody', 'pages/a', 'home')
      expect(await remarks().of('wxnobody')).toEqual(new Map())
    })

    it('go with the archive', async () => {
      const appid = await someApp()
      await remarks().write(appid, 'pages/a', 'home')
      await test().stores.archive.erase(appid)
      expect(await remarks().of(appid)).toEqual(new Map())
    })
  })

  describe('revisions', () => {
    it('tell what periods said before, newest first, of this app and report only', async () => {
      const [appid, other] = [await someApp(), await someApp()]
      const { archive } = test().stores
      for (const [n, answer] of ['first', 'second', 'third'].entries()) {
        for (const one of [appid, other]) await archive.keep(anAnswer(one, { answer, fetchedAt: 1_000 + n }))
      }
      const { period } = anAnswer(appid)
      expect(await archive.revisions(appid, 'visit.daily', [period, '2020-01-01'])).toEqual([
        { period, answer: 'second', fetchedAt: 1_001, replacedAt: 1_002 },
        { period, answer: 'first', fetchedAt: 1_000, replacedAt: 1_001 },
      ])
      expect(await archive.revisions(appid, 'pages.daily', [period])).toEqual([])
      expect(await archive.revisions(appid, 'visit.daily', [])).toEqual([])
    })
  })
}
