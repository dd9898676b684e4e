import { type Day, dayOf, periodOf, startOfDay } from '../../../src/contract/periods.ts'
import type { OverviewAnswer } from '../../../src/contract/reports.ts'
import { isKnown, statedOf } from '../../domain/collector/horizon.ts'
import { metricValuesOf } from '../../domain/collector/metric-values.ts'
import { namedPages, pageRowOf, remarkOf } from '../../domain/collector/pages-data.ts'
import { baseDaysOf } from '../../domain/comparison.ts'
import { overviewDay } from '../../domain/overview-day.ts'
import { emptyMetricRow, type MetricRow } from '../../domain/rows.ts'
import type { Timed } from '../timed-answer.ts'
import { type CollectorDeps, collectorAnswer, readHorizon } from './deps.ts'

const MINUTE_MS = 60_000

/** 数据概况 of our own events. Today stands against the same elapsed time of its base days, as far as a curve can tell. */
export async function collectedOverview(
  deps: CollectorDeps,
  { appid, date }: { appid: string; date: Day },
): Promise<Timed<OverviewAnswer>> {
  const now = deps.clock.now()
  const bases = Object.values(baseDaysOf(date))
  const isToday = date === dayOf(now)
  const horizon = await readHorizon(deps, appid, date)
  const [counts, pages, remarks, early] = await Promise.all([
    deps.counts.visits(
      appid,
      'day',
      [date, ...(isToday ? [] : bases)].map(day => ({ from: day, to: day })),
    ),
    deps.counts.pages(appid, date, date),
    deps.remarks.of(appid),
    isToday ? earlyHours(deps, appid, bases, now) : new Map<Day, MetricRow>(),
  ])
  const values = new Map([...early, ...counts.map(one => [one.from, metricValuesOf(one)] as const)])
  const rowOf = (day: Day) => (isKnown({ from: day, to: day }, horizon) ? (values.get(day) ?? null) : null)
  const named = namedPages(pages)
  const names = new Map(named.flatMap(({ path }) => pair(path, remarkOf(remarks, path))))
  const list = { rows: named.map(pageRowOf), truncated: named.length < pages.length }
  const day = overviewDay(date, one => ({ visit: rowOf(one), summary: rowOf(one) }), list, names)
  const data = rowOf(date) ? day : { ...day, latest: null }
  const stated = [statedOf(periodOf('day', date), horizon)]
  const { answer, until } = collectorAnswer('overview', { appid, from: date, to: date }, stated, data, horizon)
  // the bases of today grow with the clock
  return { answer, until: isToday ? Math.min(until, now + MINUTE_MS) : until }
}

const pair = (path: string, remark: string | null): [string, string][] => (remark === null ? [] : [[path, remark]])

/** What of other days had happened by the same time. People of a span are known as exactly as those of a day. */
async function earlyHours(
  { counts }: CollectorDeps,
  appid: string,
  days: Day[],
  now: number,
): Promise<Map<Day, MetricRow>> {
  const toMinute = Math.floor((now - startOfDay(dayOf(now))) / MINUTE_MS)
  const rows = days.map(async (day): Promise<[Day, MetricRow]> => {
    const ask = { day, granularity: 1, page: null, fromMinute: 0, toMinute } as const
    const { totals } = await counts.curve(appid, ask)
    const { sessions, views, people } = totals
    return [day, { ...emptyMetricRow(), session_cnt: sessions, visit_pv: views, visit_uv: people }]
  })
  return new Map(await Promise.all(rows))
}
