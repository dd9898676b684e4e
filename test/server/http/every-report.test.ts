import Schema from 'typebox/schema'
import { describe, expect, it } from 'vitest'
import { familyOf } from '../../../server/domain/datacube.ts'
import type { DatacubeQuestion } from '../../../server/ports/wechat.ts'
import { createReports } from '../../../server/usecases/reports.ts'
import { type Scope, scopes } from '../../../src/contract/scopes.ts'
import { page, pagesAnswer, performanceAnswer, portraitAnswer } from '../../support/answers.ts'
import { at } from '../../support/fakes/clock.ts'
import type { Said } from '../../support/fakes/datacube.ts'
import { openHttpApp } from '../../support/http-app.ts'
import { madeUpReports } from '../../support/report-answers.ts'
import { reportsBench } from '../../support/reports-bench.ts'

const APP = 'wxfeedface00000001'
const RANGE = 'from=2026-06-15&to=2026-07-14'

const reports: [path: string, scope: Scope][] = [
  ['overview', 'overview'],
  [`trend?${RANGE}&granularity=day&compareFrom=2026-05-16`, 'visit'],
  ['trend?from=2026-07-06&to=2026-07-12&granularity=week', 'visit'],
  [`sources?${RANGE}`, 'visit'],
  [`sources?${RANGE}&metric=visit_uv`, 'visit'],
  [`engagement?${RANGE}`, 'visit'],
  [`pages?${RANGE}`, 'pages'],
  [`retention?${RANGE}`, 'retention'],
  ['retention?from=2026-05-01&to=2026-06-30&granularity=month&cohort=active', 'retention'],
  ['portrait?days=30&users=new', 'portrait'],
  [`performance?${RANGE}&module=10016`, 'visit'],
]

/** A WeChat whose every text begins with a sign. */
function signed(sign: string) {
  const line = { id: 31, name: `${sign}1+1`, value: 5 }
  const half = { province: [line], city: [line], genders: [line], platforms: [line], devices: [line], ages: [line] }
  return ({ report, from, to }: DatacubeQuestion): Said | undefined => {
    const family = familyOf(report)
    if (family === 'pages') return pagesAnswer(from, [page(`${sign}1+1`, 5, 2)])
    if (family === 'portrait') return portraitAnswer(to, half, half)
    return family === 'performance' ? performanceAnswer({ [to]: '1.5' }, sign, `${sign}1+1`) : undefined
  }
}

const worlds: Record<string, (question: DatacubeQuestion) => Said | undefined> = {
  'with all numbers': () => undefined,
  'of odd texts': signed('='),
  'that says nothing': () => '{}',
  'that refuses': () => ({ failure: 'unsupported' }),
  'that fails': () => ({ failure: 'failed' }),
  'that fails on one day': ({ from }) => (from === '2026-07-01' ? { failure: 'failed' } : undefined),
  'of an app that ended last year': ({ to }) => (to < '2025-07-01' ? undefined : '{"list":[]}'),
  'of an app on its first day': ({ to }) => (to < '2026-07-14' ? '{"list":[]}' : undefined),
}

async function open(script: (question: DatacubeQuestion) => Said | undefined, now = '2026-07-15 16:00') {
  const bench = reportsBench(script, now)
  const http = openHttpApp({ reports: { ...madeUpReports, ...createReports(bench) } })
  http.clock.advance(at(now) - http.clock.now())
  const admin = await http.bind(APP)
  const get = (path: string, headers = {}, token = admin) =>
    http.call('GET', `/apps/${APP}/reports/${path}`, { token, headers })
  return { ...http, remarks: bench.remarks, get }
}

const { app } = openHttpApp()
const { paths } = (await (await app.request('/api/openapi.json')).json()) as {
  paths: Record<string, { get: { responses: { 200: { content: { 'application/json': { schema: object } } } } } }>
}
const published = new Map(
  Object.entries(paths).flatMap(([path, { get }]) => {
    const [, report] = /\/apps\/\{appid\}\/reports\/(\w+)$/.exec(path) ?? []
    return report ? [[report, Schema.Compile(get.responses[200].content['application/json'].schema)] as const] : []
  }),
)

/** Cells of a CSV, line by line. */
const cellsOf = (csv: string) =>
  [...csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(?:,|\r\n|$)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  )

