import { useLocale } from '@/features/language/text'
import { PageTools } from '@/features/pages/page-tools'
import { PagesCard } from '@/features/pages/pages-card'
import { pagesPicture } from '@/features/pages/picture'
import { usePagesPage } from '@/features/pages/use-pages-page'
import { ReportScreen } from '@/features/report/report-screen'

/** 页面详情: every page of the range by one metric; a tap opens all eight. */
export default function PagesPage() {
  const locale = useLocale()
  const page = usePagesPage()
  const { report, answer, range, sort, query } = page
  return (
    <ReportScreen
      report={report}
      range={range}
      picture={answer && page.rows.length > 0 ? () => pagesPicture(answer, page.rows, sort, locale) : null}
      table={{ endpoint: 'readPages', query: { ...range, sort: sort.by, order: sort.order } }}
      isEmpty={answer === null || answer.data.rows.length === 0}
      over={
        <>
          {page.definition}
          {page.remark}
        </>
      }
    >
      <PageTools query={query} onQuery={page.setQuery} sort={sort} onSort={page.setSort} />
      <PagesCard
        answer={answer}
        isReading={report.view.isFetching}
        rows={page.rows}
        query={query}
        sort={sort}
        onSort={page.onSort}
        onClear={() => page.setQuery('')}
        onDefine={page.onDefine}
        onRemark={page.onRemark}
        onRetry={report.onRetry}
      />
    </ReportScreen>
  )
}
