import type { DatacubeReport } from '../../server/domain/datacube.ts'
import type { Day, Period } from '../../src/contract/periods.ts'

const compact = (text: string) => text.replaceAll('-', '').replace('/', '-')

/** One row of a visit trend as WeChat writes it, for a period's name. */
export const visitAnswer = (period: string, row: Record<string, unknown> = { session_cnt: 17, visit_pv: 58 }): string =>
  JSON.stringify({ list: [{ ref_date: compact(period), ...row }] })

export const summaryAnswer = (
  day: Day,
  row: Record<string, unknown> = { visit_total: 391, share_pv: 572, share_uv: 383 },
): string => JSON.stringify({ list: [{ ref_date: compact(day), ...row }] })

export const pagesAnswer = (
  day: Day,
  list: Record<string, unknown>[] = [page('pages/main/main.html', 58, 17)],
): string => JSON.stringify({ ref_date: compact(day), list })

export const page = (path: string, visits: number, entries = 0): Record<string, unknown> => ({
  page_path: path,
  page_visit_pv: visits,
  page_visit_uv: 1,
  page_staytime_pv: 8.1,
  entrypage_pv: entries,
  exitpage_pv: 0,
  page_share_pv: 0,
  page_share_uv: 0,
})

export const emptyAnswer = '{"list":[]}'

/** A full answer of any report for a period. */
export function fullAnswer(report: DatacubeReport, period: Period): string {
  if (report === 'summary.daily') return summaryAnswer(period.name)
  if (report === 'pages.daily') return pagesAnswer(period.name)
  return visitAnswer(period.name)
}
