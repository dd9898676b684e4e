import { expect, it } from 'vitest'
import { counterMinutes, type EventEngine } from '../../../server/adapters/events/engine.ts'
import { addDays, startOfDay } from '../../../src/contract/periods.ts'
import { aBatch, anEvent } from '../events/build.ts'
import { worldApps, worldDay } from '../events/worlds.ts'

const [app, other] = worldApps
const DAY_MS = 86_400_000
const noon = startOfDay(worldDay, 12)

/** What every engine of events says of days: which it knows, and from which one on it is behind the curves. */
export function daysOfEngine(engine: () => EventEngine): void {
  const count = () => engine().count(noon, counterMinutes)

  it('knows the first day of an app with its first minutes, before that day is counted', async () => {
    await engine().insert([aBatch(app, 'one', [anEvent({ at: noon, who: 'ann' })])])
    expect(await engine().reports.firstDay(app)).toBeNull()
    await engine().count(noon, [1, 5])
    expect(await engine().reports.firstDay(app)).toBe(worldDay)
  })

  it('says which days the curves know and nobody counted yet, and when the others were counted', async () => {
    await engine().insert([aBatch(app, 'one', [anEvent({ at: noon, who: 'ann' })])])
    await count()
    await engine().insert([
      aBatch(app, 'two', [anEvent({ at: noon + 1, who: 'ann' }), anEvent({ at: noon + DAY_MS, who: 'ann' })]),
    ])
    await engine().count(noon + 2, [1, 5])
    const nextDay = '2026-09-01'
    expect(await engine().reports.dayStanding(app, nextDay)).toEqual({
      countedAt: await engine().reports.countedAt(app),
      behindFrom: worldDay,
      behindSince: noon,
      uncounted: [nextDay],
    })
    expect((await engine().reports.dayStanding(other, nextDay)).behindFrom).toBeNull()
    await engine().count(noon + 3, [1440])
    expect(await engine().reports.dayStanding(app, nextDay)).toEqual({
      countedAt: await engine().reports.countedAt(app),
      behindFrom: null,
      behindSince: noon + 3,
      uncounted: [],
    })
  })

  it('is behind since the day of which an openid that is told now moves somebody', async () => {
    const view = (days: number, openid: string | null) => anEvent({ at: noon + days * DAY_MS, who: 'ann', openid })
    await engine().insert([aBatch(app, 'one', [view(-3, null), view(-2, null)])])
    await count()
    await engine().insert([aBatch(app, 'two', [view(0, 'o1')])])
    await engine().count(noon, [1])
    expect((await engine().reports.dayStanding(app, worldDay)).behindFrom).toBe(addDays(worldDay, -3))
    await engine().count(noon, [1440])
    await engine().insert([aBatch(app, 'three', [anEvent({ at: noon + 1, who: 'new', openid: 'o3' })])])
    await engine().count(noon, [1])
    expect((await engine().reports.dayStanding(app, worldDay)).behindFrom).toBe(worldDay)
  })
}
