import { MOST_PARTS, type RingPart } from '../../charts/ring-option'
import type { Locale } from '../../contract/identity'
import type { Day } from '../../contract/periods'
import type { PortraitAttribute } from '../../contract/portrait'
import type { PortraitAnswer, PortraitCity, PortraitItem } from '../../contract/report-portrait'
import { MISSING } from '../../lib/metric-format'
import { formatCount, formatPercent } from '../../lib/numbers'
import { textOf } from '../../lib/text'

type Lists = Pick<PortraitAnswer['data'], ShownAttribute>

/** The portrait to show: of the range asked for, or the last one of its length when that has none. */
export interface ShownPortrait {
  range: { from: Day; to: Day }
  lists: Lists
  /** The range asked for has no numbers and this is another one. */
  isLatest: boolean
}

const attributes = ['province', 'city', 'genders', 'platforms', 'devices', 'ages'] as const
export const hasPeople = (lists: Lists): boolean => attributes.some(name => lists[name].length > 0)

/** Picks the portrait to show. */
export function shownPortrait({ data, range }: Pick<PortraitAnswer, 'data' | 'range'>): ShownPortrait {
  const { latest, ...lists } = data
  if (!hasPeople(lists) && latest && hasPeople(latest)) {
    const { from, to, ...rest } = latest
    return { range: { from, to }, lists: rest, isLatest: true }
  }
  return { range, lists, isLatest: false }
}

/** WeChat's name; the few that are words, in the reader's language. */
export const itemName = (name: string, locale: Locale): string => textOf(locale).portrait.names[name] ?? name

/** What a portrait tells by; systems come from our own SDK alone. */
export type ShownAttribute = PortraitAttribute | 'systems'

/** People of an attribute in all; null when none is known. */
export function totalOf(items: readonly PortraitItem[]): number | null {
  const known = items.flatMap(({ value }) => value ?? [])
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

const countText = (value: number | null) => (value === null ? MISSING : formatCount(value))
const shareText = (share: number | null) => (share === null ? MISSING : formatPercent(share))

export interface RankedItem {
  id: string
  rank: string
  name: string
  value: string
  share: string
  ratio: number
}

/** Rows by people, most first, ties in WeChat's order. */
export function rankedItems(items: readonly PortraitItem[], locale: Locale): RankedItem[] {
  const sorted = [...items].sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
  const most = sorted[0]?.value ?? 0
  return sorted.map(({ id, name, value, share }, at) => ({
    id: `${id ?? ''} ${name}`,
    rank: String(at + 1),
    name: itemName(name, locale),
    value: countText(value),
    share: shareText(share),
    ratio: most > 0 ? (value ?? 0) / most : 0,
  }))
}

/** 1 is 男 and 2 is 女; whatever else there is keeps the quiet colour. */
const genderColors: Readonly<Record<number, RingPart['color']>> = { 1: 'c1', 2: 'c4' }

/** The ring's parts as answered; null when there are too many for a ring. */
export function genderParts(items: readonly PortraitItem[], locale: Locale) {
  if (items.length > MOST_PARTS) return null
  return items.map(({ id, name, value, share }) => ({
    name: itemName(name, locale),
    value: value ?? 0,
    color: genderColors[id ?? 0] ?? ('c7' as const),
    text: countText(value),
    share: shareText(share),
  }))
}

export interface AgeColumn {
  id: string
  /** Below the column, short: `≤17`, `18-24`, `≥50`. */
  label: string
  name: string
  share: string
  /** Height, 0 to 1, against the highest. */
  ratio: number
  isUnknown: boolean
}

/** Ids count up with age; 0 is 未知 and stands last. */
const ageOrder = ({ id }: PortraitItem) => (id === null || id === 0 ? Number.POSITIVE_INFINITY : id)

/** The columns of the ages that the answer names, youngest first. */
export function ageColumns(items: readonly PortraitItem[], locale: Locale): AgeColumn[] {
  const highest = Math.max(0, ...items.map(({ value }) => value ?? 0))
  return [...items]
    .sort((a, b) => (ageOrder(a) === ageOrder(b) ? 0 : ageOrder(a) - ageOrder(b)))
    .map(item => ({
      id: `${item.id ?? ''} ${item.name}`,
      label: ageOrder(item) === Number.POSITIVE_INFINITY ? textOf(locale).portrait.unknown : shortAge(item.name),
      name: itemName(item.name, locale),
      share: shareText(item.share),
      ratio: highest > 0 ? (item.value ?? 0) / highest : 0,
      isUnknown: ageOrder(item) === Number.POSITIVE_INFINITY,
    }))
}

/** `17岁以下` → `≤17`, `50岁以上` → `≥50`, `18-24岁` → `18-24`. */
export const shortAge = (name: string): string =>
  name
    .replace(/^(\d+)岁?(?:以下|及以下)$/, '≤$1')
    .replace(/^(\d+)岁?(?:以上|及以上)$/, '≥$1')
    .replace(/岁$/, '')

/** An age group in a sentence: WeChat's own words, or figures where these are not read. */
export const ageName = (name: string, locale: Locale): string => (locale === 'en' ? shortAge(name) : name)

/** The age with the most people among those that are known; null when none is. */
export function mostAge(items: readonly PortraitItem[]): string | null {
  const known = items.filter(item => ageOrder(item) !== Number.POSITIVE_INFINITY && (item.value ?? 0) > 0)
  const [first, ...rest] = known
  if (first === undefined) return null
  return rest.reduce((most, item) => ((item.value ?? 0) > (most.value ?? 0) ? item : most), first).name
}

/** The cities of a province; all without one. */
export const citiesOf = (cities: readonly PortraitCity[], provinceId: number | null): PortraitCity[] =>
  cities.filter(city => provinceId === null || city.provinceId === provinceId)

/** An attribute in one sentence for a screen reader. */
export const spokenList = (title: string, items: readonly { name: string; share: string }[], locale: Locale): string =>
  textOf(locale).portrait.described(title, items.map(({ name, share }) => `${name} ${share}`).join(', '))

/** A definition filled with the first item: `146,381 ÷ 238,406 = 61.4%`; null where nothing is known. */
export function filledShare(items: readonly PortraitItem[]): { filled: string; name: string } | null {
  const total = totalOf(items)
  const item = items.find(({ value, share }) => value !== null && share !== null)
  if (!item || total === null) return null
  const share = shareText(item.share)
  // of a list that was cut the whole is not known
  const isWhole = total > 0 && Math.abs((item.value ?? 0) / total - (item.share ?? 0)) < 1e-9
  return { filled: isWhole ? `${countText(item.value)} ÷ ${formatCount(total)} = ${share}` : share, name: item.name }
}
