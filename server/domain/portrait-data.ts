import { portraitAttributes } from '../../src/contract/portrait.ts'
import type { PortraitCity, PortraitData, PortraitItem } from '../../src/contract/report-portrait.ts'
import { shareOf, totalOf } from './buckets.ts'
import type { PortraitHalf, PortraitLine } from './portrait.ts'

/** Models that are shown, as in WeChat's own tool. */
const MAX_DEVICES = 20

type Attributes = Omit<PortraitData, 'latest' | 'forgotten'>

/** As answered, with shares of the attribute's own sum. */
function itemsOf(lines: readonly PortraitLine[]): PortraitItem[] {
  const total = totalOf(lines)
  return lines.map(line => ({ ...line, share: shareOf(line.value, total) }))
}

/** WeChat's city ids begin with the province's (3102 lies in 31), two digits before their end or more. */
function provinceOf(city: number | null, provinces: readonly PortraitItem[]): number | null {
  if (city === null || city < 100) return null
  const usual = Math.floor(city / 100)
  for (let id = usual; id > 0; id = Math.floor(id / 10)) if (provinces.some(province => province.id === id)) return id
  return usual
}

const withProvince =
  (provinces: readonly PortraitItem[]) =>
  (city: PortraitItem): PortraitCity => ({ ...city, provinceId: provinceOf(city.id, provinces) })

/** 用户画像 of one half of the users; lists are empty where nothing is known. */
export function portraitData(half: PortraitHalf | null): Attributes {
  const lists = Object.fromEntries(portraitAttributes.map(name => [name, itemsOf(half?.[name] ?? [])])) as Record<
    keyof Attributes,
    PortraitItem[]
  >
  return { ...lists, city: lists.city.map(withProvince(lists.province)), devices: lists.devices.slice(0, MAX_DEVICES) }
}
