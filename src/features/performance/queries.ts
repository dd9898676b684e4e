import { call } from '@/api'
import { useView } from '@/api/view'
import type { PerformanceModule } from '@/contract/performance'
import type { PerformanceAnswer } from '@/contract/report-performance'
import { pollAfter } from '../freshness/model'
import { spanName } from '../period/span'
import type { ReportPlace } from '../report/use-report'

/** One module of 性能分析 over a range. */
export const usePerformance = ({ appid, span, range, isLocked }: ReportPlace, module: PerformanceModule) =>
  useView<PerformanceAnswer>({
    name: `${appid}/performance?${spanName(span)}&${module}`,
    read: signal => call('readPerformance', { params: { appid }, query: { ...range, module } }, { signal }),
    enabled: !isLocked && appid !== '',
    poll: pollAfter,
  })
