import { describe, expect, it } from 'vitest'
import { type AxisLanguage, axisText } from '../../../src/charts/axis-text.ts'
import type { AxisUnit } from '../../../src/charts/scale.ts'

describe('axisText', () => {
  it.each<[value: number, unit: AxisUnit, language: AxisLanguage, text: string]>([
    [25_000, 'count', 'zh', '2.5万'],
    [75_000, 'count', 'en', '75K'],
    [20, 'count', 'zh', '20'],
    [120_000_000, 'count', 'zh', '1.2亿'],
    [2_500_000, 'count', 'en', '2.5M'],
    [3_000_000_000, 'count', 'en', '3B'],
    [0.8, 'decimal', 'zh', '0.8'],
    [0.25, 'percent', 'zh', '25%'],
    [0.075, 'percent', 'en', '7.5%'],
    [30, 'seconds', 'zh', '30秒'],
    [30, 'seconds', 'en', '30s'],
    [120, 'seconds', 'zh', '2分'],
    [90, 'seconds', 'zh', '1:30'],
    [60, 'seconds', 'en', '1m'],
    [2.4000000000000004, 'decimal', 'zh', '2.4'],
  ])('writes %d (%s, %s) as %s', (value, unit, language, text) => {
    expect(axisText(value, unit, language)).toBe(text)
  })
})
