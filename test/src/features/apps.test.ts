import { describe, expect, it } from 'vitest'
import type { App } from '../../../src/contract/apps.ts'
import type { Reason } from '../../../src/contract/reasons.ts'
import { defaultScopes, scopes } from '../../../src/contract/scopes.ts'
import { firstRows, groupsOf, type ListInput, pillsOf, scopeWords } from '../../../src/features/apps/model.ts'
import { maySee, modulesOf, pageAfter } from '../../../src/features/shell/modules.ts'
import { progressOf, troubleOf } from '../../../src/features/status/model.ts'

const now = Date.parse('2026-07-15T10:46:00+08:00')

const app = (rest: Partial<App> = {}): App => ({
  appid: 'wx1111111111111111',
  name: '青禾生鲜到家',
  avatarUrl: null,
  kind: 'miniprogram',
  role: 'admin',
  scopes: [...scopes],
  grantExpiresAt: null,
  status: 'ok',
  ...rest,
})
const viewed = (rest: Partial<App> = {}) =>
  app({ appid: 'wx2222222222222222', name: 'Coffee', role: 'viewer', scopes: ['overview', 'visit'], ...rest })

const list = (apps: App[], rest: Partial<ListInput> = {}) =>
  groupsOf({
    apps,
    query: '',
    kind: 'all',
    current: null,
    pinned: [],
    visitorsOf: () => null,
    now,
    locale: 'zh-CN',
    ...rest,
  })

describe('the list', () => {
  it('groups what one manages and what was shared', () => {
    expect(list([viewed(), app()]).map(({ title, rows }) => [title, rows.length])).toEqual([
      ['我管理的', 1],
      ['授权给我的', 1],
    ])
  })
  it('leaves an empty group out', () => expect(list([app()]).map(({ id }) => id)).toEqual(['managed']))

  it('is cut off behind so many rows, whatever group they are in', () => {
    const groups = list([app(), viewed(), viewed({ appid: 'wx3' })])
    const shown = firstRows(groups, 2).map(({ id, rows }) => [id, rows.length])
    expect(shown).toEqual([
      ['managed', 1],
      ['granted', 1],
    ])
    expect(firstRows(groups, 1).map(({ id }) => id)).toEqual(['managed'])
  })

  it.each([
    ['青禾', 1],
    ['coff', 1],
    ['WX2222', 1],
    [' wx ', 2],
    ['nothing', 0],
  ])('finds %s', (query, count) => {
    expect(list([app(), viewed()], { query }).flatMap(({ rows }) => rows)).toHaveLength(count)
  })

  it('has pinned apps on top, once, in their order', () => {
    const groups = list([app(), viewed(), viewed({ appid: 'wx3' })], { pinned: ['wx3', 'wx1111111111111111', 'wx9'] })
    expect(groups.map(({ id, rows }) => [id, rows.map(({ appid }) => appid)])).toEqual([
      ['pinned', ['wx3', 'wx1111111111111111']],
      ['granted', ['wx2222222222222222']],
    ])
  })

  it('filters by kind', () => {
    const rows = list([app(), viewed({ kind: 'minigame' })], { kind: 'minigame' }).flatMap(group => group.rows)
    expect(rows.map(({ name, isSquare }) => [name, isSquare])).toEqual([['Coffee', true]])
  })

  it('ticks the current one', () => {
    expect(list([app()], { current: app().appid })[0]?.rows[0]?.isCurrent).toBe(true)
  })

  it.each([
    [app(), null, '小程序'],
    [app(), 61208, '小程序 · 昨日 61,208 人'],
    [app({ status: 'refused' }), 61208, '换一个 AppSecret 才能继续取数'],
    [viewed(), null, '小程序 · 概况、访问分析'],
    [viewed({ scopes: defaultScopes }), 8914, '昨日 8,914 人 · 全部'],
    [viewed({ grantExpiresAt: '2026-08-31T00:00:00+08:00' }), null, '小程序 · 概况、访问分析 · 到 8月31日'],
  ])('says in the second line what matters %#', (given, visitors, line) => {
    expect(list([given], { visitorsOf: () => visitors })[0]?.rows[0]?.line).toBe(line)
  })

  it.each([
    [{ status: 'refused' }, '密钥失效'],
    [{ status: 'ip' }, 'IP 未放行'],
    [{ status: 'frozen' }, '已冻结'],
    [{ grantExpiresAt: '2026-07-15T23:00:00+08:00' }, '今天到期'],
    [{ grantExpiresAt: '2026-07-16T12:00:00+08:00' }, '明天到期'],
    [{ grantExpiresAt: '2026-07-17T12:00:00+08:00' }, '后天到期'],
    [{ grantExpiresAt: '2026-07-18T12:00:00+08:00' }, null],
    [{}, null],
  ] as const)('marks %o', (given, tag) => expect(list([viewed(given)])[0]?.rows[0]?.tag).toBe(tag))
})

