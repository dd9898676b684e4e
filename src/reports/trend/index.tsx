import { useLocale } from '@/features/language/text'
import { ReportScreen } from '@/features/report/report-screen'
import { trendPicture } from '@/features/trend/picture'
import { trendRequest } from '@/features/trend/query-model'
import { spanLine } from '@/features/trend/span-line'
import { TrendDock } from '@/features/trend/trend-dock'
import { MetricPills, TrendPanel } from '@/features/trend/trend-panel'
import { TrendTable } from '@/features/trend/trend-table'
import { useTrendPage } from '@/features/trend/use-trend-page'
import { Columns } from '@/ui'

/** 用户趋势: one metric by days, weeks or months; chart and table. */
export default function TrendPage() {
  const locale = useLocale()
  const page = useTrendPage()
  const { report, choice, view, define } = page
  const { appid, yesterday } = report
  const { granularity, metric } = choice
  const { data: answer } = view
  return (
    <ReportScreen
      report={report}
      range={view.range}
      picture={answer && !page.isEmpty ? () => trendPicture(answer, view.range, choice, locale) : null}
      table={{ endpoint: 'readTrend', query: trendRequest(choice, yesterday, false).query }}
      isEmpty={page.isEmpty}
      line={spanLine(view.range, granularity, locale, yesterday)}
      dock={actions => <TrendDock appid={appid} choice={choice} yesterday={yesterday} actions={actions} />}
      over={page.definition}
    >
      <MetricPills appid={appid} choice={choice} />
      <Columns
        even
        left={<TrendPanel appid={appid} choice={choice} view={view} onDefine={define} />}
        right={
          <TrendTable
            answer={answer}
            range={view.range}
            metric={metric}
            granularity={granularity}
            explain={report.explain}
          />
        }
      />
    </ReportScreen>
  )
}
