import { describe, expect, it } from 'vitest'
import type { TestStores } from '../../database.ts'
import { anAnswer, bound, dayOf, T0 } from './made-up.ts'

const DAYS = ['2026-07-11', '2026-07-12', '2026-07-13']

export function describeArchive(test: () => TestStores): void {
  const archive = () => test().stores.archive
  const read = (appid: string, periods = DAYS) => archive().read(appid, 'visit.daily', periods)
  const claim = (appid: string, periods: string[], now = T0, until = now + 100) =>
    archive().claim(appid, 'visit.daily', periods, now, until)
  const someApp = async () => (await bound(test())).appid

  describe('the archive', () => {
    it.each([
      ['spaces and key order', '{ "b" : 1,\n "a":1.0 , "b":2}\n'],
      ['letters of any script', '{"x":"界面 🌸 \\u0000 \u2028"}'],
      ['much', JSON.stringify({ list: Array.from({ length: 5_000 }, (_, n) => ({ page: `pages/${n}`, n })) })],
      ['no JSON at all', '<html>'],
    ])('keeps an answer to the letter: %s', async (_, answer) => {
      const appid = await someApp()
      await archive().keep(anAnswer(appid, { answer }))
      expect((await read(appid))[0]?.answer).toBe(answer)
    })

    it('gives back all that is known of a period', async () => {
      const appid = await someApp()
      await archive().keep(anAnswer(appid, { hasData: false, final: false, rechecked: true, fetchedAt: T0 + 5 }))
      expect(await read(appid)).toEqual([
        {
          ...dayOf(appid),
          answer: '{"list":[]}',
          hasData: false,
          fetchedAt: T0 + 5,
          final: false,
          rechecked: true,
          attemptedAt: T0 + 5,
          outcome: 'answered',
          revised: false,
        },
      ])
    })

    it('leaves out what is absent, of another report and of another app', async () => {
      const [appid, other] = [await someApp(), await someApp()]
      await archive().keep(anAnswer(appid, { period: '2026-07-12' }))
      await archive().keep(anAnswer(appid, { report: 'summary.daily' }))
      await archive().keep(anAnswer(other))
      expect((await read(appid)).map(entry => entry.period)).toEqual(['2026-07-12'])
      expect(await read(appid, [])).toEqual([])
    })

    it('keeps both texts and both times when a second reading differs', async () => {
      const appid = await someApp()
      await archive().keep(anAnswer(appid, { answer: 'first', fetchedAt: T0, final: false }))
      await archive().keep(anAnswer(appid, { answer: 'second', fetchedAt: T0 + 9 }))
      expect(await read(appid)).toMatchObject([{ answer: 'second', fetchedAt: T0 + 9, final: true, revised: true }])
      const { kysely } = test().db
      expect(await kysely.selectFrom('archive_revisions').selectAll().where('appid', '=', appid).execute()).toEqual([
        { ...dayOf(appid), answer: 'first', fetched_at: T0, replaced_at: T0 + 9 },
      ])
    })

    it('calls an equal second reading no revision', async () => {
      const appid = await someApp()
      await archive().keep(anAnswer(appid, { final: false }))
      await archive().keep(anAnswer(appid, { fetchedAt: T0 + 9 }))
      expect(await read(appid)).toMatchObject([{ fetchedAt: T0 + 9, final: true, revised: false }])
    })

    it('remembers a revision through further equal readings', async () => {
      const appid = await someApp()
      for (const [n, answer] of ['first', 'second', 'second'].entries()) {
        await archive().keep(anAnswer(appid, { answer, fetchedAt: T0 + n }))
      }
      expect(await read(appid)).toMatchObject([{ answer: 'second', revised: true }])
    })

    it('does not let an older reading that comes late replace a newer one', async () => {
      const appid = await someApp()
      await archive().keep(anAnswer(appid, { answer: 'newer', fetchedAt: T0 + 9 }))
      await archive().keep(anAnswer(appid, { answer: 'older', fetchedAt: T0, final: false }))
      expect(await read(appid)).toMatchObject([{ answer: 'newer', fetchedAt: T0 + 9, final: true, revised: false }])
    })

    it('notes a failed attempt and keeps what was known', async () => {
      const appid = await someApp()
      await archive().keep(anAnswer(appid, { answer: 'known', final: false }))
      await archive().note({ ...dayOf(appid), at: T0 + 7, outcome: 'quota' })
      expect(await read(appid)).toMatchObject([
        { answer: 'known', fetchedAt: T0, attemptedAt: T0 + 7, outcome: 'quota', final: false },
      ])
    })

    it('knows a period of which it has attempts only', async () => {
      const appid = await someApp()
      await archive().note({ ...dayOf(appid), at: T0, outcome: 'not_ready' })
      expect(await read(appid)).toMatchObject([
        { answer: null, hasData: false, fetchedAt: null, attemptedAt: T0, outcome: 'not_ready' },
      ])
    })

    it('sees each write at once, however often it was asked before', async () => {
      const appid = await someApp()
      expect(await read(appid)).toEqual([])
      expect(await archive().version(appid)).toBe(0)
      await archive().note({ ...dayOf(appid), at: T0, outcome: 'failed' })
      const noted = await archive().version(appid)
      expect(noted).toBeGreaterThan(0)
      await archive().keep(anAnswer(appid))
      expect(await archive().version(appid)).toBeGreaterThan(noted)
      expect(await read(appid)).toHaveLength(1)
    })

    it('counts versions for each app by itself, and never back', async () => {
      const [appid, other] = [await someApp(), await someApp()]
      await archive().keep(anAnswer(appid))
      const kept = await archive().version(appid)
      await archive().erase(appid)
      expect(await archive().version(appid)).toBeGreaterThan(kept)
      expect(await archive().version(other)).toBe(0)
    })

    it('loses no count when many write at once', async () => {
      const appid = await someApp()
      const periods = Array.from({ length: 20 }, (_, n) => `2026-06-${String(n + 1).padStart(2, '0')}`)
      await Promise.all(periods.map(period => archive().keep(anAnswer(appid, { period }))))
      expect(await archive().version(appid)).toBe(20)
      expect(await read(appid, periods)).toHaveLength(20)
    })

    it('keeps each of many that are written at once by its own rules', async () => {
      const appid = await someApp()
      await archive().keep(anAnswer(appid, { period: '2026-07-11', answer: 'first', fetchedAt: T0 }))
      await archive().keep(anAnswer(appid, { period: '2026-07-12', answer: 'newer', fetchedAt: T0 + 9 }))
      await claim(appid, ['2026-07-12'])
      await Promise.all([
        archive().keep(anAnswer(appid, { period: '2026-07-11', answer: 'second', fetchedAt: T0 + 5 })),
        archive().keep(anAnswer(appid, { period: '2026-07-12', answer: 'older', fetchedAt: T0 })),
        archive().keep(anAnswer(appid, { period: '2026-07-13', answer: 'one', hasData: false, fetchedAt: T0 })),
        archive().keep(anAnswer(appid, { period: '2026-07-13', answer: 'another', fetchedAt: T0 + 1 })),
        archive().keep(anAnswer(appid, { report: 'summary.daily', period: '2026-07-13', answer: 'of its own' })),
      ])
      expect(await read(appid)).toMatchObject([
        { period: '2026-07-11', answer: 'second', revised: true },
        { period: '2026-07-12', answer: 'newer', fetchedAt: T0 + 9, revised: false },
        { period: '2026-07-13', answer: 'another', hasData: true, revised: true },
      ])
      expect(await archive().read(appid, 'summary.daily', DAYS)).toMatchObject([{ answer: 'of its own' }])
      expect(await claim(appid, ['2026-07-12'])).toEqual(['2026-07-12'])
      expect(await archive().version(appid)).toBe(7)
    })

    it('keeps the others when one of those written at once cannot be', async () => {
      const appid = await someApp()
      const [bad, good] = await Promise.allSettled([
        archive().keep(anAnswer(appid, { period: '2026-07-11', answer: 'no text: \u0000' })),
        archive().keep(anAnswer(appid, { period: '2026-07-12' })),
      ])
      expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled'])
      expect(await read(appid)).toMatchObject([{ period: '2026-07-12' }])
    })

    it('forgets one app when erased', async () => {
      const [appid, other] = [await someApp(), await someApp()]
      for (const each of [appid, other]) await archive().keep(anAnswer(each))
      await archive().erase(appid)
      expect(await read(appid)).toEqual([])
      expect(await read(other)).toHaveLength(1)
    })
  })

  describe('a claim', () => {
    it('is granted for what is free, to one asker', async () => {
      const appid = await someApp()
      expect(await claim(appid, ['2026-07-11', '2026-07-12'])).toEqual(['2026-07-11', '2026-07-12'])
      expect(await claim(appid, DAYS)).toEqual(['2026-07-13'])
      expect(await claim(appid, DAYS)).toEqual([])
    })

    it('goes to one of many who race for many periods in any order', async () => {
      const appid = await someApp()
      const periods = Array.from({ length: 30 }, (_, n) => `2026-06-${String(n + 1).padStart(2, '0')}`)
      const orders = [periods, [...periods].reverse(), periods.slice(10), periods.slice(0, 20), periods]
      const granted = (await Promise.all(orders.map(order => claim(appid, order)))).flat()
      expect(granted.sort()).toEqual(periods)
    })

    it('takes a period named twice once, and nothing for nothing', async () => {
      const appid = await someApp()
      expect(await claim(appid, ['2026-07-13', '2026-07-13'])).toEqual(['2026-07-13'])
      expect(await claim(appid, [])).toEqual([])
    })

    it('ends with its time', async () => {
      const appid = await someApp()
      await claim(appid, DAYS, T0, T0 + 100)
      expect(await claim(appid, DAYS, T0 + 99)).toEqual([])
      expect(await claim(appid, DAYS, T0 + 100)).toEqual(DAYS)
    })

    it('of a clock that was a year ahead holds nothing', async () => {
      const appid = await someApp()
      const year = 365 * 86_400_000
      await claim(appid, DAYS, T0 + year, T0 + year + 100)
      expect(await claim(appid, DAYS, T0, T0 + 100)).toEqual(DAYS)
    })

    it('ends with an answer and with a noted attempt', async () => {
      const appid = await someApp()
      await claim(appid, DAYS)
      await archive().keep(anAnswer(appid, { period: '2026-07-11' }))
      await archive().note({ ...dayOf(appid, '2026-07-12'), at: T0, outcome: 'failed' })
      expect(await claim(appid, DAYS)).toEqual(['2026-07-11', '2026-07-12'])
    })

    it('ends with an answer that came too late to count', async () => {
      const appid = await someApp()
      await archive().keep(anAnswer(appid, { fetchedAt: T0 + 9 }))
      await claim(appid, ['2026-07-13'])
      await archive().keep(anAnswer(appid, { fetchedAt: T0 }))
      expect(await claim(appid, ['2026-07-13'])).toEqual(['2026-07-13'])
    })

    it('changes nothing of what is known', async () => {
      const appid = await someApp()
      await archive().keep(anAnswer(appid))
      const before = await read(appid)
      await claim(appid, DAYS)
      expect(await read(appid)).toEqual(before)
    })

    it('for one report leaves the other reports free', async () => {
      const appid = await someApp()
      await claim(appid, DAYS)
      expect(await archive().claim(appid, 'pages.daily', DAYS, T0, T0 + 1)).toEqual(DAYS)
    })
  })

  describe('of an archive', () => {
    it('the newest day with data before another is known', async () => {
      const appid = await someApp()
      expect(await archive().latestWithData(appid, 'visit.daily', '2026-07-14')).toBeNull()
      await archive().keep(anAnswer(appid, { period: '2026-07-11' }))
      await archive().keep(anAnswer(appid, { period: '2026-07-12' }))
      await archive().keep(anAnswer(appid, { period: '2026-07-13', hasData: false }))
      const before = (day: string) => archive().latestWithData(appid, 'visit.daily', day)
      expect(await Promise.all(['2026-07-14', '2026-07-12', '2026-07-11'].map(before))).toEqual([
        '2026-07-12',
        '2026-07-11',
        null,
      ])
      expect(await archive().latestWithData(appid, 'pages.daily', '2026-07-14')).toBeNull()
    })

    it('what came of asking is known for each period', async () => {
      const appid = await someApp()
      const { fetchedAt } = anAnswer(appid)
      await archive().keep(anAnswer(appid, { period: '2026-07-11' }))
      await archive().keep(anAnswer(appid, { period: '2026-07-12', final: false, hasData: false }))
      await archive().note({ ...dayOf(appid, '2026-07-12'), at: fetchedAt + 5, outcome: 'quota' })
      await archive().note({ ...dayOf(appid, '2026-07-13'), at: T0, outcome: 'failed' })
      await claim(appid, ['2026-07-14'])
      const standings = (periods: string[]) => archive().standings(appid, 'visit.daily', periods)
      expect(await standings([...DAYS, '2026-07-14'])).toEqual([
        { period: '2026-07-11', outcome: 'answered', attemptedAt: fetchedAt, isAnswered: true },
        { period: '2026-07-12', outcome: 'quota', attemptedAt: fetchedAt + 5, isAnswered: true },
        { period: '2026-07-13', outcome: 'failed', attemptedAt: T0, isAnswered: false },
      ])
      expect(await standings(['2026-07-13'])).toHaveLength(1)
      expect(await standings([])).toEqual([])
    })

    it('each report is summed up by its newest answer and its worst last outcome', async () => {
      const appid = await someApp()
      await archive().keep(anAnswer(appid, { period: '2026-07-11', fetchedAt: T0 + 3 }))
      await archive().keep(anAnswer(appid, { period: '2026-07-12', fetchedAt: T0 + 1 }))
      await archive().note({ ...dayOf(appid, '2026-07-13'), at: T0 + 9, outcome: 'not_ready' })
      await archive().note({ appid, report: 'pages.daily', period: '2026-07-13', at: T0, outcome: 'secret_refused' })
      expect(await archive().summary(appid)).toEqual([
        { report: 'pages.daily', newestFetchedAt: null, lastOutcome: 'secret_refused' },
        { report: 'visit.daily', newestFetchedAt: T0 + 3, lastOutcome: 'not_ready' },
      ])
      expect(await archive().summary('wx_none')).toEqual([])
    })
  })
}
