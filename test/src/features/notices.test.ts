import { describe, expect, it } from 'vitest'
import { type Notice, noticeKinds } from '../../../src/contract/notices.ts'
import { joined, noticeDays } from '../../../src/features/notices/model.ts'

const notice = (id: string, over: Partial<Notice> = {}): Notice => ({
  id,
  at: '2026-07-14T02:42:00Z',
  kind: 'granted',
  appName: '青禾',
  appid: 'wx1',
  detail: { by: '林知远' },
  readAt: null,
  ...over,
})
const lineOf = (over: Partial<Notice>, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  noticeDays([notice('1', over)], new Set(), locale)[0]?.lines[0]

describe('a notice', () => {
  it.each([
    ['granted', '林知远 授权你查看「青禾」', '林知远 let you see "青禾"'],
    ['changed', '林知远 改了你在「青禾」的授权', '林知远 changed your access to "青禾"'],
    ['revoked', '林知远 取消了你在「青禾」的授权', '林知远 revoked your access to "青禾"'],
    [
      'pending',
      '已接受 林知远 的邀请，等管理员确认你查看「青禾」',
      `You took 林知远's invitation; an admin has to confirm that you may see "青禾"`,
    ],
    ['approved', '林知远 同意你查看「青禾」', '林知远 confirmed that you may see "青禾"'],
    ['rejected', '林知远 没有同意你查看「青禾」', '林知远 did not agree that you see "青禾"'],
    ['expired', '你在「青禾」的授权到期了', 'Your access to "青禾" has ended'],
    ['admin_added', '林知远 把你设为「青禾」的管理员', '林知远 made you an admin of "青禾"'],
    ['admin_removed', '林知远 移除了你在「青禾」的管理员身份', '林知远 removed you as an admin of "青禾"'],
    ['unbound', '林知远 解绑了「青禾」', '林知远 unbound "青禾"'],
    ['request', '林知远 想查看「青禾」，等你确认', '林知远 would like to see "青禾" and waits for you'],
    ['accepted', '林知远 接受了「青禾」的邀请卡片', '林知远 accepted an invitation to "青禾"'],
    ['left', '林知远 退出了「青禾」', '林知远 left "青禾"'],
  ] as const)('says what happened: %s', (kind, chinese, english) => {
    expect(lineOf({ kind })?.sentence).toBe(chinese)
    expect(lineOf({ kind }, 'en')?.sentence).toBe(english)
  })

  it.each(noticeKinds)('has a sentence of its own even without a name: %s', kind => {
    const sentence = lineOf({ kind, detail: {} })?.sentence
    expect(sentence).toContain('青禾')
    expect(sentence).not.toContain('undefined')
  })

  it.each([
    ['no terms', {}, ''],
    ['sections', { scopes: ['overview', 'visit'] }, '概况、访问分析'],
    ['an end', { scopes: ['overview'], expiresAt: '2026-08-01T15:59:00Z' }, '概况 · 到 8月1日'],
    ['no end', { scopes: ['overview'], expiresAt: null }, '概况 · 长期'],
  ])('tells its terms: %s', (_what, terms, words) => {
    expect(lineOf({ detail: { by: '林', ...terms } as Notice['detail'] })?.detail).toBe(words)
  })

  it.each([
    ['granted', 'wx1', { page: 'overview', appid: 'wx1' }],
    ['admin_added', 'wx1', { page: 'overview', appid: 'wx1' }],
    ['request', 'wx1', { page: 'grants', appid: 'wx1' }],
    ['accepted', 'wx1', { page: 'grants', appid: 'wx1' }],
    ['left', 'wx1', { page: 'grants', appid: 'wx1' }],
    ['revoked', null, null],
  ] as const)('leads to what it is about: %s', (kind, appid, opens) => {
    expect(lineOf({ kind, appid })?.opens).toEqual(opens)
  })
})

describe('the list of notices', () => {
  it('stands under the days of China, in the order in which they came', () => {
    const days = noticeDays(
      [
        notice('3', { at: '2026-07-14T16:10:00Z' }),
        notice('2', { at: '2026-07-14T15:50:00Z' }),
        notice('1', { at: '2026-07-14T02:00:00Z' }),
      ],
      new Set(['3']),
      'zh-CN',
    )
    expect(days.map(({ day, lines }) => [day, lines.map(({ id, time, isNew }) => [id, time, isNew])])).toEqual([
      ['2026-07-15', [['3', '00:10', true]]],
      [
        '2026-07-14',
        [
          ['2', '23:50', false],
          ['1', '10:00', false],
        ],
      ],
    ])
  })

  it('has each once, though one that came in between moved the pages', () => {
    const ids = joined([notice('4'), notice('3')], [notice('3'), notice('2')]).map(({ id }) => id)
    expect(ids).toEqual(['4', '3', '2'])
  })
})
