import { curveMinutes, type EventReports } from '../../../server/ports/event-reports.ts'
import { addDays, type Day, granularities, periodOf, startOfDay } from '../../../src/contract/periods.ts'

type Asked = Omit<EventReports, 'version' | 'countedAt' | 'dayStanding'>

/** What every report says of the days around one, in an order of its own where the port leaves it open. */
export async function allAnswers(reports: Asked, appid: string, day: Day) {
  const from = addDays(day, -41)
  const to = addDays(day, 2)
  const days = [-41, -40, -9, -8, -7, -6, -5, -2, -1, 0, 1, 2].map(count => addDays(day, count))
  const visits = granularities.map(granularity =>
    reports.visits(
      appid,
      granularity,
      distinct(
        days.map(one => periodOf(granularity, one)),
        period => period.name,
      ).map(({ from, to }) => ({ from, to })),
    ),
  )
  const cohorts = granularities.flatMap(granularity =>
    (['new', 'active'] as const).map(cohort =>
      reports.cohorts(appid, {
        granularity,
        cohort,
        periods: distinct(
          days.map(one => periodOf(granularity, one).from),
          one => one,
        ),
        keys: granularity === 'day' ? [1, 2, 7, 30] : [1, 2],
      }),
    ),
  )
  const curves = curveMinutes.flatMap(granularity =>
    [null, 'pages/a', ...(granularity === 60 ? ['pages/never'] : [])].map(page =>
      reports.curve(appid, { day, granularity, page, fromMinute: 0, toMinute: 1440 }),
    ),
  )
  const spans = [
    [0, 60],
    [30, 1380],
    [1380, 1440],
  ].map(([fromMinute = 0, toMinute = 0]) =>
    reports.curve(appid, { day, granularity: 30, page: null, fromMinute, toMinute }),
  )
  return {
    firstDay: await reports.firstDay(appid),
    visits: await Promise.all(visits),
    cohorts: await Promise.all(cohorts),
    pages: await Promise.all([
      reports.pages(appid, from, to).then(sorted),
      reports.pages(appid, day, day).then(sorted),
      reports.pages(appid, addDays(day, -7), day).then(sorted),
    ]),
    scenes: sorted(await reports.scenes(appid, from, to)),
    sourcePeople: sorted(await reports.sourcePeople(appid, from, to)),
    engagement: [await reports.engagement(appid, from, to), await reports.engagement(appid, day, day)],
    devices: [
      sorted((await reports.devices(appid, day, to, 'active')).counts),
      sorted((await reports.devices(appid, day, to, 'new')).counts),
    ],
    curves: await Promise.all(curves),
    spans: await Promise.all(spans),
    active: await reports.activeUsers(appid, startOfDay(day) + 61_000),
  }
}

const sorted = <Row>(rows: Row[]) => {
  const key = (row: Row) => JSON.stringify(Object.entries(row as object).sort())
  return [...rows].sort((one, other) => (key(one) < key(other) ? -1 : 1))
}

function distinct<Item>(items: Item[], by: (item: Item) => string): Item[] {
  return [...new Map(items.map(item => [by(item), item])).values()]
}
