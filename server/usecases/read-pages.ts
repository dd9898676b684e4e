import type { PageColumn } from '../../src/contract/pages.ts'
import type { Day, Period } from '../../src/contract/periods.ts'
import type { PagesAnswer } from '../../src/contract/report-pages.ts'
import { freshnessOf, type Stated, worstOf } from '../domain/freshness.ts'
import type { PageList } from '../domain/pages.ts'
import { pagesData } from '../domain/pages-data.ts'
import type { MetricRow } from '../domain/rows.ts'
import type { ReportDeps } from './read-overview.ts'
import type { PeriodReading } from './read-periods.ts'
import { type Timed, timedAnswer } from './timed-answer.ts'

export interface PagesQuestion {
  appid: string
  from: Day
  to: Day
  sort?: PageColumn
  order?: 'asc' | 'desc'
  q?: string
}

/** 页面详情. All visits of each day come from the visit trend, since WeChat names the first 200 pages only. */
export async function readPages(
  { reader, remarks }: Pick<ReportDeps, 'reader' | 'remarks'>,
  question: PagesQuestion,
  days: Period[],
): Promise<Timed<PagesAnswer>> {
  const { appid, sort = 'page_visit_pv', order = 'desc', q } = question
  const [pages, visits, names] = await Promise.all([
    reader.read(appid, 'pages.daily', days),
    reader.read(appid, 'visit.daily', days),
    remarks.of(appid),
  ])
  const both = pages.map((page, index) => ({ page, visit: visits[index], stated: statedOf(page, visits[index]) }))
  const data = pagesData(
    both.map(({ page, visit, stated }) => ({
      date: page.period.from,
      state: worstOf(stated.map(one => one.state)),
      pages: page.rows,
      visitPv: visit?.rows?.visit_pv ?? null,
    })),
    names,
    { sort, order, q },
  )
  return timedAnswer('pages', question, [...pages, ...visits], data, freshnessOf(both.flatMap(({ stated }) => stated)))
}

/**
 * What a day of pages rests on. A day without visits has no pages, and that is no gap; where the pages themselves are not
 * known, how well the visits are says nothing.
 */
function statedOf(page: PeriodReading<PageList>, visit: PeriodReading<MetricRow> | undefined): Stated[] {
  if (!visit) return [page]
  if (page.rows) return [page, visit]
  return [page.state === 'missing' && visit.rows?.visit_pv === 0 ? visit : page]
}
