import { call } from '@/api'
import { useView } from '@/api/view'
import type { EngagementAnswer } from '@/contract/report-engagement'
import type { TrendAnswer } from '@/contract/reports'
import { pollAfter } from '../freshness/model'
import { spanName } from '../period/span'
import type { ReportPlace } from '../report/use-report'
import { sourceName, sourceQuery } from '../source/model'

/** 时长分析 of a range. */
export const useEngagement = ({ appid, span, range, source, isLocked }: ReportPlace) =>
  useView<EngagementAnswer>({
    name: `${appid}/engagement?${spanName(span)}${sourceName(source)}`,
    read: signal =>
      call('readEngagement', { params: { appid }, query: { ...range, ...sourceQuery(source) } }, { signal }),
    enabled: !isLocked && appid !== '',
    poll: pollAfter,
  })

/** The stays and the depth of the same days, which the trend carries. */
export const useEngagementTrend = ({ appid, span, range, source, isLocked }: ReportPlace) =>
  useView<TrendAnswer>({
    name: `${appid}/engagement-trend?${spanName(span)}${sourceName(source)}`,
    read: signal =>
      call(
        'readTrend',
        { params: { appid }, query: { ...range, granularity: 'day', ...sourceQuery(source) } },
        { signal },
      ),
    enabled: !isLocked && appid !== '',
    poll: pollAfter,
  })
