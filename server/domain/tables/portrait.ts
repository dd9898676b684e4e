import type { Locale } from '../../../src/contract/identity.ts'
import { portraitAttributes } from '../../../src/contract/portrait.ts'
import type { PortraitAnswer } from '../../../src/contract/report-portrait.ts'
import { introductionOf, type ReportTable } from './table.ts'
import { words } from './words.ts'

/** 用户画像: the lines of every attribute, as answered. */
export function portraitTable(answer: PortraitAnswer, locale: Locale): ReportTable {
  const { from, to, attribute, attributes, key, name, people, share, portrait } = words[locale]
  const { range, data } = answer
  return {
    definitions: [...introductionOf(answer, locale), portrait],
    columns: [from, to, attribute, key, name, people, share],
    rows: portraitAttributes.flatMap(one =>
      data[one].map(item => [range.from, range.to, attributes[one], item.id, item.name, item.value, item.share]),
    ),
  }
}
