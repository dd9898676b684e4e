import { describe, expect, it } from 'vitest'
import type { PortraitAnswer } from '../../../src/contract/report-portrait.ts'
import type { RetentionAnswer } from '../../../src/contract/report-retention.ts'
import { portraitNumberOf, retentionNumberOf } from '../../../src/features/navigation/model.ts'

const retention = (rate: number | null) =>
  ({
    data: {
      keys: [0, 1],
      mean: [],
      rows: [
        {
          period: '2026-07-13',
          state: 'final',
          size: 10,
          cells: [
            { key: 0, count: 10, rate: 1, state: 'value' },
            { key: 1, count: null, rate, state: 'value' },
          ],
        },
      ],
    },
  }) as unknown as RetentionAnswer

const portrait = (genders: { id: number; name: string; value: number; share: number }[]) =>
  ({
    range: { from: '2026-07-08', to: '2026-07-14' },
    data: { province: [], city: [], genders, platforms: [], devices: [], ages: [] },
  }) as unknown as PortraitAnswer

describe('the key number of 留存分析', () => {
  it('is who was back the next day', () => {
    expect(retentionNumberOf(retention(0.2464), 'zh-CN')?.text).toBe('次日 24.6%')
  })
  it('is not there while the next day is not known', () => {
    expect(retentionNumberOf(retention(null), 'zh-CN')).toBeNull()
    expect(retentionNumberOf(null, 'zh-CN')).toBeNull()
  })
})

describe('the key number of 用户画像', () => {
  const unknown = { id: 0, name: '未知', value: 90, share: 0.9 }
  it('is the larger gender, never the unknown', () => {
    const answer = portrait([
      unknown,
      { id: 1, name: '男', value: 4, share: 0.04 },
      { id: 2, name: '女', value: 6, share: 0.06 },
    ])
    expect(portraitNumberOf(answer, 'zh-CN')?.text).toBe('女 6.0%')
    expect(portraitNumberOf(answer, 'en')?.text).toBe('Female 6.0%')
  })
  it('is not there when WeChat knows none', () => {
    expect(portraitNumberOf(portrait([unknown]), 'zh-CN')).toBeNull()
    expect(portraitNumberOf(portrait([]), 'zh-CN')).toBeNull()
  })
})
