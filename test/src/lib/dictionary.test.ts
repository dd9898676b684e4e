import { describe, expect, it } from 'vitest'
import { metricIds } from '../../../src/contract/metrics.ts'
import { dictionaryEntry, fillFormula } from '../../../src/lib/dictionary.ts'
import { localeOf, textOf } from '../../../src/lib/text/index.ts'

const values = { session_cnt: 142549, visit_uv: 61208, stay_time_session: 83, stay_time_uv: 193.3, visit_depth: 1.98 }

describe('a formula', () => {
  it('divides the stay by the opens', () => {
    expect(fillFormula('stay_time_session', values, 'zh-CN')).toEqual({
      expression: '约 11,831,567 秒 ÷ 142,549',
      result: '83.0 秒',
      spoken: '1分23秒',
    })
  })
  it('divides the stay by the visitors', () => {
    expect(fillFormula('stay_time_uv', values, 'en').expression).toBe('≈ 11,831,506 s ÷ 61,208')
  })
  it('divides pages by opens for the depth', () => {
    expect(fillFormula('visit_depth', values, 'zh-CN')).toEqual({
      expression: '约 282,247 ÷ 142,549',
      result: '1.98',
      spoken: null,
    })
  })
  it('of a count is the count', () => {
    expect(fillFormula('session_cnt', values, 'zh-CN')).toEqual({ expression: null, result: '142,549', spoken: null })
  })
  it.each([{}, { stay_time_session: null, session_cnt: 5 }])('without a number is --', known => {
    expect(fillFormula('stay_time_session', known, 'zh-CN').result).toBe('--')
  })
  it('never divides by nothing', () => {
    expect(fillFormula('stay_time_session', { stay_time_session: 3, session_cnt: 0 }, 'zh-CN').expression).toBeNull()
  })
})

describe('the dictionary', () => {
  it.each(metricIds)('explains %s in both languages', id => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const entry = dictionaryEntry(id, locale)
      expect(Object.values(entry).every(words => words.length > 0)).toBe(true)
      expect(entry.field).toBe(id)
    }
  })
  it('says how opens and people add up', () => {
    expect(dictionaryEntry('session_cnt', 'zh-CN').over).toBe('可以直接相加')
    expect(dictionaryEntry('visit_uv', 'zh-CN').over).toContain('不能相加')
  })
})

describe('the language', () => {
  it.each([
    ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-Hant-TW', 'zh-CN'],
    ['en-US', 'en'],
    ['de', 'en'],
    ['', 'en'],
  ])('of %s is %s', (tag, locale) => expect(localeOf(tag)).toBe(locale))

  it('has no empty word', () => {
    const words = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : value && typeof value === 'object'
          ? Object.values(value).flatMap(words)
          : []
    for (const locale of ['zh-CN', 'en'] as const)
      expect(words(textOf(locale)).filter(word => !word.trim())).toEqual([])
  })
})
