import { call } from '@/api'
import { useView } from '@/api/view'
import type { ReportSource } from '@/contract/report-envelope'
import type { RetentionAnswer } from '@/contract/report-retention'
import type { Range, Span } from '@/lib/periods'
import type { RetentionChoice } from '../choices/report-choices'
import { pollAfter } from '../freshness/model'
import { spanName } from '../period/span'
import { sourceName, sourceQuery } from '../source/model'

export interface RetentionAsk {
  appid: string
  choice: RetentionChoice
  span: Span
  /** Whole periods of the choice's granularity. */
  range: Range
  source: ReportSource
  enabled: boolean
}

/** 留存分析 of one kind of cohort over a range. */
export const useRetention = ({ appid, choice, span, range, source, enabled }: RetentionAsk) =>
  useView<RetentionAnswer>({
    name: `${appid}/retention?${[spanName(span), choice.granularity, choice.cohort].join('&')}${sourceName(source)}`,
    read: signal =>
      call('readRetention', { params: { appid }, query: { ...range, ...choice, ...sourceQuery(source) } }, { signal }),
    enabled: enabled && appid !== '',
    poll: pollAfter,
  })
