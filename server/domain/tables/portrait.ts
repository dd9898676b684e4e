import type { Locale } from '../../../src/contract/identity.ts'
import { portraitAttributes } from '../../../src/contract/portrait.ts'
import type { PortraitAnswer, PortraitCity, PortraitItem } from '../../../src/contract/report-portrait.ts'
import { type Cell, introductionOf, type ReportTable } from './table.ts'
import { words } from './words.ts'

/** 用户画像: the lines of every attribute, as answered; a city stands beside its province. */
export function portraitTable(answer: PortraitAnswer, locale: Locale): ReportTable {
  const { from, to, attribute, attributes, key, name, people, share, portrait, systems } = words[locale]
  const { range, data } = answer
  const provinces = new Map(data.province.map(({ id, name }) => [id, name]))
  const provinceOf = (item: PortraitItem | PortraitCity) =>
    'provinceId' in item && item.provinceId !== null ? (provinces.get(item.provinceId) ?? null) : null
  const rowsOf = (head: string, items: (PortraitItem | PortraitCity)[]) =>
    items.map((item): Cell[] => [
      range.from,
      range.to,
      head,
      item.id,
      item.name,
      provinceOf(item),
      item.value,
      item.share,
    ])
  return {
    definitions: [...introductionOf(answer, locale), portrait],
    columns: [from, to, attribute, key, name, attributes.province, people, share],
    rows: [
      ...portraitAttributes.flatMap(one => rowsOf(attributes[one], data[one])),
      ...rowsOf(systems, data.systems ?? []),
    ],
  }
}
