import type { PageRow } from '@/contract/report-pages'
import { shortPath } from '@/lib/paths'
import { rowsAtOnce } from '@/platform/system'
import { Button, StrongCell, Table, TextLink, useMoreRows } from '@/ui'
import { useLocale, useText } from '../language/text'
import { type PageMetric, pageText, type Sort, type SortColumn, tableColumns } from './model'

export interface PageTableProps {
  rows: PageRow[]
  /** What the rows answer: range and words searched for. */
  question: string
  sort: Sort
  onSort: (by: SortColumn) => void
  /** Opens a column's definition, filled with the numbers of a row. */
  onDefine: (column: PageMetric | 'share', row: PageRow) => void
  /** For admins: names the page. */
  onRemark: ((row: PageRow) => void) | undefined
}

/** All numbers of all pages on a wide screen; every column sorts. */
export function PageTable({ rows, question, sort, onSort, onDefine, onRemark }: PageTableProps) {
  const { apps, pages, reports } = useText()
  const locale = useLocale()
  const { count, more } = useMoreRows(rowsAtOnce, `${question} ${sort.by} ${sort.order}`)
  const cell = (row: PageRow, column: SortColumn) => {
    if (column === 'path') {
      const name = row.remark ?? shortPath(row.path, 32)
      if (onRemark === undefined) return name
      return <TextLink key={column} text={name} label={pages.remarkOf(name)} onPress={() => onRemark(row)} />
    }
    const text = pageText(column, row[column], locale)
    return column === sort.by ? <StrongCell key={column} text={text} /> : text
  }
  const [first] = rows
  const infoOf = (column: SortColumn) =>
    column === 'path' || first === undefined
      ? undefined
      : { label: reports.definitionOf(pages.column[column]), onPress: () => onDefine(column, first) }
  return (
    <>
      <Table
        label={apps.pages}
        columns={tableColumns.map(id => ({
          id,
          title: pages.column[id],
          sort: {
            order: sort.by === id ? sort.order : null,
            label: pages.sortBy(pages.column[id]),
            onPress: () => onSort(id),
          },
          info: infoOf(id),
        }))}
        rows={rows.slice(0, count).map(row => ({
          id: row.path,
          cells: tableColumns.map(column => cell(row, column)),
        }))}
      />
      {rows.length > count ? <Button block small text={reports.more} onPress={more} /> : null}
    </>
  )
}
