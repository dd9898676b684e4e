import { describe, expect, it } from 'vitest'
import type { App } from '../../../src/contract/apps.ts'
import type { PortfolioApp } from '../../../src/contract/portfolio.ts'
import { type PortfolioInput, portfolioRows, wholeFreshness } from '../../../src/features/portfolio/model.ts'
import { portfolioPicture } from '../../../src/features/portfolio/picture.ts'

type Change = PortfolioApp['metrics'][number]['changes']['day']

const DATES = ['2026-07-12', '2026-07-13', '2026-07-14']
const none: Change = { baseDate: '2026-07-07', base: null, kind: 'none', value: null }
const by = (value: number): Change => ({ baseDate: '2026-07-07', base: 100, kind: 'percent', value })

interface Facts extends Partial<PortfolioApp> {
  week?: Change
  line?: (number | null)[]
}

function app(appid: string, { week = none, line = [3, 2, 1], ...facts }: Facts = {}): PortfolioApp {
  const value = line.at(-1) ?? null
  const changes = { day: none, week, month: none }
  return {
    appid,
    name: appid,
    avatarUrl: null,
    kind: 'miniprogram',
    role: 'admin',
    date: '2026-07-14',
    freshness: { state: 'final', asOf: '2026-07-15T07:10:00Z' },
    metrics: (['session_cnt', 'visit_uv', 'visit_uv_new'] as const).map(id => ({ id, value, changes })),
    sparkline: DATES.map((date, at) => ({ date, value: line[at] ?? null })),
    lines: { session_cnt: line, visit_uv: line, visit_uv_new: line },
    ...facts,
  }
}

const listed = (appid: string, scopes: App['scopes'] = ['overview'], role: App['role'] = 'viewer'): App => ({
  appid,
  name: appid,
  avatarUrl: null,
  kind: 'miniprogram',
  role,
  scopes,
  grantExpiresAt: null,
  status: 'ok',
})

const rows = (input: Partial<PortfolioInput>) =>
  portfolioRows({ apps: [], visible: null, metric: 'visit_uv', base: 'week', locale: 'zh-CN', ...input })
const namesOf = (list: { appid: string }[]) => list.map(({ appid }) => appid)

describe('the rows of the portfolio', () => {
  it('begin with the biggest drop; what has nothing to compare stands apart', () => {
    const apps = [app('up', { week: by(0.1) }), app('alone'), app('fall', { week: by(-0.4) })]
    const { compared, others } = rows({ apps })
    expect([namesOf(compared), namesOf(others)]).toEqual([['fall', 'up'], ['alone']])
  })

  it('show a true zero as a number', () => {
    const [zero] = rows({ apps: [app('zero', { line: [4, 4, 0], week: by(-1) })] }).compared
    expect(zero).toMatchObject({ value: '0', lastDay: null, why: null, tag: null })
  })

  it('show the last known number with its day while WeChat has not computed yesterday', () => {
    const late = app('late', { line: [5, 3871, null], freshness: { state: 'not_ready', asOf: null } })
    expect(rows({ apps: [late] }).others[0]).toMatchObject({
      value: '3,871',
      lastDay: '07-13 的数',
      tag: '数据未出',
      why: '通常 10:00 以后，自动再试',
    })
  })

  it('say that our own server has no room, not that WeChat was silent', () => {
    const freshness = { state: 'failed', asOf: null, reason: 'storage_failed' } as const
    const full = app('full', { line: [null, null, null], freshness })
    expect(rows({ apps: [full] }).others[0]).toMatchObject({ tag: '存不下新数', why: '服务器存不下，请告诉管理员' })
  })

  it('show no number where none is known, and never a zero', () => {
    const blank = app('blank', {
      line: [null, null, null],
      freshness: { state: 'failed', asOf: null, reason: 'secret_refused' },
    })
    expect(rows({ apps: [blank] }).others[0]).toMatchObject({
      value: null,
      lastDay: null,
      tag: '密钥失效',
      why: '请管理员更换密钥',
      values: { visit_uv: '--' },
    })
  })

  it('name an app whose overview is not open, without a number', () => {
    const { others } = rows({ apps: [app('open')], visible: [listed('open'), listed('shut', ['realtime'])] })
    expect(others.find(({ appid }) => appid === 'shut')).toMatchObject({ isLocked: true, value: null, line: [] })
  })

  it('hide what the device still has of an app that is not open any more', () => {
    const apps = [app('gone', { week: by(-0.9) }), app('shut', { week: by(-0.8) })]
    const { compared, others } = rows({ apps, visible: [listed('shut', ['visit'])] })
    expect(compared).toEqual([])
    expect(others).toMatchObject([{ appid: 'shut', isLocked: true, value: null }])
  })
})

it('the portfolio as a picture writes signs, the day of an older number and no locked app', () => {
  const late = app('late', { line: [5, 3871, null], freshness: { state: 'not_ready', asOf: null } })
  const shown = rows({
    apps: [app('fall', { line: [4, 4, 2], week: by(-0.5) }), late],
    visible: [listed('fall'), listed('late'), listed('shut', ['realtime'])],
  })
  const { blocks, definitions } = portfolioPicture(shown, 'visit_uv', 'zh-CN')
  expect(blocks[0]).toMatchObject({
    kind: 'table',
    columns: ['应用', '访问人数', '日', '周', '月'],
    rows: [
      ['fall', '2', '--', '-50.0%', '--'],
      ['late', '3,871 07-13 的数', '--', '--', '--'],
    ],
  })
  expect(definitions.map(({ name }) => name)).toEqual(['访问人数'])
})

describe('how the portfolio stands', () => {
  const at = (state: PortfolioApp['freshness']['state'], asOf: string | null, line: (number | null)[] = [1, 1, 1]) =>
    app(state, { freshness: { state, asOf }, line })

  it('is the worst and the oldest of what it compares', () => {
    const apps = [at('final', '2026-07-15T07:10:00Z'), at('provisional', '2026-07-15T02:00:00Z')]
    expect(wholeFreshness(apps)).toEqual({ state: 'provisional', asOf: '2026-07-15T02:00:00Z' })
  })

  it('is not spoilt by one app that has no number', () => {
    const apps = [at('final', '2026-07-15T07:10:00Z'), at('failed', null, [1, 1, null])]
    expect(wholeFreshness(apps)?.state).toBe('final')
  })

  it('is the worst of all where none has a number, and nothing without apps', () => {
    expect(wholeFreshness([at('not_ready', null, [1, 1, null])])).toEqual({ state: 'not_ready', asOf: null })
    expect(wholeFreshness([])).toBeNull()
  })
})
