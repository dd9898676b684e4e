import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createJournaledStore } from '../../../server/adapters/events/journaled-store.ts'
import { createReports } from '../../../server/usecases/reports.ts'
import { type Facts, readRealTraffic } from '../../support/events/real-traffic.ts'
import { openHttpApp } from '../../support/http-app.ts'
import { madeUpReports } from '../../support/report-answers.ts'
import { reportsBench } from '../../support/reports-bench.ts'
import { temporaryFolder } from '../../support/server-process.ts'

const APP = 'wxfeedface00000001'
const NAME = 'nasa-1995-08-01'
const traffic = readRealTraffic(NAME)
const noLog = { debug() {}, info() {}, warn() {}, error() {} }

/** The whole way of an import: HTTP, judge, journal, DuckDB, counters, reports. */
async function open(folder: string) {
  const bench = reportsBench(() => undefined, '2026-07-15 16:00')
  const store = createJournaledStore({ folder, keepDays: 36_500, clock: bench.clock, log: noLog })
  const events = { counts: store.reports, lag: store.lag }
  const http = openHttpApp({ reports: { ...madeUpReports, ...createReports({ ...bench, events }) } })
  http.deps.collect.events = store
  const token = await http.bind(APP)
  const post = (body: string, query: string) => http.call('POST', `/apps/${APP}/import${query}`, { token, body })
  // biome-ignore lint/suspicious/noExplicitAny: each test reads the part that it is about
  const data = async (path: string): Promise<any> => {
    const response = await http.call('GET', `/apps/${APP}/reports/${path}&source=collector`, { token })
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
    return (await response.json()).data
  }
  return { store, post, data }
}

describe.skipIf(!traffic)('real traffic through an import gives what other programs counted', () => {
  let site: Awaited<ReturnType<typeof open>>
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  const facts = traffic?.facts as Facts
  const lines = (traffic?.events ?? []).map(({ type, at, path, seq, visitor }) =>
    JSON.stringify({ type, at, path, seq, visitor: { id: visitor.id } }),
  )

  beforeAll(async () => {
    folder = await temporaryFolder()
    site = await open(`${folder.folder}/events`)
    const answer = await (await site.post(lines.join('\n'), '?importId=nasa')).json()
    if (answer.accepted !== lines.length) throw new Error(JSON.stringify(answer))
  }, 90_000)
  afterAll(async () => {
    await site?.store.close()
    await folder?.remove()
  })

  it('day by day', async () => {
    const metrics = 'session_cnt,visit_pv,visit_uv,visit_uv_new,stay_time_uv,stay_time_session,visit_depth,visit_total'
    const { points } = await site.data(`trend?from=1995-08-01&to=1995-08-02&granularity=day&metrics=${metrics}`)
    const rounded = (value: number) => Math.round(value * 1e4) / 1e4
    for (const [day, fact] of Object.entries(facts.daily)) {
      const { values } = points.find((point: { period: string }) => point.period === day)
      expect(values).toMatchObject({
        session_cnt: fact.sessions,
        visit_pv: fact.pv,
        visit_uv: fact.uv,
        visit_uv_new: fact.new,
        visit_total: fact.visit_total,
      })
      expect(rounded(values.stay_time_session)).toBe(rounded(fact.stay_seconds / fact.sessions))
      expect(rounded(values.stay_time_uv)).toBe(rounded(fact.stay_seconds / fact.uv))
      expect(rounded(values.visit_depth)).toBe(rounded(fact.depth_sum / fact.sessions))
    }
  })

  it('minute by minute', async () => {
    const { points } = await site.data('realtime?date=1995-08-01&granularity=1')
    expect(points.map((point: { pv: number }) => point.pv)).toEqual(facts.minute_pv?.pv)
  })

  it('by length of stay and depth', async () => {
    const { stay, depth } = await site.data('engagement?from=1995-08-01&to=1995-08-02')
    const kept = (buckets: { key: number; value: number }[]) =>
      Object.fromEntries(buckets.filter(({ value }) => value > 0).map(({ key, value }) => [String(key), value]))
    expect({ staytime: kept(stay), depth: kept(depth) }).toEqual(facts.distribution_all)
  })

  it('page by page', async () => {
    const { rows } = await site.data('pages?from=1995-08-01&to=1995-08-02')
    const byPath = new Map(rows.map((row: { path: string }) => [row.path, row]))
    for (const fact of facts.top_pages) {
      expect(byPath.get(fact.page.replace(/^\//, '') || '/')).toMatchObject({
        page_visit_pv: fact.pv,
        page_visit_uv: fact.uv,
        entrypage_pv: fact.entry,
        exitpage_pv: fact.exit,
      })
    }
  })

  it('by who came back', async () => {
    const { rows } = await site.data('retention?from=1995-08-01&to=1995-08-01&cohort=new')
    const [{ cells }] = rows
    expect([cells[0].count, cells[1].count]).toEqual([1604, 231])
  })

  it('and once only, however often it is sent', async () => {
    const again = await (await site.post(lines.join('\n'), '?importId=nasa')).json()
    expect(again).toMatchObject({ accepted: lines.length, duplicate: true })
    const { points } = await site.data('trend?from=1995-08-01&to=1995-08-01&granularity=day&metrics=visit_pv')
    expect(points[0].values.visit_pv).toBe(facts.daily['1995-08-01']?.pv)
  })
})
