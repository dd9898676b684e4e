import { addKnown } from './numbers.ts'
import type { PageRow } from './pages.ts'

/** One page over several days. */
export interface PageSum extends PageRow {
  /** Exits / visits of the page; without visits there is none. */
  exit_rate: number | null
}

interface Running extends PageSum {
  /** Seconds on the page of the visits whose stay is known, and how many these are. */
  seconds: number
  stayed: number
}

const begin = (path: string): Running => ({
  path,
  page_visit_pv: null,
  page_visit_uv: 0,
  page_staytime_pv: null,
  entrypage_pv: null,
  exitpage_pv: null,
  exit_rate: null,
  page_share_pv: null,
  page_share_uv: 0,
  seconds: 0,
  stayed: 0,
})

/** People of a day that are not known leave the sum of person-days unknown; the other counts add what is known. */
const addPeople = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)

function add(sum: Running, row: PageRow): void {
  sum.page_visit_pv = addKnown(sum.page_visit_pv, row.page_visit_pv)
  sum.page_visit_uv = addPeople(sum.page_visit_uv, row.page_visit_uv)
  sum.entrypage_pv = addKnown(sum.entrypage_pv, row.entrypage_pv)
  sum.exitpage_pv = addKnown(sum.exitpage_pv, row.exitpage_pv)
  sum.page_share_pv = addKnown(sum.page_share_pv, row.page_share_pv)
  sum.page_share_uv = addPeople(sum.page_share_uv, row.page_share_uv)
  if (row.page_staytime_pv === null || !row.page_visit_pv) return
  sum.seconds += row.page_staytime_pv * row.page_visit_pv
  sum.stayed += row.page_visit_pv
}

function end({ seconds, stayed, ...sum }: Running): PageSum {
  const { page_visit_pv: visits, exitpage_pv: exits } = sum
  sum.page_staytime_pv = stayed > 0 ? seconds / stayed : null
  sum.exit_rate = visits && exits !== null ? exits / visits : null
  return sum
}

/** Days added up page by page: counts add, stay is weighted by visits, people become person-days. */
export function addPages(days: readonly (readonly PageRow[])[]): PageSum[] {
  const sums = new Map<string, Running>()
  for (const rows of days) {
    for (const row of rows) {
      let sum = sums.get(row.path)
      if (!sum) {
        sum = begin(row.path)
        sums.set(row.path, sum)
      }
      add(sum, row)
    }
  }
  return [...sums.values()].map(end)
}
