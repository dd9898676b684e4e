import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../src/api/api-error.ts'
import type { Freshness } from '../../../src/contract/reports.ts'
import { badgeOf, bannerOf, pollAfter, type Standing } from '../../../src/features/freshness/model.ts'

const now = Date.parse('2026-07-15T10:46:00+08:00')
const readAt = Date.parse('2026-07-15T08:10:00+08:00')
const asOf = '2026-07-15T10:42:00+08:00'
const standing = (freshness: Freshness | null, rest: Partial<Standing> = {}): Standing => ({
  freshness,
  isKept: false,
  isFetching: false,
  error: null,
  readAt,
  ...rest,
})
const refused = new ApiError({ code: 'forbidden', status: 403 })
const broken = new ApiError({ code: 'internal', status: 500, requestId: 'r9' })

describe('the badge', () => {
  it.each([
    [{ state: 'final', asOf }, 'final', '10:42 更新'],
    [{ state: 'provisional', asOf }, 'provisional', '10:42 暂定'],
    [{ state: 'provisional', asOf: null }, 'provisional', '暂定，微信可能微调'],
    [{ state: 'stale', asOf: '2026-07-14T22:10:00+08:00' }, 'stale', '昨天 22:10 的数'],
    [{ state: 'not_ready', asOf: null }, 'not_ready', '数据未出 · 08:20 再试'],
    [{ state: 'failed', asOf: null }, 'failed', '更新失败，点按重试'],
    [{ state: 'pending', asOf: null }, 'pending', '正在取数'],
    [{ state: 'missing', asOf }, 'missing', '微信没有给数'],
    [{ state: 'unsupported', asOf: null }, 'unsupported', '微信不提供'],
  ] as const)('of %o is %s: %s', (freshness, state, text) => {
    expect(badgeOf(standing(freshness), now, 'zh-CN')).toMatchObject({ state, text })
  })

  it.each([
    ['nothing read yet', standing(null, { isFetching: true }), 'pending', '读取中'],
    [
      'an old view being renewed',
      standing({ state: 'final', asOf }, { isKept: true, isFetching: true }),
      'pending',
      '读取中',
    ],
    ['an old view offline', standing({ state: 'final', asOf }, { error: new Error('offline') }), 'stale', '10:42 的数'],
    ['nothing and a fault', standing(null, { error: broken }), 'failed', '更新失败，点按重试'],
    ['no right', standing(null, { error: refused }), 'locked', '无权限'],
  ])('of %s', (_, given, state, text) => {
    expect(badgeOf(given, now, 'zh-CN')).toMatchObject({ state, text })
  })

  it('tells the reason that the server gives', () => {
    const badge = badgeOf(standing({ state: 'stale', asOf, reason: 'upstream_quota' }), now, 'zh-CN')
    expect(badge.why).toContain('45009')
  })
})

describe('the banner', () => {
  it.each([
    ['fine numbers', standing({ state: 'final', asOf })],
    ['numbers not due', standing({ state: 'not_ready', asOf: null })],
    ['a first reading', standing(null, { isFetching: true })],
    ['no right', standing(null, { error: refused })],
  ])('keeps silent about %s', (_, given) => expect(bannerOf(given, now, 'zh-CN')).toBeNull())

  it('says what is shown and why when WeChat fails', () => {
    const banner = bannerOf(
      standing({ state: 'stale', asOf: '2026-07-14T22:10:00+08:00', reason: 'upstream_quota' }),
      now,
      'zh-CN',
    )
    expect(banner).toMatchObject({ kind: 'stale', title: '还没能从微信取到新数' })
    expect(banner?.text).toContain('昨天 22:10')
    expect(banner?.text).toContain('45009')
  })

  it('says that one is offline and sees old numbers', () => {
    expect(bannerOf(standing({ state: 'final', asOf }, { error: new Error('offline') }), now, 'zh-CN')).toMatchObject({
      kind: 'stale',
      title: '现在没有网络',
    })
  })

  it('gives the request id of a fault', () => {
    expect(bannerOf(standing(null, { error: broken }), now, 'en')).toMatchObject({ kind: 'error', requestId: 'r9' })
  })
})

describe('days of which some have no numbers', () => {
  const missing = { state: 'missing', asOf } as const
  it('are not called a page without numbers', () => {
    const badge = badgeOf({ ...standing(missing), isKnown: true }, now, 'zh-CN')
    expect(badge).toMatchObject({ state: 'missing', why: '有几天没有数，没有算进去。' })
    expect(badge.text).toContain('更新')
  })
  it('are one when none has any', () => expect(badgeOf(standing(missing), now, 'zh-CN').text).toBe('微信没有给数'))
})

describe('a day of our own that is not over', () => {
  it('says until when it was counted', () =>
    expect(badgeOf({ ...standing({ state: 'provisional', asOf }), source: 'collector' }, now, 'zh-CN').text).toMatch(
      /^到 /,
    ))
})

describe('polling', () => {
  it.each([
    ['pending', 2_000],
    ['not_ready', 600_000],
    ['stale', 60_000],
    ['failed', 60_000],
    ['final', false],
    ['provisional', false],
    ['missing', false],
    ['unsupported', false],
  ] as const)('after %s comes after %s ms', (state, wait) =>
    expect(pollAfter({ freshness: { state, asOf: null } })).toBe(wait),
  )

  it('looks at a day of our own that is not over every minute', () =>
    expect(pollAfter({ freshness: { state: 'provisional', asOf: null }, source: 'collector' })).toBe(60_000))
})
