import '../../styles/heat.css'
import { useLocale, useText } from '@/features/language/text'
import { ReportScreen } from '@/features/report/report-screen'
import { CurveSheet } from '@/features/retention/curve-sheet'
import { hasCohorts } from '@/features/retention/model'
import { retentionPicture } from '@/features/retention/picture'
import { RetentionCard } from '@/features/retention/retention-card'
import { RetentionChoices } from '@/features/retention/retention-choices'
import { useRetentionPage } from '@/features/retention/use-retention-page'
import { spanLine } from '@/features/trend/span-line'
import { Slot } from '@/platform/elements'

/** 留存分析: who came back, cohort by cohort. */
export default function RetentionPage() {
  const { retention } = useText()
  const locale = useLocale()
  const page = useRetentionPage()
  const { report, choice, answer, range } = page
  return (
    <ReportScreen
      report={report}
      range={range}
      picture={answer && hasCohorts(answer.data) ? () => retentionPicture(answer, choice, locale) : null}
      table={{ endpoint: 'readRetention', query: { ...range, ...choice } }}
      isEmpty={answer === null || !hasCohorts(answer.data)}
      line={retention.people[choice.cohort](spanLine(range, choice.granularity, locale, report.yesterday))}
      over={
        <>
          {page.definition}
          <CurveSheet
            data={answer?.data ?? null}
            granularity={choice.granularity}
            period={page.opened}
            onClose={page.onClose}
          />
        </>
      }
    >
      <RetentionChoices appid={report.appid} choice={choice} />
      <Slot>
        <RetentionCard
          answer={answer}
          isReading={page.isReading}
          choice={choice}
          explain={report.explain}
          onDefine={page.onDefine}
          onOpen={page.onOpen}
          onRetry={report.onRetry}
        />
      </Slot>
    </ReportScreen>
  )
}
