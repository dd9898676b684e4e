import { ExportButton } from '@/features/export/export-button'
import { useText } from '@/features/language/text'
import { PageTools } from '@/features/pages/page-tools'
import { PagesCard } from '@/features/pages/pages-card'
import { usePagesPage } from '@/features/pages/use-pages-page'
import { ReportScreen } from '@/features/report/report-screen'
import { useSignedIn } from '@/features/session/signed-in'
import { useToast } from '@/ui'

/** 页面详情: every page of the range by one metric; a tap opens all eight. */
export default function PagesPage() {
  const { apps } = useText()
  const isSignedIn = useSignedIn()
  const { toast, show } = useToast()
  const page = usePagesPage()
  const { report, range, sort, query } = page
  if (!isSignedIn) return null
  return (
    <ReportScreen
      report={report}
      range={range}
      over={
        <>
          {page.definition}
          {page.remark}
          {toast}
        </>
      }
    >
      <PageTools query={query} onQuery={page.setQuery} sort={sort} onSort={page.setSort} />
      <PagesCard
        answer={page.answer}
        isReading={report.view.isFetching}
        rows={page.rows}
        query={query}
        sort={sort}
        onSort={page.onSort}
        onClear={() => page.setQuery('')}
        onDefine={page.onDefine}
        onRemark={page.onRemark}
        onRetry={report.onRetry}
        action={
          <ExportButton
            app={report.app}
            endpoint="readPages"
            query={{ ...range, sort: sort.by, order: sort.order }}
            report={apps.pages}
            range={range}
            onDone={show}
          />
        }
      />
    </ReportScreen>
  )
}
