import { addDays, countDays, type Day, MAX_RANGE_DAYS } from '../../../src/contract/periods.ts'
import type { Facts, PageFacts, PeriodFacts } from './real-traffic.ts'

/** The data of a report by its path and query, without `source`. */
// biome-ignore lint/suspicious/noExplicitAny: each report has another shape
export type AskReport = (path: string) => Promise<any>

/** The wanted facts in the shape in which {@link answered} gives what the reports answer. */
export function wantedAnswers(facts: Facts) {
  const { distribution_all, distribution_busiest_day: busiest, hourly_busiest_day, minute_pv } = facts
  const cells = (table: Facts['retention_daily']) =>
    Object.values(table).map(({ new: fresh, active }) => ({ new: fresh, active }))
  return {
    days: Object.values(facts.daily).map(row => ({ ...visitsOf(row), visit_total: row.visit_total })),
    weeks: Object.values(facts.weekly).map(visitsOf),
    months: Object.values(facts.monthly).map(visitsOf),
    retention: [facts.retention_daily, facts.retention_weekly, facts.retention_monthly].map(cells),
    engagement: [distribution_all, busiest].map(({ staytime, depth }) => ({ staytime, depth })),
    hours: hourly_busiest_day,
    minutes: minute_pv?.pv,
    pages: facts.top_pages.map(row => ({ ...row, page: pathOf(row.page) })).sort(byPage),
    busiestPages: facts.top_pages_busiest_day.map(row => ({ ...row, page: pathOf(row.page) })).sort(byPage),
  }
}

/** The same, asked report by report. */
export async function answered(ask: AskReport, facts: Facts): Promise<ReturnType<typeof wantedAnswers>> {
  const { first_day: first, last_day: last } = facts.total
  const { day: busiest } = facts.distribution_busiest_day
  const days = { granularity: 'day', spans: Object.keys(facts.daily).map(day => ({ from: day, to: day })) }
  const weeks = { granularity: 'week', spans: Object.keys(facts.weekly).map(weekOf) }
  const months = { granularity: 'month', spans: Object.keys(facts.monthly).map(monthOf) }
  return {
    days: await visits(ask, days, true),
    weeks: await visits(ask, weeks),
    months: await visits(ask, months),
    retention: [
      await retention(ask, days, facts.retention_daily),
      await retention(ask, weeks, facts.retention_weekly),
      await retention(ask, months, facts.retention_monthly),
    ],
    engagement: [await engagement(ask, first, last), await engagement(ask, busiest, busiest)],
    hours: await hours(ask, busiest),
    minutes: facts.minute_pv && (await curve(ask, facts.minute_pv.day, 1)).map(({ pv }) => pv),
    pages: await pages(ask, { first, last }, facts.top_pages),
    busiestPages: (await pages(ask, { first: busiest, last: busiest }, facts.top_pages_busiest_day)).map(
      ({ page, pv, uv }) => ({ page, pv, uv }),
    ),
  }
}

interface Spans {
  granularity: string
  spans: { from: Day; to: Day }[]
}

/** The facts give sums beside their own means, which were rounded half to even. */
const rounded = (value: number, digits = 4) => Math.round(value * 10 ** digits) / 10 ** digits
const pathOf = (page: string) => page.replace(/^\//, '') || '/'
const byPage = (one: { page: string }, other: { page: string }) => (one.page < other.page ? -1 : 1)

const weekOf = (name: string) => ({ from: name.slice(0, 10), to: name.slice(12) })
function monthOf(name: string) {
  const from = `${name.slice(0, 4)}-${name.slice(4)}-01`
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) }
}

const visitsOf = (row: PeriodFacts) => ({
  session_cnt: row.sessions,
  visit_pv: row.pv,
  visit_uv: row.uv,
  visit_uv_new: row.new,
  stay_time_uv: rounded(row.stay_seconds / row.uv),
  stay_time_session: rounded(row.stay_seconds / row.sessions),
  visit_depth: rounded(row.depth_sum / row.sessions),
})
type Visits = ReturnType<typeof visitsOf>
const visitMetrics = 'session_cnt,visit_pv,visit_uv,visit_uv_new,stay_time_uv,stay_time_session,visit_depth'

/** A question reaches a year at most. */
function* questions({ spans, granularity }: Spans): Generator<string> {
  let rest = spans
  while (rest.length > 0) {
    const [{ from } = { from: '' }] = rest
    const part = rest.filter(({ to }) => countDays(from, to) <= MAX_RANGE_DAYS)
    yield `from=${from}&to=${part.at(-1)?.to}&granularity=${granularity}`
    rest = rest.slice(part.length)
  }
}

async function visits(ask: AskReport, spans: Spans, isWithTotal = false) {
  const rows: (Visits & { visit_total: number })[] = []
  for (const question of questions(spans)) {
    const metrics = isWithTotal ? `${visitMetrics},visit_total` : visitMetrics
    const { points } = await ask(`trend?${question}&metrics=${metrics}`)
    for (const { values } of points) {
      const means = ['stay_time_uv', 'stay_time_session', 'visit_depth'].map(id => [id, rounded(values[id])])
      rows.push({ ...values, ...Object.fromEntries(means) })
    }
  }
  return rows
}

async function retention(ask: AskReport, spans: Spans, table: Facts['retention_daily']) {
  const told = async (cohort: 'new' | 'active') => {
    const rows: Record<string, number>[] = []
    for (const question of questions(spans)) {
      const answer = await ask(`retention?${question}&cohort=${cohort}`)
      for (const { cells } of answer.rows) {
        rows.push(Object.fromEntries(cells.map((cell: { key: number; count: number }) => [cell.key, cell.count])))
      }
    }
    return Object.values(table).map((row, index) =>
      Object.fromEntries(Object.keys(row[cohort]).map(key => [key, rows[index]?.[key] ?? -1])),
    )
  }
  const [fresh, active] = [await told('new'), await told('active')]
  return fresh.map((row, index) => ({ new: row, active: active[index] ?? {} }))
}

async function engagement(ask: AskReport, from: Day, to: Day) {
  const { stay, depth } = await ask(`engagement?from=${from}&to=${to}`)
  // the facts name the buckets that somebody is in
  const kept = (buckets: { key: number; value: number }[]): Record<string, number> =>
    Object.fromEntries(buckets.filter(({ value }) => value > 0).map(({ key, value }) => [String(key), value]))
  return { staytime: kept(stay), depth: kept(depth) }
}

async function curve(ask: AskReport, date: Day, granularity: number): Promise<{ pv: number; uv: number }[]> {
  return (await ask(`realtime?date=${date}&granularity=${granularity}`)).points
}

async function hours(ask: AskReport, date: Day) {
  const points = await curve(ask, date, 60)
  return { pv: points.map(({ pv }) => pv), uv: points.map(({ uv }) => uv) }
}

async function pages(ask: AskReport, { first, last }: { first: Day; last: Day }, wanted: { page: string }[]) {
  const names = new Set(wanted.map(({ page }) => pathOf(page)))
  const { rows } = await ask(`pages?from=${first}&to=${last}`)
  const told: PageFacts[] = rows
    .filter(({ path }: { path: string }) => names.has(path))
    .map((row: Record<string, number> & { path: string }) => ({
      page: row.path,
      pv: row.page_visit_pv,
      uv: row.page_visit_uv,
      entry: row.entrypage_pv,
      exit: row.exitpage_pv,
      stay_avg: rounded(row.page_staytime_pv ?? -1, 6),
      exit_rate: rounded(row.exit_rate ?? -1, 6),
    }))
  return told.sort(byPage)
}
