import { wobble } from './hash.ts'
import type { TrafficModel } from './model.ts'
import { phones, regions } from './regions.ts'
import { split } from './split.ts'

/** One line of a portrait attribute; phone models carry no id. */
export interface PortraitItem {
  id?: number
  name: string
  value: number
}

export type PortraitAttribute = 'province' | 'city' | 'genders' | 'platforms' | 'devices' | 'ages'
export type PortraitHalf = Record<PortraitAttribute, PortraitItem[]>

/** The skeleton that an app or a range without data answers. */
export const emptyHalf = (): PortraitHalf => ({
  province: [],
  city: [],
  genders: [],
  platforms: [],
  devices: [],
  ages: [],
})

type Weighted = readonly (readonly [id: number, name: string, weight: number])[]

const genders: Weighted = [
  [1, '男', 38],
  [2, '女', 58],
  [0, '未知', 4],
]
const platforms: Weighted = [
  [1, 'iPhone', 39],
  [2, 'Android', 59],
  [3, '其他', 2],
]
const ages: Weighted = [
  [1, '17岁以下', 3],
  [2, '18-24岁', 17],
  [3, '25-29岁', 22],
  [4, '30-39岁', 32],
  [5, '40-49岁', 16],
  [6, '50岁以上', 8],
  [0, '未知', 2],
]
const unnamed = 0.4

function itemsOf(people: number, list: Weighted, sway: (index: number) => number): PortraitItem[] {
  const values = split(
    people,
    list.map(([, , weight], index) => weight * sway(index)),
  )
  return list.map(([id, name], index) => ({ id, name, value: values[index] ?? 0 }))
}

function cityItems(provinces: readonly PortraitItem[]): PortraitItem[] {
  let unknown = 0
  const items: PortraitItem[] = provinces.flatMap((province, index) => {
    const cities = regions[index]?.cities ?? []
    const named = cities.reduce((sum, city) => sum + city.share, 0)
    const values = split(province.value, [...cities.map(city => city.share), Math.max(0, 1 - named)])
    unknown += values[cities.length] ?? 0
    return cities.map((city, position) => ({ id: city.id, name: city.name, value: values[position] ?? 0 }))
  })
  return [...items, { id: 0, name: '未知', value: unknown }]
}

function deviceItems(byPlatform: readonly PortraitItem[], sway: (index: number) => number): PortraitItem[] {
  let other = byPlatform[2]?.value ?? 0
  const items = ([phones.iPhone, phones.Android] as const).flatMap((models, side) => {
    const names = Object.keys(models)
    const weights = Object.values(models).map((weight, index) => weight * sway(40 + side * 20 + index))
    const sum = weights.reduce((left, right) => left + right, 0)
    const values = split(byPlatform[side]?.value ?? 0, [...weights, sum * unnamed])
    other += values[names.length] ?? 0
    return names.map((name, index) => ({ name, value: values[index] ?? 0 }))
  })
  return [...items, { name: '其他', value: other }]
}

/** Every attribute adds up to `people`; zero values stay in so that two halves can be added. */
function rawHalf(model: TrafficModel, seed: number, day: number, people: number): PortraitHalf {
  const sway = (channel: number) => (index: number) => wobble(seed, day, channel + index, 0.06)
  const weights: Weighted = [
    ...regions.map(region => [region.id, region.name, region.weight + (model.home?.[region.name] ?? 0)] as const),
    [0, '未知', 18],
  ]
  const province = itemsOf(people, weights, sway(500))
  const byPlatform = itemsOf(people, platforms, sway(600))
  return {
    province,
    city: cityItems(province),
    genders: itemsOf(people, genders, sway(620)),
    platforms: byPlatform,
    devices: deviceItems(byPlatform, sway(640)),
    ages: itemsOf(people, ages, sway(720)),
  }
}

const attributes = Object.keys(emptyHalf()) as PortraitAttribute[]
const shown = (items: readonly PortraitItem[]) =>
  items.filter(item => item.value > 0).sort((left, right) => right.value - left.value)

/** Both halves of a range that ends on `day`; first-timers of each line are part of its visitors. */
export function portraitHalves(
  model: TrafficModel,
  seed: number,
  day: number,
  heads: { visitors: number; fresh: number },
): { visit_uv_new: PortraitHalf; visit_uv: PortraitHalf } {
  const fresh = rawHalf(model, seed, day, heads.fresh)
  const known = rawHalf(model, seed ^ 0x5bd1e995, day, heads.visitors - heads.fresh)
  const halves = { visit_uv_new: emptyHalf(), visit_uv: emptyHalf() }
  for (const attribute of attributes) {
    halves.visit_uv_new[attribute] = shown(fresh[attribute])
    halves.visit_uv[attribute] = shown(
      known[attribute].map((item, index) => ({ ...item, value: item.value + (fresh[attribute][index]?.value ?? 0) })),
    )
  }
  return halves
}
