import { describe, expect, it } from 'vitest'
import { pictureOf, viewerName } from '../../../src/features/share/model.ts'

const frame = {
  app: { name: '青禾生鲜到家' },
  title: '来源分析',
  line: '06-15 – 07-14 · 30天',
  standing: {
    freshness: { state: 'final', asOf: '2026-07-15T02:42:00Z' } as const,
    isKept: false,
    isFetching: true,
    error: null,
    readAt: 0,
  },
  user: { nickname: '林夏', handle: 'linxia' },
  now: Date.parse('2026-07-15T02:46:30Z'),
}

describe('the name across a picture', () => {
  it.each([
    [{ nickname: '林夏', handle: 'linxia' }, '林夏'],
    [{ nickname: ' ', handle: 'linxia' }, 'linxia'],
    [{ nickname: '', handle: null }, '访客'],
    [null, '访客'],
  ])('of %j is %s', (user, name) => {
    expect(viewerName(user, 'zh-CN')).toBe(name)
  })

  it('is Guest in English', () => {
    expect(viewerName(null, 'en')).toBe('Guest')
  })
})

describe('the frame of a picture', () => {
  const made = pictureOf(frame, { blocks: [], definitions: [] }, 'zh-CN')

  it('names who looked and the minute, in Shanghai', () => {
    expect(made.signature).toBe('数据助手 · 林夏 查看于 2026-07-15 10:46')
  })

  it.each([
    ['zh-CN', '打开次数：每次打开各记 1 次'],
    ['en', '打开次数: 每次打开各记 1 次'],
  ] as const)('joins a name and what it means in %s', (locale, line) => {
    const definitions = [{ name: '打开次数', text: '每次打开各记 1 次' }]
    expect(pictureOf(frame, { blocks: [], definitions }, locale).definitions).toEqual([line])
  })

  it('says as of when the numbers are, also while they are read again', () => {
    expect(made.standing).toBe('官方 · 10:42 更新')
  })
})
