import type { Locale } from '../../contract/identity'
import type { RealtimeAnswer } from '../../contract/report-realtime'
import { signedChange } from '../../lib/change'
import { textOf } from '../../lib/text'
import { firstRows, type ReportPicture } from '../share/model'
import { curveOf, livePages, totalCells } from './model'
import type { RealtimePage } from './use-realtime-page'

const MOST_PAGES = 10

/** 实时统计 as a picture: the numbers of the span, the curve, the first pages. */
export function realtimePicture(
  answer: RealtimeAnswer,
  { choice, names, base, span, date }: Pick<RealtimePage, 'choice' | 'names' | 'base' | 'span' | 'date'>,
  locale: Locale,
): ReportPicture {
  const { realtime } = textOf(locale)
  const { data } = answer
  const { series, compare } = curveOf(answer, choice.granularity, names)
  const { rows, rest } = firstRows(livePages(data), locale, MOST_PAGES)
  return {
    isOwn: true,
    blocks: [
      {
        kind: 'tiles',
        tiles: totalCells(data, date === null, base, locale).map(({ name, value, change }) => ({
          label: name,
          value,
          notes: change ? [signedChange(change)] : [],
        })),
      },
      {
        kind: 'plot',
        title: `${realtime.pv} ${realtime.every(choice.granularity)}`,
        lines: [
          { name: names.day, values: series.points.map(({ value }) => value), color: 'c1' },
          ...(compare
            ? [{ name: names.base, values: compare.points.map(({ value }) => value), color: 'compare' as const }]
            : []),
        ],
        labels: series.points.map(({ label }) => label),
        bands: [],
        unit: 'count',
        language: locale === 'en' ? 'en' : 'zh',
      },
      { kind: 'ranks', title: realtime.details, note: span, rows },
      ...rest,
    ],
    definitions: [{ name: realtime.title, text: realtime.lagText }],
  }
}
