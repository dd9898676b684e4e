import type { EventReports } from '../../server/ports/event-reports.ts'
import { addDays, type Day } from '../../src/contract/periods.ts'
import { TRAFFIC_APPS, trafficApp } from './event-traffic.ts'

/** One read of a screen; `turn` chooses app and range, so that no answer serves two. */
export type Read = (reports: EventReports, turn: number) => Promise<unknown>

/** Every second turn asks for the app with 60 % of the traffic. */
const appOf = (turn: number) => trafficApp(turn % 2 === 0 ? 0 : 1 + (turn % (TRAFFIC_APPS - 1)))
const one = (day: Day) => ({ from: day, to: day })
const daysUpTo = (day: Day, count: number) =>
  Array.from({ length: count }, (_, index) => addDays(day, index + 1 - count))

/** @param last the last day with traffic */
export function readsOf(last: Day) {
  const day = (turn: number) => addDays(last, -(turn % 25))
  const wholeDay = (granularity: 1 | 5, of: (turn: number) => Day): Read => {
    return (reports, turn) =>
      reports.curve(appOf(turn), { day: of(turn), granularity, page: null, fromMinute: 0, toMinute: 1440 })
  }
  const reads = {
    yesterday: (reports, turn) =>
      reports.visits(
        appOf(turn),
        'day',
        [0, 1, 7, 30].map(back => one(addDays(day(turn), -back))),
      ),
    trend: (reports, turn) => reports.visits(appOf(turn), 'day', daysUpTo(day(turn), 30).map(one)),
    pages: (reports, turn) => reports.pages(appOf(turn), addDays(day(turn), -29), day(turn)),
    curve5: wholeDay(5, day),
    curve1: wholeDay(1, day),
    lastDay5: wholeDay(5, () => last),
    lastDay1: wholeDay(1, () => last),
    retention: (reports, turn) =>
      reports.cohorts(appOf(turn), {
        granularity: 'day',
        cohort: turn % 4 < 2 ? 'new' : 'active',
        periods: daysUpTo(addDays(day(turn), -1), 30),
        keys: [1, 2, 3, 4, 5, 6, 7, 14, 30],
      }),
    retentionOfPeople: (reports, turn) =>
      reports.cohorts(appOf(turn), {
        granularity: 'day',
        cohort: turn % 4 < 2 ? 'new' : 'active',
        periods: daysUpTo(addDays(day(turn), -1), 30),
        keys: [1, 2, 3, 4, 5, 6, 7, 13, 14, 30],
      }),
  } satisfies Record<string, Read>
  return reads
}

/** Milliseconds of each turn, after some that warm it up. */
export async function timeReads(reports: EventReports, read: Read, turns: number): Promise<number[]> {
  for (let turn = 0; turn < 6; turn += 1) await read(reports, turns + turn)
  const spent: number[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now()
    await read(reports, turn)
    spent.push(performance.now() - began)
  }
  return spent
}
