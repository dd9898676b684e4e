import type { Block } from '../../charts/picture/picture'
import type { Locale } from '../../contract/identity'
import type { PortraitItem } from '../../contract/report-portrait'
import { formatCount } from '../../lib/numbers'
import { textOf } from '../../lib/text'
import type { ReportPicture } from '../share/model'
import { ageColumns, rankedItems, type ShownPortrait, totalOf } from './model'

/** Rows of a list: six of them stay within what a phone's canvas holds. */
const MOST = 8
const ranked = ['genders', 'province', 'city', 'platforms', 'systems', 'devices'] as const

/** 用户画像 as a picture: gender, ages, and the first of each list. */
export function portraitPicture({ lists }: ShownPortrait, locale: Locale): ReportPicture {
  const { portrait } = textOf(locale)
  const people = (items: readonly PortraitItem[]) => {
    const total = totalOf(items)
    return total === null ? {} : { note: portrait.people(formatCount(total)) }
  }
  const ranks = (name: (typeof ranked)[number]): Block[] => {
    const rows = rankedItems(lists[name] ?? [], locale).slice(0, MOST)
    return rows.length === 0 ? [] : [{ kind: 'ranks', title: portrait[name], ...people(lists[name] ?? []), rows }]
  }
  const ages: Block[] =
    lists.ages.length === 0
      ? []
      : [
          {
            kind: 'columns',
            title: portrait.ages,
            ...people(lists.ages),
            columns: ageColumns(lists.ages, locale).map(({ label, share, ratio }) => ({ label, text: share, ratio })),
          },
        ]
  const [genders, ...rest] = ranked.map(ranks)
  return {
    blocks: [...(genders ?? []), ...ages, ...rest.flat()],
    definitions: [{ name: portrait.share, text: portrait.formula }],
  }
}
