import { expect, it } from 'vitest'
import type { Status } from '../../../src/contract/apps.ts'
import { standingRows } from '../../../src/features/settings/model.ts'

const now = Date.parse('2026-07-15T10:46:00+08:00')
const app = { appid: 'wx1111111111111111', kind: 'minigame' } as const
const fine: Status = {
  token: { state: 'ok', message: null },
  lastSyncAt: '2026-07-15T10:42:00+08:00',
  backfill: { done: 90, total: 90, reason: null },
  quota: { remaining: 4200 },
  reports: [],
  collector: { lastEventAt: null, lagSeconds: null },
  unknownSources: [],
}
const standing = (changes: Partial<Status> = {}) =>
  Object.fromEntries(standingRows(app, { ...fine, ...changes }, now, 'zh-CN').map(({ key, value }) => [key, value]))

it('an app that stands well says so, with how old its numbers are and what it may still ask today', () => {
  expect(standing()).toEqual({
    AppID: 'wx1111111111111111',
    类型: '小游戏',
    密钥: '有效',
    最近取数: '10:42',
    历史数据: '已补齐',
    今天剩余接口次数: '4,200',
  })
})

it('a refused secret, a history on its way, and a source that nobody knows are named', () => {
  expect(
    standing({
      token: { state: 'refused', message: '微信不接受这个 AppSecret' },
      backfill: { done: 3, total: 90, reason: 'filling' },
      unknownSources: [65, 77],
    }),
  ).toMatchObject({ 密钥: '密钥失效 · 微信不接受这个 AppSecret', 历史数据: '3/90', 不认识的来源: '65、77' })
})

it('what is not known is not zero', () => {
  expect(standing({ lastSyncAt: null, quota: { remaining: null } })).toMatchObject({
    最近取数: '还没有取过',
    今天剩余接口次数: '还不知道',
  })
  expect(standing({ quota: { remaining: 0 } })).toMatchObject({ 今天剩余接口次数: '0' })
})
