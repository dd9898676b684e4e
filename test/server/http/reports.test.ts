import { describe, expect, it } from 'vitest'
import { createReports } from '../../../server/usecases/reports.ts'
import { at } from '../../support/fakes/clock.ts'
import { openHttpApp, problemOf } from '../../support/http-app.ts'
import { madeUpReports } from '../../support/report-answers.ts'
import { reportsBench } from '../../support/reports-bench.ts'

const APP = 'wxfeedface00000001'
const range = 'from=2026-07-01&to=2026-07-14'

/** The real use cases behind the real routes. */
async function open() {
  const bench = reportsBench(() => undefined)
  const http = openHttpApp({ reports: { ...madeUpReports, ...createReports(bench) } })
  http.clock.advance(at('2026-07-15 16:00') - http.clock.now())
  const token = await http.bind(APP)
  const get = (path: string, headers = {}) => http.call('GET', `/apps/${APP}/reports/${path}`, { token, headers })
  return { ...bench, get }
}

const reports = [
  `overview`,
  `trend?${range}&granularity=day`,
  `sources?${range}`,
  `engagement?${range}`,
  `pages?${range}&sort=path&order=asc&q=main`,
  `retention?${range}`,
  `portrait?days=30&users=new`,
  `performance?${range}&module=10016`,
]

describe('every report', () => {
  it.each(reports)('answers JSON, and 304 to those who have it: %s', async path => {
    const { get } = await open()
    const response = await get(path)
    expect([response.status, (await response.json()).report]).toEqual([200, path.split('?')[0]])
    const etag = response.headers.get('etag') ?? ''
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304)
  })

  it.each(reports)('is a table with definitions on top: %s', async path => {
    const { get } = await open()
    const text = Buffer.from(await (await get(path, { accept: 'text/csv' })).arrayBuffer()).toString()
    const [definitions = '', heads = '', first = ''] = text.split('\r\n')
    expect(definitions.startsWith('\ufeff')).toBe(true)
    expect(definitions).toContain('微信')
    expect(first.split(',').length).toBeGreaterThanOrEqual(heads.split(',').length)
    expect(text).not.toMatch(/undefined|NaN|null/)
  })

  it.each(reports)('takes revisions=true: %s', async path => {
    const { get } = await open()
    const answer = await (await get(`${path}${path.includes('?') ? '&' : '?'}revisions=true`)).json()
    expect(answer.revisions).toEqual([])
  })

  it('of performance is not known to the collector', async () => {
    const { get } = await open()
    const problem = await problemOf(await get(`performance?${range}&module=10016&source=collector`))
    expect(problem.faults).toEqual(['/query/source unknown'])
  })
})

describe('a range that WeChat cannot be asked about', () => {
  it.each([
    ['retention?from=2026-07-07&to=2026-07-12&granularity=week', ['/query/from range']],
    ['retention?from=2026-07-01&to=2026-07-15', ['/query/to range']],
    ['portrait?days=7&users=new&from=2026-07-06&to=2026-07-14', ['/query/from range']],
    ['pages?from=2026-07-14&to=2026-07-01', ['/query/from range']],
    ['performance?from=2025-07-13&to=2026-07-14&module=10016', ['/query/from range']],
  ])('%s', async (path, faults) => {
    const { get } = await open()
    const problem = await problemOf(await get(path))
    expect([problem.status, problem.faults]).toEqual([422, faults])
  })
})
