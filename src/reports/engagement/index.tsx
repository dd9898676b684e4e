import { DistributionCard } from '@/features/engagement/distribution-card'
import { engagementPicture } from '@/features/engagement/picture'
import { SummaryCards } from '@/features/engagement/summary-cards'
import { useEngagementPage } from '@/features/engagement/use-engagement-page'
import { CardFreshness } from '@/features/freshness/freshness'
import { useLocale } from '@/features/language/text'
import { ReportScreen } from '@/features/report/report-screen'
import { Columns } from '@/ui'

/** 时长分析: three means, then opens by length of stay and by pages. */
export default function EngagementPage() {
  const locale = useLocale()
  const page = useEngagementPage()
  const { report, answer, range, points } = page
  const shared = {
    answer,
    isReading: report.view.isFetching,
    onDefine: page.onDefine,
    onRetry: report.onRetry,
  }
  return (
    <ReportScreen
      report={report}
      range={range}
      picture={answer && !page.isEmpty ? () => engagementPicture(answer, points, locale) : null}
      table={{ endpoint: 'readEngagement', query: range }}
      isEmpty={page.isEmpty}
      over={
        <>
          {page.definition}
          {page.entry}
        </>
      }
    >
      <SummaryCards
        points={points}
        isReading={page.trend.isFetching}
        isFailed={page.standing.freshness?.state === 'failed'}
        onDefine={page.define}
        explain={report.explain}
      />
      {page.isOwnState ? (
        <CardFreshness standing={page.standing} explain={report.explain} onRetry={page.onRetryTrend} />
      ) : null}
      <Columns
        even
        left={<DistributionCard which="stay" {...shared} />}
        right={<DistributionCard which="depth" {...shared} />}
      />
    </ReportScreen>
  )
}
