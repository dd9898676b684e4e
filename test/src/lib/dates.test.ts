import { describe, expect, it } from 'vitest'
import {
  clockTime,
  dataDate,
  momentText,
  monthText,
  periodText,
  periodTick,
  rangeText,
  spokenDayWeekday,
  spokenRange,
} from '../../../src/lib/dates.ts'

describe('a day', () => {
  it.each([
    ['2026-07-14', '2026-07-14(二)', '7月14日 周二', '2026-07-14 (Tue)', 'Tue 14 Jul'],
    ['2026-07-19', '2026-07-19(日)', '7月19日 周日', '2026-07-19 (Sun)', 'Sun 19 Jul'],
    ['2024-02-29', '2024-02-29(四)', '2月29日 周四', '2024-02-29 (Thu)', 'Thu 29 Feb'],
  ])('%s', (day, zhData, zhSpoken, enData, enSpoken) => {
    expect(dataDate(day, 'zh-CN')).toBe(zhData)
    expect(spokenDayWeekday(day, 'zh-CN')).toBe(zhSpoken)
    expect(dataDate(day, 'en')).toBe(enData)
    expect(spokenDayWeekday(day, 'en')).toBe(enSpoken)
  })
})

describe('a period', () => {
  it.each([
    ['day', '2026-07-14', '2026-07-14', '07-14 二', '07-14'],
    ['week', '2017-03-06', '2017-03-12', '03.06–03.12', '03.06'],
    ['month', '2017-02-01', '2017-02-28', '2017年2月', '2017-02'],
  ] as const)('%s from %s to %s', (granularity, from, to, text, tick) => {
    expect(periodText(granularity, { from, to }, 'zh-CN')).toBe(text)
    expect(periodTick(granularity, { from })).toBe(tick)
  })

  it('names a month in English', () => expect(monthText('2017-02-01', 'en')).toBe('Feb 2017'))
})

describe('a range', () => {
  it.each([
    ['2026-06-15', '2026-07-14', '06-15 – 07-14', '6月15日 – 7月14日', '15 Jun – 14 Jul'],
    ['2026-07-08', '2026-07-14', '07-08 – 07-14', '7月8日 – 14日', '8 – 14 Jul'],
    ['2025-12-20', '2026-01-05', '2025-12-20 – 2026-01-05', '12月20日 – 1月5日', '20 Dec – 5 Jan'],
    ['2026-07-14', '2026-07-14', '2026-07-14', '7月14日', '14 Jul'],
  ])('%s to %s', (from, to, text, zh, en) => {
    expect(rangeText(from, to)).toBe(text)
    expect(spokenRange(from, to, 'zh-CN')).toBe(zh)
    expect(spokenRange(from, to, 'en')).toBe(en)
  })
})

describe('a range of another year', () => {
  it.each([
    ['2025-06-15', '2025-07-14', '2025-06-15 – 07-14', '2025年6月15日 – 7月14日', '15 Jun – 14 Jul 2025'],
    ['2026-06-15', '2026-07-14', '06-15 – 07-14', '6月15日 – 7月14日', '15 Jun – 14 Jul'],
  ])('%s to %s says its year in 2026 only where it is another', (from, to, text, zh, en) => {
    expect(rangeText(from, to, '2026-07-14')).toBe(text)
    expect(spokenRange(from, to, 'zh-CN', '2026-07-14')).toBe(zh)
    expect(spokenRange(from, to, 'en', '2026-07-14')).toBe(en)
  })
})

describe('an instant', () => {
  const now = Date.parse('2026-07-15T10:46:00+08:00')

  it('is told in Shanghai time', () => expect(clockTime('2026-07-15T02:42:00Z')).toBe('10:42'))

  it.each([
    ['2026-07-15T10:42:00+08:00', '10:42', '10:42'],
    ['2026-07-14T22:10:00+08:00', '昨天 22:10', 'yesterday 22:10'],
    ['2026-07-14T16:30:00Z', '00:30', '00:30'],
    ['2026-07-12T22:10:00+08:00', '07-12 22:10', '07-12 22:10'],
  ])('%s reads %s', (instant, zh, en) => {
    expect(momentText(instant, now, 'zh-CN')).toBe(zh)
    expect(momentText(instant, now, 'en')).toBe(en)
  })
})
