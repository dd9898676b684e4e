import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { UNREADABLE } from '../../../server/domain/token-words.ts'
import { readStatus } from '../../../server/usecases/read-status.ts'
import { Status } from '../../../src/contract/apps.ts'
import { periodOf } from '../../../src/contract/periods.ts'
import { distributionAnswer } from '../../support/answers.ts'
import { backfillBench } from '../../support/backfill-bench.ts'
import { aBatch, anEvent } from '../../support/events/build.ts'

describe('the status of an app', () => {
  test('is in the shape of the contract and costs no call', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    const status = await readStatus(bench, 'wxapp1', 'zh-CN')
    expect(Schema.Compile(Status).Check(status)).toBe(true)
    expect(status).toMatchObject({
      lastSyncAt: null,
      quota: { remaining: null },
      token: { state: 'ok', message: null },
    })
    expect([bench.datacube.asked.length, bench.datacube.quotaAsked]).toEqual([0, 0])
  })

  test('says when the last event came and how soon it was in the curve', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    expect((await readStatus(bench, 'wxapp1', 'en')).collector).toEqual({ lastEventAt: null, lagSeconds: null })
    const now = bench.clock.now()
    await bench.store.append(aBatch('wxapp1', 'b1', [anEvent({ at: now, who: 'u' })], { receivedAt: now }))
    expect((await readStatus(bench, 'wxapp1', 'en')).collector).toEqual({
      lastEventAt: '2026-07-15T08:00:00.000Z',
      lagSeconds: 0,
    })
  })

  test('says what the newest period of each report came to, and when something was last read', async () => {
    const bench = backfillBench('2026-07-15 11:00')
    bench.datacube.script = ({ report }) => (report === 'pages.daily' ? { failure: 'not_ready' } : undefined)
    const yesterday = [periodOf('day', '2026-07-14')]
    await bench.reader.read('wxapp1', 'visit.daily', yesterday)
    await bench.reader.read('wxapp1', 'pages.daily', yesterday)
    const status = await readStatus(bench, 'wxapp1', 'zh-CN')
    expect(status.lastSyncAt).toBe('2026-07-15T03:00:00.000Z')
    expect(Object.fromEntries(status.reports.map(({ report, state }) => [report, state]))).toMatchObject({
      'summary.daily': 'pending',
      'visit.daily': 'provisional',
      'visit.weekly': 'pending',
      'visit.monthly': 'pending',
      'pages.daily': 'not_ready',
      'portrait.30': 'pending',
    })
  })

  test('tells of sources that nobody documents, each once', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    const lists = { access_source_session_cnt: { 1: 3, 91: 2, 62: 1 } }
    bench.datacube.script = ({ from }) => distributionAnswer(from, lists)
    const days = ['2026-07-13', '2026-07-14'].map(day => periodOf('day', day))
    await bench.reader.read('wxapp1', 'distribution.daily', days)
    expect((await readStatus(bench, 'wxapp1', 'en')).unknownSources).toEqual([62, 91])
  })

  test('tells the admin what to mend, in both languages', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.bind('wxapp1', { tokenState: 'ip', tokenDetail: '203.0.113.7' })
    const messages = await Promise.all(
      (['zh-CN', 'en'] as const).map(async locale => (await readStatus(bench, 'wxapp1', locale)).token.message),
    )
    expect(messages[0]).toBe('请把服务器地址加入微信公众平台的 IP 白名单 (203.0.113.7)')
    expect(messages[1]).toContain('whitelist')
  })

  test('says that the secret cannot be opened here, and not that WeChat refuses it', async () => {
    const bench = backfillBench('2026-07-15 16:00')
    bench.bind('wxapp1', { tokenState: 'refused', tokenDetail: UNREADABLE })
    const { token, backfill } = await readStatus(bench, 'wxapp1', 'en')
    expect(token.message).toContain('MASTER_KEY')
    expect(token.message).not.toContain('WeChat')
    expect(backfill.reason).toBe('secret_refused')
  })

  test('of an app that is not bound is not found', async () => {
    await expect(readStatus(backfillBench('2026-07-15 16:00'), 'wxother', 'en')).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
