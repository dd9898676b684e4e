import { DistributionCard } from '@/features/engagement/distribution-card'
import { SummaryCards } from '@/features/engagement/summary-cards'
import { useEngagementPage } from '@/features/engagement/use-engagement-page'
import { ExportButton } from '@/features/export/export-button'
import { useText } from '@/features/language/text'
import { ReportScreen } from '@/features/report/report-screen'
import { useSignedIn } from '@/features/session/signed-in'
import { Columns, useToast } from '@/ui'

/** 时长分析: three means, then opens by length of stay and by pages. */
export default function EngagementPage() {
  const { apps } = useText()
  const isSignedIn = useSignedIn()
  const { toast, show } = useToast()
  const page = useEngagementPage()
  const { report, answer, range, points } = page
  if (!isSignedIn) return null
  const shared = {
    answer,
    isReading: report.view.isFetching,
    onDefine: page.onDefine,
    onRetry: report.onRetry,
    explain: report.explain,
  }
  return (
    <ReportScreen
      report={report}
      range={range}
      over={
        <>
          {page.definition}
          {page.entry}
          {toast}
        </>
      }
    >
      <SummaryCards points={points} isReading={page.trend.isFetching} onDefine={page.define} explain={report.explain} />
      <Columns
        even
        left={<DistributionCard which="stay" {...shared} />}
        right={
          <DistributionCard
            which="depth"
            {...shared}
            action={
              <ExportButton
                app={report.app}
                endpoint="readEngagement"
                query={range}
                report={apps.engagement}
                range={range}
                onDone={show}
              />
            }
          />
        }
      />
    </ReportScreen>
  )
}
