import type { PageColumn } from '../../src/contract/pages.ts'
import type { PageRow } from '../../src/contract/report-pages.ts'
import { normalisePath } from './pages.ts'

export interface PageWish {
  sort: PageColumn
  order: 'asc' | 'desc'
  /** Part of a path or remark, in any case. */
  q?: string
}

const isBefore = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)

/** A path may be sought as it stands in code (`/pages/main`) or in WeChat's answers (`pages/main.html`). */
function isSought(text: string): (row: PageRow) => boolean {
  const path = normalisePath(text)
  return row => row.path.toLowerCase().includes(path) || (row.remark?.toLowerCase().includes(text) ?? false)
}

/** The rows that are wished for, sorted by a column; unknown ones last in either order, ties by path. */
export function orderPages(rows: readonly PageRow[], { sort, order, q }: PageWish): PageRow[] {
  const sought = q?.trim().toLowerCase()
  const wanted = sought ? rows.filter(isSought(sought)) : [...rows]
  const direction = order === 'asc' ? 1 : -1
  return wanted.sort((one, other) => {
    const [a, b] = [one[sort], other[sort]]
    if (a !== null && b !== null && a !== b) return direction * isBefore(a, b)
    if (a === null && b !== null) return 1
    if (b === null && a !== null) return -1
    return isBefore(one.path, other.path)
  })
}
