import { useLocale } from '@/features/language/text'
import { ReportScreen } from '@/features/report/report-screen'
import { sourcesPicture } from '@/features/sources/picture'
import { SourcePanels, SourceSheet } from '@/features/sources/source-panels'
import { SourceMetricChoice } from '@/features/sources/sources-card'
import { useSourcesPage } from '@/features/sources/use-sources-page'

/** 来源分析: where the app was opened from, ranked; a tap shows one source over days. */
export default function SourcesPage() {
  const locale = useLocale()
  const page = useSourcesPage()
  const { report, answer, range, metric } = page
  return (
    <ReportScreen
      report={report}
      range={range}
      picture={answer && answer.data.items.length > 0 ? () => sourcesPicture(answer, metric, locale) : null}
      table={{ endpoint: 'readSources', query: { ...range, metric } }}
      isEmpty={answer === null || answer.data.items.length === 0}
      over={
        <>
          {page.definition}
          <SourceSheet page={page} />
        </>
      }
    >
      <SourceMetricChoice metric={metric} onMetric={page.setMetric} />
      <SourcePanels page={page} />
    </ReportScreen>
  )
}
