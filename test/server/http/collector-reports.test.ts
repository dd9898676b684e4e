import Schema from 'typebox/schema'
import { describe, expect, it } from 'vitest'
import { APP, NOW, openCollectorReports as open, seen, someDays } from '../../support/collector-reports-app.ts'
import { aBatch } from '../../support/events/build.ts'
import { at } from '../../support/fakes/clock.ts'
import { openHttpApp, problemOf } from '../../support/http-app.ts'

const range = 'from=2026-07-12&to=2026-07-15'

const all = [
  'overview',
  'overview?date=2026-07-15',
  'overview?date=2026-07-01',
  `trend?${range}&granularity=day&compareFrom=2026-07-08`,
  'trend?from=2026-07-06&to=2026-07-19&granularity=week',
  'trend?from=2026-06-01&to=2026-07-31&granularity=month&metrics=share_pv,visit_total',
  `sources?${range}`,
  `sources?${range}&metric=visit_uv`,
  `engagement?${range}`,
  `pages?${range}`,
  `retention?${range}`,
  'retention?from=2026-07-06&to=2026-07-19&granularity=week&cohort=active',
  'portrait?days=7&users=active',
  'portrait?days=1&users=new&to=2026-07-15',
  'realtime',
  'realtime?granularity=60&compareDate=2026-07-14&page=/home',
  'reconcile?from=2026-07-12&to=2026-07-14&metric=visit_pv',
]

const document = await openHttpApp().app.request('/api/openapi.json')
const { paths } = (await document.json()) as {
  paths: Record<string, { get: { responses: { 200: { content: { 'application/json': { schema: object } } } } } }>
}
const schemaOf = (report: string) =>
  Schema.Compile(
    paths[`/api/v1/apps/{appid}/reports/${report}`]?.get.responses[200].content['application/json'].schema ?? {},
  )

describe('a report of our own events', () => {
  it.each(all)('has the published shape, and 304 for those who have it: %s', async path => {
    const { get } = await open()
    const response = await get(path)
    const answer = await response.json()
    expect([response.status, schemaOf(path.split('?')[0] ?? '').Check(answer)]).toEqual([200, true])
    const etag = response.headers.get('etag') ?? ''
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304)
  })

  it.each(all)('has that shape without any event: %s', async path => {
    const { get } = await open([])
    const answer = await (await get(path)).json()
    expect(schemaOf(path.split('?')[0] ?? '').Check(answer)).toBe(true)
  })

  it.each(all.filter(path => !path.startsWith('reconcile')))('says in its table whose it is: %s', async path => {
    const { get } = await open()
    const text = await (await get(path, { accept: 'text/csv' })).text()
    expect(text).toContain('SDK 自采数据')
    expect(text).not.toMatch(/undefined|NaN|null/)
  })

  const revisable = all.filter(path => !/^(?:realtime|reconcile)/.test(path))
  it.each(revisable)('was never said otherwise before: %s', async path => {
    const { get } = await open()
    const revised = `${path}${path.includes('?') ? '&' : '?'}revisions=true`
    const [asked, plain] = await Promise.all([get(revised), get(path)])
    const answer = await asked.json()
    expect(answer).toEqual({ ...(await plain.json()), revisions: [] })
    expect(schemaOf(path.split('?')[0] ?? '').Check(answer)).toBe(true)
  })

  it('is another one after the next event', async () => {
    const { bench, get } = await open()
    const path = 'overview?date=2026-07-15'
    const etag = (await get(path)).headers.get('etag') ?? ''
    await bench.store.append(aBatch(APP, 'b2', [seen('2026-07-15 15:59', 'd')], { receivedAt: at(NOW) }))
    expect((await get(path, { 'if-none-match': etag })).status).toBe(200)
  })

  it('is as fresh as the counters', async () => {
    const { get } = await open()
    const freshness = async (path: string) => (await (await get(path)).json()).freshness
    const asOf = new Date(at(NOW)).toISOString()
    expect(await freshness('overview?date=2026-07-14')).toEqual({ state: 'final', asOf })
    expect(await freshness('overview?date=2026-07-15')).toEqual({ state: 'provisional', asOf })
    expect(await freshness('overview?date=2026-07-12')).toEqual({ state: 'missing', asOf: null })
  })

  it.each([
    ['trend?from=2026-07-14&to=2026-07-16&granularity=day', '/query/to range'],
    ['trend?from=2026-07-06&to=2026-07-15&granularity=week', '/query/to range'],
    ['trend?from=2026-07-20&to=2026-07-26&granularity=week', '/query/to range'],
    ['overview?date=2026-07-16', '/query/date range'],
    ['portrait?days=1&users=new&to=2026-07-16', '/query/to range'],
    ['realtime?date=2026-07-16', '/query/date range'],
    ['realtime?compareDate=2026-07-16', '/query/compareDate range'],
    ['realtime?fromTime=12:00&toTime=12:00', '/query/toTime range'],
    ['realtime?fromTime=25:00', '/query/fromTime format'],
    ['realtime?granularity=7', '/query/granularity enum'],
    ['reconcile?from=2026-07-14&to=2026-07-15&metric=visit_pv', '/query/to range'],
    ['reconcile?from=2026-07-14&to=2026-07-14', '/query/metric required'],
  ])('refuses %s', async (path, fault) => {
    const { get } = await open()
    expect((await problemOf(await get(path))).faults).toEqual([fault])
  })
})

