import { describe, expect, it } from 'vitest'
import type { Grant } from '../../../src/contract/access.ts'
import type { AuditEntry } from '../../../src/contract/audit.ts'
import { defaultScopes, type Scope, scopes } from '../../../src/contract/scopes.ts'
import { auditDays } from '../../../src/features/grants/audit-model.ts'
import { grantRow, lookedText } from '../../../src/features/grants/model.ts'
import { endChoices, presetOf, presetScopes, toggled } from '../../../src/features/grants/terms-model.ts'

const now = Date.parse('2026-07-15T10:46:00+08:00')

const grant = (rest: Partial<Grant> = {}): Grant => ({
  userId: 'u1',
  nickname: '陈屿',
  avatarUrl: null,
  handle: null,
  scopes: [...defaultScopes],
  expiresAt: null,
  grantedBy: { id: 'a1', nickname: '林知远' },
  grantedAt: '2026-07-01T09:00:00+08:00',
  lastViewedAt: null,
  ...rest,
})

describe('what a grant opens', () => {
  it.each([
    ['all', ['overview', 'visit', 'retention', 'pages', 'realtime', 'portrait', 'revenue']],
    ['noRevenue', ['overview', 'visit', 'retention', 'pages', 'realtime', 'portrait']],
    ['overviewOnly', ['overview']],
  ] as const)('%s', (preset, opened) => expect(presetScopes[preset]).toEqual(opened))

  it('takes data along in no preset', () => {
    expect(Object.values(presetScopes).flat()).not.toContain('export')
    expect(Object.values(presetScopes).flat()).not.toContain('audience')
  })
  it('knows its preset whatever the order', () => expect(presetOf([...defaultScopes].reverse())).toBe('all'))
  it('is no preset with one section more', () => expect(presetOf([...scopes])).toBeNull())
  it.each<[Scope[], Scope, Scope[]]>([
    [['visit'], 'overview', ['overview', 'visit']],
    [['overview', 'visit'], 'visit', ['overview']],
    [['visit'], 'visit', []],
  ])('%j with a tap on %s is %j', (before, scope, after) => expect(toggled(before, scope)).toEqual(after))
})

describe('until when', () => {
  const chosen = (expiresAt: string | null) => endChoices(expiresAt, now, 'zh-CN').find(({ isOn }) => isOn)?.text

  it('has no end to begin with', () => expect(chosen(null)).toBe('长期'))
  it('counts days from today, the last one whole', () => {
    const week = endChoices(null, now, 'zh-CN').find(({ id }) => id === '7')
    expect(week?.expiresAt).toBe('2026-07-22T23:59:59+08:00')
    expect(chosen(week?.expiresAt ?? null)).toBe('7 天')
  })
  it('keeps an end of its own', () => expect(chosen('2026-08-31T12:00:00Z')).toBe('到 8月31日'))
})

describe('who looked', () => {
  it.each([
    [null, '从未看过'],
    ['2026-07-15T10:45:30+08:00', '刚刚看过'],
    ['2026-07-15T10:44:00+08:00', '2 分钟前看过'],
    ['2026-07-15T07:00:00+08:00', '3 小时前看过'],
    ['2026-07-14T23:59:00+08:00', '7月14日看过'],
    ['2026-07-15T10:47:00+08:00', '刚刚看过'],
  ])('%s is %s', (at, words) => expect(lookedText(at, now, 'zh-CN')).toBe(words))
})

describe('a row', () => {
  it('says until when and what', () => {
    expect(
      grantRow(grant({ expiresAt: '2026-08-31T23:59:59+08:00', scopes: ['overview'] }), now, 'zh-CN'),
    ).toMatchObject({
      tag: null,
      line: '到 8月31日 · 概况',
      looked: '从未看过',
    })
  })
  it('warns of an end that is near, and says it once', () => {
    expect(grantRow(grant({ expiresAt: '2026-07-17T23:59:59+08:00' }), now, 'zh-CN')).toMatchObject({
      tag: '后天到期',
      line: '全部',
    })
  })
})

describe('the records', () => {
  const entry = (rest: Partial<AuditEntry>): AuditEntry => ({
    id: '1',
    at: '2026-07-15T10:00:00+08:00',
    actor: { id: 'a1', nickname: '林知远' },
    action: 'grant',
    target: { id: 'u1', nickname: '陈屿' },
    detail: {},
    ...rest,
  })
  const sentence = (rest: Partial<AuditEntry>) => auditDays([entry(rest)], 'zh-CN')[0]?.lines[0]?.sentence

  it('say who did what to whom', () => expect(sentence({})).toBe('林知远 授权给 陈屿'))
  it('name a report that was taken along', () =>
    expect(sentence({ action: 'export', target: null, detail: { report: 'retention' } })).toBe('林知远 导出了留存分析'))
  it('name what happens by itself', () =>
    expect(sentence({ action: 'expire', actor: { id: 'system', nickname: null } })).toBe('陈屿 的授权到期了'))
  it('name nobody who was erased', () =>
    expect(sentence({ actor: { id: 'x', nickname: null } })).toBe('已注销的人 授权给 陈屿'))
  it('add sections and end', () =>
    expect(
      auditDays([entry({ detail: { scopes: ['overview'], expiresAt: '2026-08-31T23:59:59+08:00' } })], 'zh-CN')[0]
        ?.lines[0],
    ).toMatchObject({ detail: '概况 · 到 8月31日', time: '10:00' }))
  it('stand under days of Shanghai', () => {
    const days = auditDays([entry({}), entry({ id: '2', at: '2026-07-14T15:59:00Z' })], 'zh-CN')
    expect(days.map(({ title, lines }) => [title, lines.length])).toEqual([
      ['2026-07-15(三)', 1],
      ['2026-07-14(二)', 1],
    ])
  })
})
