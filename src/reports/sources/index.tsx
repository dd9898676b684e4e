import { sourceMetrics, sourceName } from '@/contract/sources'
import { ExportButton } from '@/features/export/export-button'
import { useLocale, useText } from '@/features/language/text'
import { ReportScreen } from '@/features/report/report-screen'
import { useSignedIn } from '@/features/session/signed-in'
import { SourcePlot } from '@/features/sources/source-plot'
import { SourcesCard } from '@/features/sources/sources-card'
import { useSourcesPage } from '@/features/sources/use-sources-page'
import { Card, Columns, Segmented, Sheet, useToast } from '@/ui'

/** 来源分析: where the app was opened from, ranked; a tap shows one source over days. */
export default function SourcesPage() {
  const { apps, metrics, reports, states } = useText()
  const locale = useLocale()
  const isSignedIn = useSignedIn()
  const { toast, show } = useToast()
  const page = useSourcesPage()
  const { report, answer, range, metric, picked, isWide } = page
  if (!isSignedIn) return null
  const name = picked === null ? '' : nameIn(picked)
  const list = (
    <SourcesCard
      answer={answer}
      metric={metric}
      isReading={report.view.isFetching}
      onPick={page.setPicked}
      onDefine={page.onDefine}
      onRetry={report.onRetry}
      action={
        <ExportButton
          app={report.app}
          endpoint="readSources"
          query={{ ...range, metric }}
          report={apps.sources}
          range={range}
          onDone={show}
        />
      }
    />
  )
  return (
    <ReportScreen
      report={report}
      range={range}
      over={
        <>
          {page.definition}
          <Sheet
            id="source-sheet"
            open={!isWide && answer !== null && picked !== null}
            title={name}
            closeLabel={states.close}
            onClose={() => page.setPicked(null)}
          >
            {answer === null || picked === null ? null : <SourcePlot answer={answer} source={picked} name={name} />}
          </Sheet>
          {toast}
        </>
      }
    >
      <Segmented
        full
        surface="page"
        label={reports.metric}
        options={sourceMetrics.map(id => ({ id, text: metrics[id] }))}
        value={metric}
        onChange={page.setMetric}
      />
      {isWide && answer !== null && picked !== null ? (
        <Columns
          even
          left={list}
          right={
            <Card title={name}>
              <SourcePlot answer={answer} source={picked} name={name} height={320} />
            </Card>
          }
        />
      ) : (
        list
      )}
    </ReportScreen>
  )

  function nameIn(key: number): string {
    const item = answer?.data.items.find(one => one.key === key)
    return locale === 'en' || item === undefined ? sourceName(key, locale) : item.name
  }
}
