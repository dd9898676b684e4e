import type { CollectedEvent } from '../../server/ports/events.ts'
import { createReports } from '../../server/usecases/reports.ts'
import { aBatch, anEvent, type EventWords } from './events/build.ts'
import { at } from './fakes/clock.ts'
import { openHttpApp } from './http-app.ts'
import { madeUpReports } from './report-answers.ts'
import { reportsBench } from './reports-bench.ts'

export const APP = 'wxfeedface00000001'
export const NOW = '2026-07-15 16:00'

/** What was seen, by the clock of Shanghai. */
export const seen = (when: string, who: string, words: Partial<EventWords> = {}) =>
  anEvent({ at: at(when), who, ...words })

/** An app that began on 13 July: two people, then one of them and a new one. */
export const someDays = [
  seen('2026-07-13 10:00', 'a', { path: 'home', scene: 1001, context: { platform: 'ios', model: 'iPhone 15' } }),
  seen('2026-07-13 10:01', 'a', { path: 'goods' }),
  seen('2026-07-13 11:00', 'b', { path: 'home', scene: 1011, context: { platform: 'android' } }),
  seen('2026-07-14 10:00', 'a', { path: 'home', scene: 1089 }),
  seen('2026-07-14 12:00', 'c', { path: 'home', scene: 9999 }),
  seen('2026-07-15 09:00', 'a', { path: 'home', scene: 1001 }),
  seen('2026-07-15 15:58', 'b', { path: 'goods', scene: 1001 }),
]

/** The reports of our own events over HTTP, admin's view. */
export async function openCollectorReports(events: CollectedEvent[] = someDays) {
  const bench = reportsBench(() => undefined, NOW)
  const http = openHttpApp({ reports: { ...madeUpReports, ...createReports(bench) } })
  http.clock.set(NOW)
  const token = await http.bind(APP)
  if (events.length > 0) await bench.store.append(aBatch(APP, 'b1', events, { receivedAt: at(NOW) }))
  const get = (path: string, headers = {}) =>
    http.call('GET', `/apps/${APP}/reports/${path}${path.includes('?') ? '&' : '?'}source=collector`, {
      token,
      headers,
    })
  /** Data of an answer. */
  // biome-ignore lint/suspicious/noExplicitAny: each test reads the part that it is about
  const data = async (path: string): Promise<any> => {
    const response = await get(path)
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
    return (await response.json()).data
  }
  return { ...http, bench, token, get, data }
}
