import { useCallback, useMemo, useState } from 'react'
import type { PageRow } from '@/contract/report-pages'
import { rangeText } from '@/lib/dates'
import { useEntry } from '../dictionary/entry-sheet'
import { useLocale, useText } from '../language/text'
import { useReport, useReportPlace } from '../report/use-report'
import { found, nextSort, type PageMetric, pageFormula, type Sort, type SortColumn, sorted } from './model'
import { usePages } from './queries'
import { useRemark } from './remark-sheet'

const additive = new Set<PageMetric | 'share'>(['page_visit_pv', 'entrypage_pv', 'exitpage_pv', 'page_share_pv'])

/** What 页面详情 is made of: its answer, sorted and searched on this device, and what a tap opens. */
export function usePagesPage() {
  const { pages, numbers } = useText()
  const locale = useLocale()
  const place = useReportPlace('pages')
  const report = useReport(place, usePages(place))
  const { tell, sheet: definition } = useEntry()
  const { edit, sheet: remark } = useRemark(place.appid, report.onRetry)
  const onRemark = place.app?.role === 'admin' ? edit : undefined
  const [sort, setSort] = useState<Sort>({ by: 'page_visit_pv', order: 'desc' })
  const [query, setQuery] = useState('')
  const answer = report.view.data
  const range = answer?.range ?? place.range
  const rows = useMemo(() => sorted(found(answer?.data.rows ?? [], query), sort), [answer, query, sort])
  const { from, to } = range
  const onDefine = useCallback(
    (column: PageMetric | 'share', row: PageRow) => {
      const isPeople = column === 'page_visit_uv' || column === 'page_share_uv'
      tell({
        name: pages.column[column],
        ...pages.definition[column],
        filled: pageFormula(column, row, locale),
        note: `${row.remark ?? row.path} · ${rangeText(from, to)}`,
        over: additive.has(column) ? numbers.over.sum : isPeople ? pages.personDays : pages.weighted,
        field: column,
      })
    },
    [tell, pages, numbers, locale, from, to],
  )
  const onSort = useCallback((by: SortColumn) => setSort(before => nextSort(before, by)), [])
  return { report, answer, range, rows, sort, setSort, onSort, query, setQuery, onDefine, definition, onRemark, remark }
}
