import { call } from '@/api'
import { useView } from '@/api/view'
import type { ReportSource } from '@/contract/report-envelope'
import type { SourcesAnswer } from '@/contract/report-sources'
import type { SourceMetric } from '@/contract/sources'
import type { Range, Span } from '@/lib/periods'
import { pollAfter } from '../freshness/model'
import { spanName } from '../period/span'
import { sourceName, sourceQuery } from '../source/model'

export interface SourcesAsk {
  appid: string
  span: Span
  range: Range
  metric: SourceMetric
  source: ReportSource
  isLocked: boolean
}

/** 来源分析 of a range by opens or visitors. */
export const useSources = ({ appid, span, range, metric, source, isLocked }: SourcesAsk) =>
  useView<SourcesAnswer>({
    name: `${appid}/sources?${spanName(span)}&${metric}${sourceName(source)}`,
    read: signal =>
      call('readSources', { params: { appid }, query: { ...range, metric, ...sourceQuery(source) } }, { signal }),
    enabled: !isLocked && appid !== '',
    poll: pollAfter,
  })
