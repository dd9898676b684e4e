import type { TopPage } from '../../contract/reports'
import { formatCount, formatPercent } from '../../lib/numbers'
import { shortPath } from '../../lib/paths'

export interface PageRow {
  path: string
  rank: string
  name: string
  value: string
  share: string
  /** Bar, 0 to 1, against the first row. */
  ratio: number
}

/** The ranked pages of a day; a remark stands in for its path. */
export function pageRows(pages: TopPage[]): PageRow[] {
  const most = Math.max(0, ...pages.map(({ value }) => value))
  return pages.map(({ path, remark, value, share }, at) => ({
    path,
    rank: String(at + 1),
    name: remark ?? shortPath(path),
    value: formatCount(value),
    share: share === null ? '--' : formatPercent(share),
    ratio: most === 0 ? 0 : value / most,
  }))
}