describe('overview', () => {
  it('counts a day and holds it against its bases', async () => {
    const { data } = await open()
    const { metrics, topPages } = await data('overview?date=2026-07-14')
    const of = (id: string) => metrics.find((one: { id: string }) => one.id === id)
    expect([of('visit_uv').value, of('visit_uv_new').value, of('visit_total').value]).toEqual([2, 1, 3])
    expect(of('visit_pv').changes.day).toMatchObject({ base: 3, kind: 'percent' })
    expect(of('visit_pv').changes.week).toMatchObject({ base: null, kind: 'none' })
    expect(topPages.visited).toEqual([{ path: 'home', remark: null, value: 2, share: 1 }])
  })

  it('holds today against the same hours of other days, as far as they are known', async () => {
    const { data } = await open([...someDays, seen('2026-07-14 17:00', 'late')])
    const { metrics } = await data('overview?date=2026-07-15')
    const of = (id: string) => metrics.find((one: { id: string }) => one.id === id)
    expect(of('visit_uv').changes.day).toMatchObject({ base: 2, kind: 'percent', value: 0 })
    expect(of('visit_uv_new').changes.day).toMatchObject({ base: null, kind: 'none' })
  })
})

describe('trend', () => {
  it('is unknown before the first day, 0 after, partial today', async () => {
    const { data } = await open(someDays.slice(0, 3))
    const { points } = await data(`trend?${range}&granularity=day&metrics=visit_pv,visit_depth`)
    expect(points.map((point: { values: object }) => point.values)).toEqual([
      { visit_pv: null, visit_depth: null },
      { visit_pv: 3, visit_depth: 1.5 },
      { visit_pv: 0, visit_depth: null },
      { visit_pv: 0, visit_depth: null },
    ])
    expect(points.map((point: { state: string; partial: boolean }) => `${point.state} ${point.partial}`)).toEqual([
      'missing false',
      'final false',
      'final false',
      'provisional true',
    ])
  })

  it('counts people of weeks and months once, sharers and totals too', async () => {
    const { data } = await open()
    const week = await data(
      'trend?from=2026-07-13&to=2026-07-19&granularity=week&metrics=visit_uv,visit_total,share_uv',
    )
    expect(week.points[0]).toMatchObject({
      partial: true,
      values: { visit_uv: 3, visit_total: 3, share_uv: 0 },
      period: '2026-07-13/2026-07-19',
    })
  })
})

describe('sources', () => {
  it('come from scenes as WeChat counts them, what it does not list is 其他', async () => {
    const { data } = await open()
    const { total, items, byDay } = await data(`sources?${range}`)
    expect(total).toBe(6)
    expect(items.map(({ key, value }: { key: number; value: number }) => [key, value])).toEqual([
      [1, 3],
      [4, 1],
      [10, 1],
      [29, 1],
    ])
    expect(byDay.map(({ state, items }: { state: string; items: object[] }) => `${state} ${items.length}`)).toEqual([
      'missing 0',
      'final 2',
      'final 2',
      'provisional 1',
    ])
  })

  it('count people of a range once', async () => {
    const { data } = await open()
    const { items } = await data(`sources?${range}&metric=visit_uv`)
    expect(items[0]).toMatchObject({ key: 1, value: 2 })
  })
})

it('engagement has every bucket', async () => {
  const { data } = await open()
  const { stay, depth, totals } = await data(`engagement?${range}`)
  expect([stay.length, depth.length, totals]).toEqual([8, 7, { stay: 6, depth: 6 }])
  expect(stay.map((one: { value: number }) => one.value)).toEqual([5, 0, 0, 0, 0, 0, 1, 0])
  expect(depth.map((one: { value: number }) => one.value)).toEqual([5, 1, 0, 0, 0, 0, 0])
})

describe('pages', () => {
  it('count people of the range once, and stand under their remarks', async () => {
    const { data, bench } = await open()
    await bench.remarks.write(APP, 'home', '首页')
    const { rows, other, truncated } = await data(`pages?${range}`)
    expect([rows.length, other, truncated]).toEqual([2, { page_visit_pv: 0 }, false])
    expect(rows[0]).toMatchObject({
      path: 'home',
      remark: '首页',
      page_visit_pv: 5,
      page_visit_uv: 3,
      entrypage_pv: 5,
      exitpage_pv: 4,
      exit_rate: 0.8,
      page_staytime_pv: 12,
      share: 5 / 7,
    })
  })
})

describe('retention', () => {
  it('knows who did not come back, and what is not due', async () => {
    const { data } = await open()
    const { rows } = await data('retention?from=2026-07-12&to=2026-07-14&cohort=new')
    const cells = (index: number) =>
      rows[index].cells
        .slice(0, 3)
        .map((cell: { count: number | null; state: string }) => `${cell.count} ${cell.state}`)
    expect(rows.map((row: { size: number | null }) => row.size)).toEqual([null, 2, 1])
    expect(cells(0)).toEqual(['null missing', 'null missing', 'null missing'])
    expect(cells(1)).toEqual(['2 value', '1 value', 'null immature'])
    expect(cells(2)).toEqual(['1 value', 'null immature', 'null immature'])
  })
})

it('portrait tells devices, and nothing of who somebody is', async () => {
  const { data } = await open()
  const portrait = await data('portrait?days=7&users=active&to=2026-07-13')
  expect(portrait).toMatchObject({ province: [], city: [], genders: [], ages: [] })
  expect(portrait.platforms).toContainEqual({ id: 1, name: 'iPhone', value: 1, share: 1 / 3 })
  expect(portrait.devices).toContainEqual({ id: null, name: 'iPhone 15', value: 1, share: expect.any(Number) })
  expect(portrait.systems).toEqual([{ id: null, name: '未知', value: 2, share: 1 }])
})
