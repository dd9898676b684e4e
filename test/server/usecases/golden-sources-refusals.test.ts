import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { datacubeReports } from '../../../server/domain/datacube.ts'
import { createPeriodFetcher } from '../../../server/usecases/fetch-periods.ts'
import { createPeriodReader } from '../../../server/usecases/read-periods.ts'
import { createReports } from '../../../server/usecases/reports.ts'
import { depthLabels, stayLabels } from '../../../src/contract/engagement.ts'
import { sourceScenes } from '../../../src/contract/source-scenes.ts'
import { OTHER_SOURCE, sourceKeys, sourceName } from '../../../src/contract/sources.ts'
import { distributionAnswer, visitAnswer } from '../../support/answers.ts'
import { archiveBench } from '../../support/archive-bench.ts'
import { answers, startScriptedWeChat } from '../../support/scripted-wechat.ts'
import { APPID, testClient } from '../../support/wechat-client.ts'

const shared = new URL('../../../../shared/', import.meta.url)
const json = (path: string) => JSON.parse(readFileSync(new URL(path, shared), 'utf8'))
const sample = (name: string) => json(`wechat-fixtures/${name}.json`).response

interface Row {
  key: number
  label: string
  scenes?: number[]
}

describe.skipIf(!existsSync(shared))("WeChat's own tables", () => {
  const table = (name: string): Row[] => json('tables/visit-distribution-keys.json')[name]

  test('name every source as we do, and count the same scenes in it', () => {
    const rows = table('access_source_session_cnt')
    expect(rows.map(({ key, label }) => [key, label])).toEqual(sourceKeys.map(key => [key, sourceName(key)]))
    for (const { key, scenes = [] } of rows) {
      if (key !== OTHER_SOURCE) expect([key, scenes]).toEqual([key, sourceScenes[key]])
    }
  })

  test('name every bucket as we do', () => {
    const labels = (name: string) => Object.fromEntries(table(name).map(({ key, label }) => [key, label]))
    expect(stayLabels).toEqual(labels('access_staytime_info'))
    expect(Object.keys(depthLabels['zh-CN'])).toEqual(Object.keys(labels('access_depth_info')))
  })

  test('agree with the list that WeChat answers at run time', () => {
    const scenes: { name: string; value: unknown }[] = sample('wxaapi.log.get_scene').scene
    const sources = scenes.filter(({ value }) => typeof value === 'number')
    expect(sources.length).toBeGreaterThan(0)
    for (const { name, value } of sources) expect(sourceName(Number(value))).toBe(name)
  })
})

describe.skipIf(!existsSync(shared))("WeChat's own refusals", () => {
  const day = { appid: APPID, source: 'wechat', from: '2026-07-13', to: '2026-07-13' } as const

  /** The reports over the real client, to a WeChat that refuses the distribution in the recorded words. */
  async function refused(refusal: string) {
    const { clock, archive, remarks, attention, pauses } = archiveBench('2026-07-15 16:00')
    const wechat = await startScriptedWeChat()
    wechat.always(datacubeReports['distribution.daily'].path, answers.text(refusal))
    wechat.always(datacubeReports['visit.daily'].path, answers.text(visitAnswer('2026-07-13')))
    const { datacube } = testClient(wechat.url, { clock })
    const fetcher = createPeriodFetcher({ archive, datacube, clock, onError: error => expect.fail(String(error)) })
    const reader = createPeriodReader({ archive, fetcher, clock, pauses: pauses.start, attention })
    return createReports({ archive, clock, reader, remarks })
  }

  test.each([
    ['61502', () => JSON.stringify(sample('datacube.error61502')), 'unsupported', 'unsupported'],
    [
      '48001',
      () => '{"errcode":48001,"errmsg":"api unauthorized rid: 65ffe934-2355113d-79ef0b31"}',
      'unsupported',
      'unsupported',
    ],
    ['61501', () => JSON.stringify(sample('datacube.error61501')), 'failed', 'upstream_failed'],
    ['nothing refused', () => distributionAnswer('2026-07-13'), 'final', undefined],
  ])('%s is told by the report it is about, and leaves the others alone', async (_, refusal, state, reason) => {
    const reports = await refused(refusal())
    const sources = await reports.sources(day)
    expect([sources.freshness.state, sources.freshness.reason]).toEqual([state, reason])
    expect((await reports.engagement(day)).freshness.state).toBe(state)
    expect((await reports.trend({ ...day, granularity: 'day' })).freshness.state).toBe('final')
  })
})
