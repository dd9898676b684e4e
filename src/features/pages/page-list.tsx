import { useCallback, useState } from 'react'
import type { PageRow as Row } from '@/contract/report-pages'
import { rowsAtOnce } from '@/platform/system'
import { Button, useMoreRows } from '@/ui'
import { useLocale, useText } from '../language/text'
import { listMetric, type PageMetric, type Sort, shownPages } from './model'
import { PageRow } from './page-row'

export interface PageListProps {
  rows: Row[]
  /** What the rows answer: range and words searched for. */
  question: string
  sort: Sort
  onDefine: (column: PageMetric | 'share', row: Row) => void
  /** For admins: names the page. */
  onRemark: ((row: Row) => void) | undefined
}

/** The pages on a phone, by one metric. */
export function PageList({ rows, question, sort, onDefine, onRemark }: PageListProps) {
  const { reports } = useText()
  const locale = useLocale()
  const [open, setOpen] = useState<string | null>(null)
  const { count, more } = useMoreRows(rowsAtOnce, `${question} ${sort.by} ${sort.order}`)
  const toggle = useCallback((path: string) => setOpen(before => (before === path ? null : path)), [])
  const metric = listMetric(sort)
  return (
    <>
      {shownPages(rows.slice(0, count), metric, locale).map(page => (
        <PageRow
          key={page.path}
          page={page}
          isOpen={open === page.path}
          onToggle={toggle}
          onDefine={onDefine}
          onRemark={onRemark}
        />
      ))}
      {rows.length > count ? <Button block small text={reports.more} onPress={more} /> : null}
    </>
  )
}
