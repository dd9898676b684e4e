import type { Locale } from '../../../src/contract/identity.ts'
import { pageColumns } from '../../../src/contract/pages.ts'
import type { PagesAnswer } from '../../../src/contract/report-pages.ts'
import { introductionOf, type ReportTable } from './table.ts'
import { words } from './words.ts'

/** 页面详情: a row for each page, then the visits that no row holds. */
export function pagesTable(answer: PagesAnswer, locale: Locale): ReportTable {
  const { pageColumns: names, other, pages, personDays, collectedPages, peopleOnce } = words[locale]
  const { rows, other: rest } = answer.data
  const otherRow = pageColumns.map(column => {
    if (column === 'path') return other
    return column === 'page_visit_pv' ? rest.page_visit_pv : null
  })
  return {
    definitions: [
      ...introductionOf(answer, locale),
      ...(answer.source === 'wechat' ? [pages, personDays] : [collectedPages, peopleOnce]),
    ],
    columns: pageColumns.map(column => names[column]),
    rows: [...rows.map(row => pageColumns.map(column => row[column])), otherRow],
  }
}
