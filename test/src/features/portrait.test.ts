import { describe, expect, it } from 'vitest'
import type { PortraitAnswer, PortraitItem } from '../../../src/contract/report-portrait.ts'
import {
  ageColumns,
  citiesOf,
  filledShare,
  genderParts,
  mostAge,
  rankedItems,
  shortAge,
  shownPortrait,
  spokenList,
  totalOf,
} from '../../../src/features/portrait/model.ts'
import { portraitNotice } from '../../../src/features/portrait/notice.ts'

const item = (id: number | null, name: string, value: number | null, share: number | null = null): PortraitItem => ({
  id,
  name,
  value,
  share,
})
const nobody = { province: [], city: [], genders: [], platforms: [], devices: [], ages: [] }
const someone = { ...nobody, genders: [item(1, '男', 3, 1)] }
type Late = Pick<PortraitAnswer, 'data' | 'range' | 'freshness'>
const asked = { from: '2026-07-08', to: '2026-07-14' }
const before = { from: '2026-07-07', to: '2026-07-13' }
const late = (state: Late['freshness']['state']): Late => ({
  range: asked,
  freshness: { state, asOf: null },
  data: { ...nobody, latest: { ...before, ...someone } },
})

describe('the portrait shown', () => {
  it('is the one asked for when it has people', () => {
    const shown = shownPortrait({ range: asked, data: someone })
    expect([shown.range, shown.isLatest]).toEqual([asked, false])
  })
  it('is the last one known when it has none', () => {
    const shown = shownPortrait(late('not_ready'))
    expect([shown.range, shown.isLatest, shown.lists.genders.length]).toEqual([before, true, 1])
  })
  it('is empty when there never was one', () => {
    expect(shownPortrait({ range: asked, data: { ...nobody, latest: null } })).toMatchObject({ isLatest: false })
  })
})

describe('a late portrait', () => {
  it('is named once, with the day that is late and the days that are shown', () => {
    expect(portraitNotice(late('not_ready'), 'zh-CN')).toEqual({
      title: '07-14 的画像还没算好，通常在 15:00 后',
      text: '先显示 07-07 – 07-13 的画像，算好后自动更新。',
    })
  })
  it.each(['stale', 'failed'] as const)('leaves %s to the banner', state => {
    expect(portraitNotice(late(state), 'zh-CN')).toBeNull()
  })
  it('is not spoken of when it is there', () => {
    expect(portraitNotice({ ...late('final'), data: someone }, 'zh-CN')).toBeNull()
  })
})

describe('a portrait of which days were forgotten', () => {
  const { freshness, range } = late('final')
  it.each([
    ['zh-CN', ['2026-07-08', '2026-07-09'], '有 2 天的原始事件已过保存期'],
    ['en', ['2026-07-08'], 'Raw events of 1 day are kept no more'],
  ] as const)('says so once, in %s', (locale, forgotten, title) => {
    const data = { ...someone, forgotten: [...forgotten] }
    expect(portraitNotice({ freshness, range, data }, locale)?.title).toBe(title)
  })
  it('says so where nobody is left', () => {
    const data = { ...nobody, forgotten: ['2026-07-08'] }
    expect(portraitNotice({ freshness: { state: 'missing', asOf: null }, range, data }, 'zh-CN')).not.toBeNull()
  })
})

describe('gender', () => {
  it('keeps the order of the answer and its unknown', () => {
    const parts = genderParts([item(2, '女', 6, 0.6), item(1, '男', 3, 0.3), item(0, '未知', 1, 0.1)], 'zh-CN')
    expect(parts?.map(({ name, color, share }) => `${name} ${color} ${share}`)).toEqual([
      '女 c4 60.0%',
      '男 c1 30.0%',
      '未知 c7 10.0%',
    ])
  })
  it('is no ring above three parts', () => {
    expect(
      genderParts(
        [1, 2, 3, 4].map(id => item(id, String(id), 1)),
        'zh-CN',
      ),
    ).toBeNull()
  })
  it('is named in English', () => {
    expect(genderParts([item(2, '女', 6, 1)], 'en')?.[0]?.name).toBe('Female')
  })
})

describe('ages', () => {
  const ages = [
    item(0, '未知', 9, 0.5),
    item(6, '50岁以上', 2, 0.1),
    item(1, '17岁以下', 3, 0.2),
    item(4, '30-39岁', 4, 0.2),
  ]

  it('stand in the order of their ids, the unknown last', () => {
    expect(ageColumns(ages, 'zh-CN').map(({ label }) => label)).toEqual(['≤17', '30-39', '≥50', '未知'])
  })
  it('are as high as their people', () => {
    expect(ageColumns(ages, 'zh-CN').map(({ ratio }) => ratio)).toEqual([3 / 9, 4 / 9, 2 / 9, 1])
  })
  it('name the one with most people, never the unknown', () => {
    expect(mostAge(ages)).toBe('30-39岁')
    expect(mostAge(ages.slice(0, 1))).toBeNull()
  })
  it.each([
    ['17岁以下', '≤17'],
    ['18-24岁', '18-24'],
    ['50岁以上', '≥50'],
    ['未知', '未知'],
  ])('%s is written %s', (name, short) => {
    expect(shortAge(name)).toBe(short)
  })
})

describe('ranked rows', () => {
  it('begin with the most; a value that is not known is no zero', () => {
    const rows = rankedItems([item(1, '甲', 5, 0.25), item(2, '乙', null), item(3, '丙', 15, 0.75)], 'zh-CN')
    expect(rows.map(({ rank, name, value, share, ratio }) => [rank, name, value, share, ratio])).toEqual([
      ['1', '丙', '15', '75.0%', 1],
      ['2', '甲', '5', '25.0%', 5 / 15],
      ['3', '乙', '--', '--', 0],
    ])
  })
  it('do not divide by nobody', () => {
    expect(rankedItems([item(1, '甲', 0, null)], 'zh-CN')[0]).toMatchObject({ value: '0', share: '--', ratio: 0 })
  })
})

describe('cities', () => {
  const cities = [
    { ...item(3102, '广州', 2), provinceId: 31 },
    { ...item(1101, '杭州', 3), provinceId: 11 },
    { ...item(0, '未知', 1), provinceId: null },
  ]
  it.each([
    [null, ['广州', '杭州', '未知']],
    [31, ['广州']],
    [99, []],
  ])('of province %s are %j', (province, names) => {
    expect(citiesOf(cities, province).map(({ name }) => name)).toEqual(names)
  })
})

describe('words', () => {
  it('fill the definition with the first item', () => {
    const share = 146_381 / 238_406
    expect(filledShare([item(2, '女', 146_381, share), item(1, '男', 92_025, 1 - share)])).toEqual({
      filled: '146,381 ÷ 238,406 = 61.4%',
      name: '女',
    })
    expect(filledShare([])).toBeNull()
  })
  it('does not divide by the sum of a list that was cut', () => {
    expect(filledShare([item(null, 'OPPO R9', 617, 0.05)])).toEqual({ filled: '5.0%', name: 'OPPO R9' })
  })
  it('know no total of nothing', () => {
    expect([totalOf([]), totalOf([item(1, '男', null)]), totalOf([item(1, '男', 0)])]).toEqual([null, null, 0])
  })
  it('say a list in one sentence', () => {
    expect(spokenList('性别', [{ name: '女', share: '61.4%' }], 'zh-CN')).toBe('性别：女 61.4%')
  })
})
