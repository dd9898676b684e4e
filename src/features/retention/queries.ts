import { call } from '@/api'
import { useView } from '@/api/view'
import type { RetentionAnswer } from '@/contract/report-retention'
import type { Range, Span } from '@/lib/periods'
import type { RetentionChoice } from '../choices/report-choices'
import { pollAfter } from '../freshness/model'
import { spanName } from '../period/span'

export interface RetentionAsk {
  appid: string
  choice: RetentionChoice
  span: Span
  /** Whole periods of the choice's granularity. */
  range: Range
  enabled: boolean
}

/** 留存分析 of one kind of cohort over a range. */
export const useRetention = ({ appid, choice, span, range, enabled }: RetentionAsk) =>
  useView<RetentionAnswer>({
    name: `${appid}/retention?${[spanName(span), choice.granularity, choice.cohort].join('&')}`,
    read: signal => call('readRetention', { params: { appid }, query: { ...range, ...choice } }, { signal }),
    enabled: enabled && appid !== '',
    poll: ({ freshness }) => pollAfter(freshness),
  })
