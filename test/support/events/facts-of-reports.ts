import type { CurveMinutes, EventReports } from '../../../server/ports/event-reports.ts'
import { addDays, type Day, type Granularity, periodOf } from '../../../src/contract/periods.ts'
import type { Facts } from './real-traffic.ts'

/** The wanted facts, in the shape in which {@link told} gives the reports' answers. */
export function wanted(facts: Facts) {
  const { distribution_all, distribution_busiest_day, hourly_busiest_day, minute_pv } = facts
  return {
    days: periods(facts.daily, ({ visit_total }) => ({ visit_total })),
    weeks: periods(facts.weekly, () => ({})),
    months: periods(facts.monthly, () => ({})),
    retention: [facts.retention_daily, facts.retention_weekly, facts.retention_monthly].map(table =>
      Object.values(table),
    ),
    engagement: [distribution_all, distribution_busiest_day].map(({ staytime, depth }) => ({ staytime, depth })),
    hours: hourly_busiest_day,
    pages: byName(facts.top_pages),
    busiestPages: byName(facts.top_pages_busiest_day),
    minutes: minute_pv?.pv,
  }
}

function periods<
  Row extends { pv: number; uv: number; new: number; sessions: number; stay_seconds: number; depth_sum: number },
>(table: Record<string, Row>, more: (row: Row) => object) {
  return Object.values(table).map(row => {
    const { pv, uv, new: fresh, sessions, stay_seconds, depth_sum } = row
    return { pv, uv, new: fresh, sessions, stay_seconds, depth_sum, ...more(row) }
  })
}

const byName = <Row extends { page: string }>(rows: readonly Row[]) =>
  [...rows]
    .map(row => ({ ...row, page: row.page.replace(/^\//, '') || '/' }))
    .sort((one, other) => (one.page < other.page ? -1 : 1))

/** The same out of the reports. */
export async function told(reports: EventReports, appid: string, facts: Facts): Promise<ReturnType<typeof wanted>> {
  const { first_day: first, last_day: last } = facts.total
  const busiest = facts.distribution_busiest_day.day
  const [dailyRows, weeklyRows, monthlyRows] = await Promise.all(
    granularitiesOf(facts).map(async ({ granularity, names }) => {
      const spans = names.map(name => periodOf(granularity, name))
      return reports.visits(appid, granularity, spans)
    }),
  )
  const rows = (found: typeof dailyRows) =>
    (found ?? []).map(row => ({
      pv: row.views,
      uv: row.people,
      new: row.newPeople,
      sessions: row.sessions,
      stay_seconds: row.staySeconds,
      depth_sum: row.depthSum,
    }))
  const hours = await curve(reports, appid, busiest, 60)
  const minutes = facts.minute_pv && (await curve(reports, appid, facts.minute_pv.day, 1))
  return {
    days: rows(dailyRows).map((row, index) => ({ ...row, visit_total: dailyRows?.[index]?.totalPeople ?? -1 })),
    weeks: rows(weeklyRows),
    months: rows(monthlyRows),
    retention: await Promise.all(granularitiesOf(facts).map(one => retention(reports, appid, one))),
    engagement: [await distribution(reports, appid, first, last), await distribution(reports, appid, busiest, busiest)],
    hours: { pv: hours.pv, uv: hours.uv },
    pages: await pages(reports, appid, { first, last, names: facts.top_pages.map(row => row.page) }),
    busiestPages: (
      await pages(reports, appid, {
        first: busiest,
        last: busiest,
        names: facts.top_pages_busiest_day.map(row => row.page),
      })
    ).map(({ page, pv, uv }) => ({ page, pv, uv })),
    minutes: minutes?.pv,
  }
}

interface RetentionTable {
  granularity: Granularity
  names: Day[]
  table: Facts['retention_daily']
}

function granularitiesOf(facts: Facts): RetentionTable[] {
  const firsts = (table: object) => Object.keys(table)
  return [
    { granularity: 'day', names: firsts(facts.daily), table: facts.retention_daily },
    { granularity: 'week', names: firsts(facts.weekly).map(name => name.slice(0, 10)), table: facts.retention_weekly },
    {
      granularity: 'month',
      names: firsts(facts.monthly).map(name => `${name.slice(0, 4)}-${name.slice(4)}-01`),
      table: facts.retention_monthly,
    },
  ]
}

async function retention(reports: EventReports, appid: string, { granularity, names, table }: RetentionTable) {
  const keys = [...new Set(Object.values(table).flatMap(row => Object.keys(row.new).map(Number)))]
  const ask = (cohort: 'new' | 'active') => reports.cohorts(appid, { granularity, cohort, periods: names, keys })
  const [fresh, active] = await Promise.all([ask('new'), ask('active')])
  return Object.values(table).map((row, index) => {
    const pick = (rows: typeof fresh, wantedKeys: Record<string, number>) =>
      Object.fromEntries(
        Object.keys(wantedKeys).map(key => [
          key,
          rows[index]?.counts.find(cell => cell.key === Number(key))?.people ?? -1,
        ]),
      )
    return { new: pick(fresh, row.new), active: pick(active, row.active) }
  })
}

async function distribution(reports: EventReports, appid: string, from: Day, to: Day) {
  const { stay, depth } = await reports.engagement(appid, from, to)
  const keyed = (buckets: typeof stay) =>
    Object.fromEntries(buckets.map(({ key, sessions }) => [String(key), sessions]))
  return { staytime: keyed(stay), depth: keyed(depth) }
}

async function curve(reports: EventReports, appid: string, day: Day, granularity: CurveMinutes) {
  const { points } = await reports.curve(appid, { day, granularity, page: null, fromMinute: 0, toMinute: 1440 })
  const at = new Map(points.map(point => [point.minute, point]))
  const each = Array.from({ length: 1440 / granularity }, (_, index) => at.get(index * granularity))
  return { pv: each.map(point => point?.views ?? 0), uv: each.map(point => point?.people ?? 0) }
}

async function pages(reports: EventReports, appid: string, ask: { first: Day; last: Day; names: string[] }) {
  const names = new Set(ask.names.map(name => name.replace(/^\//, '') || '/'))
  const rows = await reports.pages(appid, ask.first, ask.last)
  return byName(
    rows
      .filter(({ path }) => names.has(path))
      .map(row => ({
        page: row.path,
        pv: row.views,
        uv: row.people,
        entry: row.entries,
        exit: row.exits,
        stay_avg: rounded(row.staySeconds / row.views),
        exit_rate: rounded(row.exits / row.views),
      })),
  )
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6

/** The day after the last one: when everything has come. */
export const dayAfter = (facts: Facts): Day => addDays(facts.total.last_day, 1)
