import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { datacubeReports } from '../../../../server/domain/datacube.ts'
import { UpstreamError } from '../../../../server/domain/upstream.ts'
import { answers } from '../../../support/scripted-wechat.ts'
import { APPID, isSettled } from '../../../support/wechat-client.ts'
import { failureOf, july, scripted, TOKEN, VISITS } from './setup.ts'

/** Recorded answers live outside the repository; where they are absent these tests are skipped, and show as such. */
const shared = process.env.SHARED_DIR ?? fileURLToPath(new URL('../../../../../shared', import.meta.url))
const folder = `${shared}/wechat-fixtures`
const recorded = (name: string): { request: { body: Record<string, string> }; response: unknown } =>
  JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'))

const dayIn = (compact: string | undefined) => (compact ?? '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')

const reports = [
  ['summary.daily', 'getweanalysisappiddailysummarytrend'],
  ['visit.daily', 'getweanalysisappiddailyvisittrend'],
  ['visit.weekly', 'getweanalysisappidweeklyvisittrend'],
  ['visit.monthly', 'getweanalysisappidmonthlyvisittrend'],
  ['pages.daily', 'getweanalysisappidvisitpage'],
  ['distribution.daily', 'getweanalysisappidvisitdistribution'],
  ['retention.daily', 'getweanalysisappiddailyretaininfo'],
  ['retention.weekly', 'getweanalysisappidweeklyretaininfo'],
  ['retention.monthly', 'getweanalysisappidmonthlyretaininfo'],
  ['portrait.7', 'getweanalysisappiduserportrait'],
  ['portrait.1', 'getweanalysisappiduserportrait.empty'],
] as const

describe.skipIf(!existsSync(folder))('the recorded answers', () => {
  it.each(reports)('%s comes through untouched, asked as recorded', async (report, name) => {
    const { request, response } = recorded(name)
    const text = JSON.stringify(response, null, 1)
    const { path } = datacubeReports[report]
    const { server, client } = await scripted()
    server.script(path, answers.text(text))
    const [from, to] = [dayIn(request.body.begin_date), dayIn(request.body.end_date)]
    expect(await client.datacube.ask({ appid: APPID, report, from, to }, 'reader')).toBe(text)
    expect(server.callsOf(path).map(call => call.body)).toEqual([request.body])
  })

  it('performance comes through untouched, asked by instants of days', async () => {
    const { request, response } = recorded('performance.boot')
    const text = JSON.stringify(response)
    const { server, client } = await scripted()
    const report = 'performance.10022'
    server.script(datacubeReports[report].path, answers.text(text))
    const question = { appid: APPID, report, from: '2021-01-03', to: '2021-01-04' } as const
    expect(await client.datacube.ask(question, 'reader')).toBe(text)
    const [call] = server.callsOf(datacubeReports[report].path)
    expect(call?.body).toEqual({ ...request.body, params: [] })
  })

  it.each([
    ['datacube.error61501', 'failed', 61501],
    ['datacube.error61502', 'wrong_kind', 61502],
  ])('%s is an error: %s', async (name, failure, errcode) => {
    const { server, client } = await scripted()
    server.script(VISITS, answers.json(recorded(name).response))
    const error = await failureOf(client.datacube.ask(july(14), 'reader'))
    expect(error).toBeInstanceOf(UpstreamError)
    expect(error).toMatchObject({ failure, details: { errcode } })
  })

  it('the token lives as long as recorded', async () => {
    const { server, client } = await scripted()
    server.script(TOKEN, answers.json(recorded('cgi-bin.stable_token').response))
    const { tokenExpiresAt } = await client.secretProof.prove({
      appid: APPID,
      secret: 'one',
      kind: 'official',
      days: 1,
      isSettled,
    })
    expect(tokenExpiresAt - client.clock.now()).toBe(345_000)
  })

  it('the quota that is all zeros is unknown', async () => {
    const { server, client } = await scripted()
    server.script('/cgi-bin/openapi/quota/get', answers.json(recorded('openapi.quota.get').response))
    expect(await client.datacube.remainingQuota(APPID, 'reader')).toBeNull()
  })
})