describe('the pills', () => {
  it('count the kinds', () => {
    expect(pillsOf([app(), app(), viewed({ kind: 'minigame' })], 'zh-CN').map(({ text }) => text)).toEqual([
      '全部 3',
      '小程序 2',
      '小游戏 1',
    ])
  })
  it('are left out for one kind', () => expect(pillsOf([app()], 'zh-CN')).toEqual([]))
})

it('names the sections that are open', () => {
  expect(scopeWords({ scopes: [...scopes] }, 'en')).toBe('everything')
  expect(scopeWords({ scopes: ['visit', 'overview'] }, 'en')).toBe('overview, visits')
})

describe('the pages of an app', () => {
  it('are all open to an admin', () => {
    const modules = modulesOf(app(), 'zh-CN').flatMap(group => group.modules)
    expect(modules.map(({ text }) => text)).toEqual([
      '数据概况',
      '用户趋势',
      '来源分析',
      '留存分析',
      '时长分析',
      '页面详情',
      '实时统计',
      '用户画像',
      '性能分析',
      '授权',
      '数据采集',
      '应用设置',
    ])
    expect(modules.filter(({ isLocked }) => isLocked)).toEqual([])
  })
  it('name 授权 to admins only', () => {
    const named = (one: App) => modulesOf(one, 'zh-CN').some(({ id }) => id === 'manage')
    expect([named(app()), named(viewed())]).toEqual([true, false])
  })
  it('are locked without the scope', () => {
    expect(maySee(viewed({ scopes: ['overview'] }), 'trend')).toBe(false)
    expect(maySee(viewed({ scopes: ['visit'] }), 'trend')).toBe(true)
  })
  it('are left to the server while the app is unknown', () => expect(maySee(null, 'trend')).toBe(true))
})

describe('the status', () => {
  it('shows history being filled in', () => {
    expect(progressOf({ backfill: { done: 36, total: 90, reason: 'filling' } }, 'zh-CN')).toMatchObject({
      title: '正在补历史数据 36/90',
      percent: '40%',
      text: '从最近的日子往前补，可以先看已经有的。',
      ratio: 0.4,
    })
  })
  it('says what the filling waits for', () => {
    const textOf = (reason: Reason) => progressOf({ backfill: { done: 36, total: 90, reason } }, 'en')?.text
    expect(textOf('upstream_quota')).toMatch(/quota/)
    expect(textOf('ip_not_allowed')).toMatch(/whitelist/)
  })
  it.each([
    { done: 90, total: 90, reason: null },
    { done: 90, total: 90, reason: 'upstream_not_ready' as const },
    { done: 0, total: 0, reason: null },
  ])('is silent at %o', backfill => expect(progressOf({ backfill }, 'zh-CN')).toBeNull())

  it('puts each trouble with the token into words of its own', () => {
    const texts = (['refused', 'ip', 'frozen'] as const).map(
      state => troubleOf({ token: { state, message: null } }, 'zh-CN')?.text,
    )
    expect(new Set(texts).size).toBe(3)
    expect(troubleOf({ token: { state: 'ok', message: null } }, 'zh-CN')).toBeNull()
  })
  it('says what the server knows better: which address, which key', () => {
    const message = '请把服务器地址加入微信公众平台的 IP 白名单 (203.0.113.7)'
    expect(troubleOf({ token: { state: 'ip', message } }, 'zh-CN')?.text).toBe(message)
  })
})

describe('a switch', () => {
  it.each([
    ['trend', app(), 'trend'],
    ['grants', app(), 'grants'],
    ['trend', viewed({ scopes: ['overview', 'visit'] }), 'trend'],
    ['portrait', viewed({ scopes: ['overview', 'visit'] }), 'overview'],
    ['grants', viewed({ scopes: ['retention'] }), 'retention'],
    ['trend', viewed({ scopes: ['export'] }), 'overview'],
  ] as const)('from %s keeps the page where the other app has it', (page, target, next) =>
    expect(pageAfter(page, target)).toBe(next),
  )
})
