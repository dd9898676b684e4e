import { useLocale, useText } from '@/features/language/text'
import { hasValues } from '@/features/performance/model'
import { ModulePills } from '@/features/performance/module-pills'
import { PerformanceCard } from '@/features/performance/performance-card'
import { PerformanceTable } from '@/features/performance/performance-table'
import { performancePicture } from '@/features/performance/picture'
import { usePerformancePage } from '@/features/performance/use-performance-page'
import { ReportScreen } from '@/features/report/report-screen'
import { Columns } from '@/ui'

/** 性能分析: one module's measures over the range. */
export default function PerformancePage() {
  const locale = useLocale()
  const { apps } = useText()
  const page = usePerformancePage()
  const { report, module, answer, range } = page
  return (
    <ReportScreen
      report={report}
      range={range}
      picture={answer && hasValues(answer.data) ? () => performancePicture(answer, module, locale) : null}
      table={{
        endpoint: 'readPerformance',
        query: { ...range, module },
        name: `${apps.performance} ${page.name}`,
      }}
      isEmpty={answer === null || !hasValues(answer.data)}
      over={page.definition}
    >
      <ModulePills appid={report.appid} module={module} />
      <Columns
        even
        left={
          <PerformanceCard
            answer={answer}
            module={module}
            isReading={page.isReading}
            onDefine={page.onDefine}
            onRetry={report.onRetry}
          />
        }
        right={<PerformanceTable answer={answer} label={page.name} explain={report.explain} />}
      />
    </ReportScreen>
  )
}
