import { useLocale, useText } from '@/features/language/text'
import { DayNotice } from '@/features/overview/day-notice'
import { MetricCards } from '@/features/overview/metric-cards'
import { hasNumbers, shownDay } from '@/features/overview/model'
import { OverviewDock } from '@/features/overview/overview-dock'
import { overviewPicture } from '@/features/overview/picture'
import { TopPagesCard } from '@/features/overview/top-pages-card'
import { TrendCard } from '@/features/overview/trend-card'
import { useOverviewPage } from '@/features/overview/use-overview-page'
import { ReportScreen } from '@/features/report/report-screen'
import { maySee } from '@/features/shell/modules'
import { BackfillCard } from '@/features/status/status-cards'
import { dataDate } from '@/lib/dates'
import { Slot } from '@/platform/elements'
import { Columns, useWide } from '@/ui'

/** 数据概况: yesterday's ten numbers, one trend, top pages. */
export default function OverviewPage() {
  const { reports } = useText()
  const locale = useLocale()
  const isWide = useWide()
  const page = useOverviewPage()
  const { report, date, answer, define } = page
  const { appid, app, yesterday, explain } = report
  return (
    <ReportScreen
      report={report}
      range={{ from: date, to: date }}
      picture={answer && hasNumbers(shownDay(answer).metrics) ? () => overviewPicture(answer, locale) : null}
      table={{ endpoint: 'readOverview', query: { date } }}
      isEmpty={answer === null || !hasNumbers(answer.data.metrics)}
      leadsOn={false}
      line={`${reports.dataDate} ${dataDate(date, locale)}`}
      dock={actions => (
        <OverviewDock appid={appid} date={date} yesterday={yesterday} onDate={page.setDate} actions={actions} />
      )}
      over={page.definition}
    >
      <Slot>
        <DayNotice answer={answer} />
      </Slot>
      <MetricCards
        answer={answer}
        isReading={page.isReading}
        selected={isWide ? page.metric : null}
        onDefine={define}
        onTrend={page.onTrend}
        explain={explain}
      />
      <Columns
        left={
          <TrendCard
            appid={appid}
            isLocked={!maySee(app, 'trend')}
            yesterday={yesterday}
            height={isWide ? 264 : undefined}
            onDefine={define}
            explain={explain}
          />
        }
        right={<TopPagesCard answer={answer} explain={explain} />}
      />
      <BackfillCard appid={appid} />
    </ReportScreen>
  )
}
