import { ExportButton } from '@/features/export/export-button'
import { useLocale, useText } from '@/features/language/text'
import { ReportScreen } from '@/features/report/report-screen'
import { CurveSheet } from '@/features/retention/curve-sheet'
import { RetentionCard } from '@/features/retention/retention-card'
import { RetentionChoices } from '@/features/retention/retention-choices'
import { useRetentionPage } from '@/features/retention/use-retention-page'
import { useSignedIn } from '@/features/session/signed-in'
import { spanLine } from '@/features/trend/span-line'
import { useToast } from '@/ui'

/** 留存分析: who came back, cohort by cohort. */
export default function RetentionPage() {
  const { apps, retention } = useText()
  const locale = useLocale()
  const isSignedIn = useSignedIn()
  const { toast, show } = useToast()
  const page = useRetentionPage()
  const { report, choice, answer, range } = page
  if (!isSignedIn) return null
  return (
    <ReportScreen
      report={report}
      range={range}
      line={retention.people[choice.cohort](spanLine(range, choice.granularity, locale))}
      over={
        <>
          {page.definition}
          <CurveSheet
            data={answer?.data ?? null}
            granularity={choice.granularity}
            period={page.opened}
            onClose={page.onClose}
          />
          {toast}
        </>
      }
    >
      <RetentionChoices appid={report.appid} choice={choice} />
      <RetentionCard
        answer={answer}
        isReading={page.isReading}
        choice={choice}
        explain={report.explain}
        onDefine={page.onDefine}
        onOpen={page.onOpen}
        onRetry={report.onRetry}
      />
      <ExportButton
        app={report.app}
        endpoint="readRetention"
        query={{ ...range, ...choice }}
        report={apps.retention}
        range={range}
        onDone={show}
      />
    </ReportScreen>
  )
}