describe.each(Object.entries(worlds))('in a world %s', (_, script) => {
  it.each(reports)('%s answers what is published, without a number that is none', async path => {
    const { get } = await open(script)
    const response = await get(path)
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(published.get(path.split('?')[0] ?? '')?.Errors(JSON.parse(text))).toEqual([true, []])
    expect(text).not.toMatch(/NaN|undefined|Infinity/)
  })

  it.each(reports)('%s is a table with a BOM and definitions, and no word of a programmer in it', async path => {
    const { get } = await open(script)
    const text = Buffer.from(await (await get(path, { accept: 'text/csv' })).arrayBuffer()).toString()
    expect(text).toMatch(/^\ufeff[^\r\n]{40,}\r\n/)
    expect(text).not.toMatch(/NaN|undefined|Infinity|null|\[object/)
  })
})

describe('an answer', () => {
  it.each(reports)('%s is known again by its ETag, as JSON and as CSV', async path => {
    const { get } = await open(() => undefined)
    for (const accept of ['application/json', 'text/csv']) {
      const etag = (await get(path, { accept })).headers.get('etag') ?? ''
      expect((await get(path, { accept, 'if-none-match': etag })).status).toBe(304)
    }
  })
})

describe('a text that a spreadsheet would run', () => {
  const tables = ['overview', `pages?${RANGE}`, 'portrait?days=30&users=new', `performance?${RANGE}&module=10016`]
  const every = ['=', '+', '-', '@', '\t', '\r'].flatMap(sign => tables.map(path => [sign, path] as const))
  it.each(every)('that begins with %j is a text in the table of %s', async (sign, path) => {
    const { get, remarks } = await open(signed(sign))
    await remarks.write(APP, `${sign}1+1`, `${sign}2`)
    const cells = cellsOf(await (await get(path, { accept: 'text/csv' })).text())
    expect(cells.some(cell => cell.startsWith(`'${sign}1+1`))).toBe(true)
    expect(cells.filter(cell => /^[=+\-@\t\r]/.test(cell) && !/^-?[\d.]+(e[+-]\d+)?$/.test(cell))).toEqual([])
  })

  it.each(reports)('stands in no head and no definition of %s', async path => {
    const { get } = await open(() => undefined)
    for (const language of ['zh-CN', 'en']) {
      const csv = await (await get(path, { accept: 'text/csv', 'accept-language': language })).text()
      expect(cellsOf(csv).filter(cell => cell.startsWith("'"))).toEqual([])
    }
  })
})

describe('who may read', () => {
  it.each(reports)('%s: the viewer of its scope, and the table with the scope export besides', async (path, scope) => {
    const { get, grant } = await open(() => undefined)
    const others = scopes.filter(other => other !== scope)
    const viewer = await grant(APP, 'viewer', [scope])
    const exporter = await grant(APP, 'exporter', [scope, 'export'])
    const neighbour = await grant(APP, 'neighbour', others)
    const csv = { accept: 'text/csv' }
    const statuses = [
      await get(path, {}, viewer),
      await get(path, csv, viewer),
      await get(`${path}${path.includes('?') ? '&' : '?'}format=csv`, {}, viewer),
      await get(path, csv, exporter),
      await get(path, {}, neighbour),
      await get(path, csv, neighbour),
    ].map(({ status }) => status)
    expect(statuses).toEqual([200, 403, 403, 200, 403, 403])
  })
})

describe('a question that cannot be meant', () => {
  it.each([
    [`pages?${RANGE}&sort=nothing`, '/query/sort'],
    [`pages?${RANGE}&order=up`, '/query/order'],
    ['portrait?days=9&users=new', '/query/days'],
    ['portrait?days=7', '/query/users'],
    ['portrait?days=7&users=all', '/query/users'],
    ['retention?from=2026-07-07&to=2026-07-12&granularity=week', '/query/from'],
    ['retention?from=2026-07-06&to=2026-07-14&granularity=week', '/query/to'],
    ['trend?from=2026-07-07&to=2026-07-12&granularity=week', '/query/from'],
    [`retention?${RANGE}&cohort=old`, '/query/cohort'],
    [`sources?${RANGE}&metric=visit_pv`, '/query/metric'],
    [`performance?${RANGE}&module=1`, '/query/module'],
    [`performance?${RANGE}`, '/query/module'],
    [`trend?${RANGE}`, '/query/granularity'],
    [`engagement?${RANGE}&revisions=yes`, '/query/revisions'],
    [`engagement?${RANGE}&metrc=x`, '/query/metrc'],
    ['sources?from=2026-07-01', '/query/to'],
    ['sources?from=2026-02-30&to=2026-07-01', '/query/from'],
    ['sources?from=2026-07-01&to=2026-07-15', '/query/to'],
  ])('%s is refused by its path %s', async (path, at) => {
    const { get } = await open(() => undefined)
    for (const accept of ['application/json', 'text/csv']) {
      const response = await get(path, { accept })
      const { code, issues } = await response.json()
      expect([response.status, code, issues.map((issue: { path: string }) => issue.path)]).toEqual([
        422,
        'invalid',
        [at],
      ])
    }
  })
})
