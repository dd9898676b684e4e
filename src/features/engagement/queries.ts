import { call } from '@/api'
import { useView } from '@/api/view'
import type { EngagementAnswer } from '@/contract/report-engagement'
import type { TrendAnswer } from '@/contract/reports'
import { pollAfter } from '../freshness/model'
import { spanName } from '../period/span'
import type { ReportPlace } from '../report/use-report'

/** 时长分析 of a range. */
export const useEngagement = ({ appid, span, range, isLocked }: ReportPlace) =>
  useView<EngagementAnswer>({
    name: `${appid}/engagement?${spanName(span)}`,
    read: signal => call('readEngagement', { params: { appid }, query: range }, { signal }),
    enabled: !isLocked && appid !== '',
    poll: ({ freshness }) => pollAfter(freshness),
  })

/** The stays and the depth of the same days, which the trend carries. */
export const useEngagementTrend = ({ appid, span, range, isLocked }: ReportPlace) =>
  useView<TrendAnswer>({
    name: `${appid}/engagement-trend?${spanName(span)}`,
    read: signal => call('readTrend', { params: { appid }, query: { ...range, granularity: 'day' } }, { signal }),
    enabled: !isLocked && appid !== '',
    poll: ({ freshness }) => pollAfter(freshness),
  })
