import type { Locale } from '../../contract/identity'
import type { PageRow, PagesAnswer } from '../../contract/report-pages'
import { textOf } from '../../lib/text'
import { isSeveralDays } from '../period/span'
import { firstRows, type ReportPicture } from '../share/model'
import { listMetric, type Sort, shownPages } from './model'

const MOST = 20

/** 页面详情 as a picture: the first pages by the metric on screen. */
export function pagesPicture(answer: PagesAnswer, rows: PageRow[], sort: Sort, locale: Locale): ReportPicture {
  const { pages } = textOf(locale)
  const metric = listMetric(sort)
  const name = pages.column[metric]
  const { sentence, formula } = pages.definition[metric]
  const share = pages.definition.share
  const { rows: first, rest } = firstRows(shownPages(rows, metric, locale), locale, MOST)
  return {
    blocks: [
      {
        kind: 'ranks',
        title: name,
        note: pages.column.share,
        rows: first.map(({ rank, name: page, value, share: part, ratio }) => ({
          rank,
          name: page,
          value,
          share: part,
          ratio,
        })),
      },
      ...rest,
    ],
    definitions: [
      { name, text: `${sentence} ${formula}` },
      { name: pages.column.share, text: `${share.sentence} ${share.formula}` },
      ...(isSeveralDays(answer.range) ? [{ name: pages.column.page_visit_uv, text: pages.personDays }] : []),
    ],
  }
}
