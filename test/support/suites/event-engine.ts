import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { counterMinutes, type EventEngine } from '../../../server/adapters/events/engine.ts'
import { addDays, startOfDay } from '../../../src/contract/periods.ts'
import { allAnswers } from '../events/all-answers.ts'
import { aBatch, anEvent } from '../events/build.ts'
import { naiveReports } from '../events/naive-reports.ts'
import { world, worldApps, worldDay } from '../events/worlds.ts'
import { daysOfEngine } from './event-engine-days.ts'

const [app, other] = worldApps
const DAY_MS = 86_400_000
const noon = startOfDay(worldDay, 12)

/** What every engine of events keeps to. */
export function eventEngineSuite(name: string, open: () => Promise<EventEngine>, worlds: number): void {
  describe(name, () => {
    let engine: EventEngine
    beforeAll(async () => {
      engine = await open()
    })
    afterAll(() => engine.close())
    beforeEach(async () => {
      for (const appid of worldApps) await engine.erase(appid)
    })
    const count = () => engine.count(noon, counterMinutes)
    const viewsOf = async (appid: string) =>
      (await engine.reports.visits(appid, 'day', [{ from: worldDay, to: worldDay }])).map(day => day.views)
    const peopleOf = async (appid: string) =>
      (await engine.reports.visits(appid, 'day', [{ from: worldDay, to: worldDay }])).map(day => day.people)

    it('counts what a scan of all events counts, in whatever order they arrive', { timeout: 120_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(world, fc.boolean(), async (steps, isMadeAnew) => {
          for (const appid of worldApps) await engine.erase(appid)
          for (const { batch, lengths } of steps) {
            await engine.insert([batch])
            if (lengths.length > 0) await engine.count(0, lengths)
          }
          await (isMadeAnew ? engine.rebuild(0) : engine.count(0, counterMinutes))
          const batches = steps.map(({ batch }) => batch)
          for (const appid of worldApps) {
            const scanned = await allAnswers(naiveReports(batches, appid), appid, worldDay)
            expect(await allAnswers(engine.reports, appid, worldDay)).toEqual(scanned)
          }
        }),
        { numRuns: worlds, endOnFailure: true },
      )
    })

    it('knows its days as a scan does, or says from which one on it does not', { timeout: 120_000 }, async () => {
      const days = [-41, -40, -9, -8, -7, -6, -5, -2, -1, 0, 1, 2].map(count => addDays(worldDay, count))
      const periods = days.map(day => ({ from: day, to: day }))
      await fc.assert(
        fc.asyncProperty(world, async steps => {
          for (const appid of worldApps) await engine.erase(appid)
          await engine.count(0, counterMinutes)
          for (const [place, { batch, lengths }] of steps.entries()) {
            await engine.insert([batch])
            await engine.count(0, lengths.length > 0 ? lengths : [1])
            const scan = naiveReports(
              steps.slice(0, place + 1).map(step => step.batch),
              batch.appid,
            )
            const scanned = await scan.visits(batch.appid, 'day', periods)
            const told = await engine.reports.visits(batch.appid, 'day', periods)
            const { behindFrom, uncounted } = await engine.reports.dayStanding(batch.appid, worldDay)
            const isSure = ({ to }: { to: string }) => behindFrom === null || to < behindFrom
            expect(told.filter(isSure)).toEqual(scanned.filter(isSure))
            const has = (rows: typeof told, day: string) => rows.some(({ from, people }) => from === day && people > 0)
            const silent = days.filter(day => has(scanned, day) && !has(told, day))
            expect(silent.filter(day => !uncounted.includes(day))).toEqual([])
          }
        }),
        { numRuns: worlds, endOnFailure: true },
      )
    })

    it('counts days and minutes side by side as one after the other', { timeout: 60_000 }, async () => {
      const events = Array.from({ length: 40 }, (_, index) =>
        anEvent({
          at: noon + ((index * 7) % 40) * 700_000,
          who: `w${index % 5}`,
          openid: index % 6 === 5 ? 'o1' : null,
        }),
      )
      const batches = events.map((event, index) => aBatch(app, `batch ${index}`, [event], { receivedAt: event.at }))
      const days: Promise<unknown>[] = []
      for (const [index, batch] of batches.entries()) {
        await engine.insert([batch])
        if (index % 4 === 0) days.push(engine.count(0, [1440]))
        if (index % 2 === 0) await engine.count(0, index % 3 === 0 ? [1, 5, 10, 30, 60] : [1, 5])
      }
      await Promise.all(days)
      await count()
      expect(await allAnswers(engine.reports, app, worldDay)).toEqual(
        await allAnswers(naiveReports(batches, app), app, worldDay),
      )
    })

    it('keeps a batch once and answers a second one of its name as the first', async () => {
      const rejected = [{ index: 1, reason: 'at' }]
      const batch = aBatch(app, 'one', [anEvent({ at: noon, who: 'ann' })], { rejected })
      const first = { duplicate: false, accepted: 1, rejected }
      const again = { ...first, duplicate: true }
      expect(await engine.insert([batch, batch])).toEqual([first, again])
      expect(await engine.insert([{ ...batch, events: [] }])).toEqual([again])
      expect(await engine.receipts([batch, { appid: other, batch: 'one' }])).toEqual([again, null])
      await count()
      expect(await viewsOf(app)).toEqual([1])
    })

    it('names the apps whose counters changed, and raises their version', async () => {
      await engine.insert([aBatch(app, 'one', [anEvent({ at: noon, who: 'ann' })])])
      const before = await engine.reports.version(app)
      const others = await engine.reports.version(other)
      expect(await engine.count(noon + 1, counterMinutes)).toEqual({ appids: [app] })
      expect(await engine.count(noon + 2, counterMinutes)).toEqual({ appids: [] })
      expect(await engine.reports.version(app)).toBeGreaterThan(before)
      expect(await engine.reports.version(other)).toBe(others)
      expect(await engine.reports.countedAt(app)).toBeGreaterThanOrEqual(noon + 1)
    })

    daysOfEngine(() => engine)

    it('tells devices of days whose raw events are all there, and names the others', async () => {
      const seen = (at: number, who: string) => anEvent({ at, who, context: { platform: who } })
      await engine.insert([aBatch(app, 'old', [seen(noon, 'ann'), seen(noon, 'bob')], { receivedAt: noon })])
      const later = [seen(noon + 1, 'cat'), seen(noon + DAY_MS, 'ann')]
      await engine.insert([aBatch(app, 'young', later, { receivedAt: noon + DAY_MS })])
      await count()
      await engine.expire({ eventsReceivedBefore: noon + 1, batchesReceivedBefore: 0 })
      const { counts, forgotten } = await engine.reports.devices(app, worldDay, '2026-09-01', 'active')
      expect(forgotten).toEqual([worldDay])
      expect(counts.filter(({ kind }) => kind === 'platform')).toEqual([{ kind: 'platform', name: 'ann', people: 1 }])
    })

    it('lists the newest events of any environment as they came', async () => {
      const context = { env: 'trial' as const, platform: 'ios', appVersion: '1.2' }
      const events = [
        anEvent({ at: noon, who: 'ann-with-a-long-id', scene: 1001 }),
        anEvent({ at: noon - 5, who: 'bob', type: 'custom', name: 'buy', path: null, context }),
      ]
      await engine.insert([aBatch(app, 'one', events, { receivedAt: noon + 7 })])
      const none = { path: null, name: null, scene: null, platform: null, appVersion: null }
      const at = { receivedAt: noon + 7 }
      const bob = { ...none, ...at, at: noon - 5, type: 'custom', name: 'buy', ...context, visitor: 'bob' }
      const ann = {
        ...none,
        ...at,
        at: noon,
        type: 'view',
        path: 'pages/a',
        scene: 1001,
        env: 'release',
        visitor: 'ann-with',
      }
      expect(await engine.recent(app, 10)).toEqual({ lastEventAt: noon, recent: [bob, ann] })
      expect(await engine.recent(app, 1)).toEqual({ lastEventAt: noon, recent: [bob] })
      expect(await engine.recent(other, 10)).toEqual({ lastEventAt: null, recent: [] })
    })

    it('erases an app, and no other one', async () => {
      const events = [anEvent({ at: noon, who: 'ann', openid: 'o1' })]
      await engine.insert([aBatch(other, 'one', events), aBatch(app, 'one', events)])
      await count()
      const wholeDay = { day: worldDay, granularity: 60, page: null, fromMinute: 0, toMinute: 1440 } as const
      const seen = async () => (await engine.reports.curve(app, wholeDay)).pages
      expect(await seen()).toEqual([{ path: 'pages/a', views: 1 }])
      await engine.erase(app)
      expect(await viewsOf(app)).toEqual([0])
      expect(await viewsOf(other)).toEqual([1])
      expect(await engine.receipts([{ appid: app, batch: 'one' }])).toEqual([null])
      await engine.insert([aBatch(app, 'one', [anEvent({ at: noon, who: 'ann', path: 'pages/new' })])])
      await count()
      expect((await engine.reports.pages(app, worldDay, worldDay)).map(page => page.path)).toEqual(['pages/new'])
      expect(await seen()).toEqual([{ path: 'pages/new', views: 1 }])
    })

    it.each([
      ['device', { id: 'ann' }],
      ['openid', { openidHash: 'o1' }],
    ])('erases the events of a visitor by %s, and keeps the numbers of the days', async (_, visitor) => {
      const events = [
        anEvent({ at: noon - 1, who: 'ann' }),
        anEvent({ at: noon, who: 'ann', openid: 'o1' }),
        anEvent({ at: noon, who: 'bob' }),
      ]
      await engine.insert([aBatch(app, 'one', events)])
      await count()
      await engine.eraseVisitor(app, visitor)
      expect((await engine.recent(app, 10)).recent.map(event => event.visitor)).toEqual(['bob'])
      // counted again because of a late event
      await engine.insert([aBatch(app, 'two', [anEvent({ at: noon + 1, who: 'bob' })])])
      await count()
      expect(await viewsOf(app)).toEqual([4])
      expect(await peopleOf(app)).toEqual([2])
    })

    it('forgets raw events by their receipt, and keeps what was counted of them', async () => {
      const old = aBatch(app, 'old', [anEvent({ at: noon, who: 'ann' })], { receivedAt: noon })
      const young = aBatch(app, 'young', [anEvent({ at: noon + DAY_MS, who: 'ann' })], { receivedAt: noon + DAY_MS })
      await engine.insert([old, young])
      await count()
      await engine.expire({ eventsReceivedBefore: noon + 1, batchesReceivedBefore: 0 })
      expect((await engine.recent(app, 10)).recent.map(event => event.at)).toEqual([noon + DAY_MS])
      await engine.insert([aBatch(app, 'late', [anEvent({ at: noon + 1, who: 'bob' })], { receivedAt: noon + DAY_MS })])
      await count()
      expect(await viewsOf(app)).toEqual([1])
      await engine.rebuild(noon)
      expect(await viewsOf(app)).toEqual([1])
      expect((await engine.reports.visits(app, 'month', [{ from: '2026-08-01', to: worldDay }]))[0]?.people).toBe(1)
    })

    it.each([
      ['of a page, for all of its day', { page: 'pages/a', fromMinute: 0, toMinute: 1440 }, 2],
      ['of a page, for an hour of it, no more', { page: 'pages/a', fromMinute: 720, toMinute: 780 }, null],
      ['of all pages, for all of the day', { page: null, fromMinute: 0, toMinute: 1440 }, 3],
      ['of all pages, for ten minutes of it, no more', { page: null, fromMinute: 720, toMinute: 730 }, null],
    ])('knows the people of a day whose raw events were forgotten %s', async (_, span, people) => {
      const seen = ['ann', 'bob', 'ann'].map(who => anEvent({ at: noon, who, path: 'pages/a' }))
      const elsewhere = anEvent({ at: noon, who: 'cat', path: 'pages/b' })
      await engine.insert([aBatch(app, 'old', [...seen, elsewhere], { receivedAt: noon })])
      await count()
      await engine.expire({ eventsReceivedBefore: noon + 1, batchesReceivedBefore: 0 })
      const { totals } = await engine.reports.curve(app, { day: worldDay, granularity: 10, ...span })
      expect(totals.people).toBe(people)
    })

    it('forgets the names of batches, but never those of imports', async () => {
      const events = [anEvent({ at: noon, who: 'ann' })]
      const sent = aBatch(app, 'sent', events, { receivedAt: noon })
      const imported = aBatch(app, 'imported', events, { receivedAt: noon, kind: 'import' })
      await engine.insert([sent, imported])
      await engine.expire({ eventsReceivedBefore: 0, batchesReceivedBefore: noon + 1 })
      const [first, second] = await engine.receipts([sent, imported])
      expect([first, second?.duplicate]).toEqual([null, true])
      await engine.insert([aBatch(app, 'next', events)])
      await count()
      expect(await viewsOf(app)).toEqual([3])
    })

    it('links at most 20 devices to an openid', async () => {
      const devices = Array.from({ length: 21 }, (_, index) => `device ${index}`)
      const before = devices.map(who => anEvent({ at: noon - 1, who }))
      const after = devices.map(who => anEvent({ at: noon, who, openid: 'o1' }))
      await engine.insert([aBatch(app, 'before', before)])
      await count()
      expect(await peopleOf(app)).toEqual([21])
      await engine.insert([aBatch(app, 'after', after)])
      await count()
      expect(await peopleOf(app)).toEqual([2])
    })

    it('counts a person of two scenes of one source once in it', async () => {
      const view = (hour: number, scene: number | null) => anEvent({ at: noon + hour * 3_600_000, who: 'ann', scene })
      await engine.insert([aBatch(app, 'one', [view(0, 1001), view(1, 1004), view(2, 9999), view(3, null)])])
      await count()
      expect(await engine.reports.sourcePeople(app, worldDay, worldDay)).toEqual([
        { day: worldDay, source: 1, people: 1 },
        { day: worldDay, source: 10, people: 1 },
        { day: null, source: 1, people: 1 },
        { day: null, source: 10, people: 1 },
      ])
    })

    it('keeps the stay of a page to the millisecond in which it was told', async () => {
      const told = anEvent({ at: noon + 2_000, who: 'ann', type: 'leave', stayMs: 1_234 })
      await engine.insert([aBatch(app, 'one', [anEvent({ at: noon, who: 'ann' }), told])])
      await count()
      expect((await engine.reports.pages(app, worldDay, worldDay)).map(page => page.staySeconds)).toEqual([1.234])
    })

    it('counts the pages beyond 2,000 of a day together, and keeps all of them', { timeout: 60_000 }, async () => {
      const page = (index: number) => anEvent({ at: noon + index, who: 'ann', path: `pages/${index}` })
      const events = [...Array.from({ length: 2_003 }, (_, index) => page(index)), page(7), page(2_002)]
      await engine.insert([aBatch(app, 'one', events)])
      await count()
      const pages = await engine.reports.pages(app, worldDay, worldDay)
      expect(pages).toHaveLength(2_001)
      expect(pages.slice(0, 3).map(({ path, views }) => [path, views])).toEqual([
        ['其他', 3],
        ['pages/2002', 2],
        ['pages/7', 2],
      ])
      expect(await viewsOf(app)).toEqual([2_005])
    })
  })
}
