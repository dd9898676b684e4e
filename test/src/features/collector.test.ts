import { describe, expect, it } from 'vitest'
import type { RecentEvent } from '../../../src/contract/collector.ts'
import { arrivals, installHosts, lastEventText, refusedRows } from '../../../src/features/collector/model.ts'
import { snippet } from '../../../src/features/collector/snippets.ts'

const NOW = Date.parse('2026-07-15T06:06:00Z')

const aView = (change: Partial<RecentEvent> = {}): RecentEvent => ({
  at: '2026-07-15T06:05:19Z',
  receivedAt: '2026-07-15T06:05:20Z',
  type: 'view',
  path: 'pages/index/index',
  name: null,
  scene: 1001,
  env: 'release',
  platform: 'ios',
  appVersion: '1.2.0',
  visitor: '3f9a12bc',
  ...change,
})

const rows = (...recent: RecentEvent[]) => arrivals({ recent }, NOW, 'zh-CN')

describe('an event that arrived', () => {
  it('says what it was, of which page, from where and when', () => {
    expect(rows(aView())[0]).toMatchObject({
      title: '访问页面 · pages/index/index',
      detail: 'iOS · 1.2.0 · 3f9a12bc',
      time: '14:05:20',
      env: null,
    })
  })

  it.each([
    ['trial', '体验版'],
    ['develop', '开发版'],
  ] as const)('of %s is marked %s', (env, word) => {
    expect(rows(aView({ env }))[0]?.env).toBe(word)
  })

  it('carries its own name where it has no page', () => {
    expect(rows(aView({ type: 'custom', path: null, name: 'add-to-cart' }))[0]?.title).toBe('自定义 · add-to-cart')
  })

  it('keeps a platform that nobody knows as it came', () => {
    expect(rows(aView({ platform: 'toaster', appVersion: null }))[0]?.detail).toBe('toaster · 3f9a12bc')
  })

  it('of another day carries that day', () => {
    expect(rows(aView({ receivedAt: '2026-07-14T06:05:20Z' }))[0]?.time).toBe('昨天 14:05')
  })

  it('is told from its twin', () => {
    const [one, other] = rows(aView(), aView())
    expect(one?.id).not.toBe(other?.id)
  })
})

describe('the newest event', () => {
  it.each([
    [{ lastEventAt: null, lagSeconds: null }, '还没有收到过'],
    [{ lastEventAt: '2026-07-15T06:05:20Z', lagSeconds: 1.4 }, '14:05:20 · 延迟 2 秒'],
    [{ lastEventAt: '2026-07-14T06:05:20Z', lagSeconds: null }, '昨天 14:05'],
  ])('%j', (standing, text) => {
    expect(lastEventText(standing, NOW, 'zh-CN')).toBe(text)
  })
})

it('what was not taken is said in words', () => {
  expect(refusedRows({ refused: [{ reason: 'too_old', count: 1204 }] }, 'en')).toEqual([
    { key: 'older than 7 days', value: '1,204' },
  ])
})

describe('the lines to add', () => {
  it.each(installHosts)('for %s carry the key and where to send', host => {
    const lines = snippet(host, { url: 'https://data.example.com', key: 'wk_abc' })
    expect(lines).toContain("url: 'https://data.example.com', key: 'wk_abc'")
    expect(lines.split('\n').length).toBeLessThanOrEqual(5)
  })
})
