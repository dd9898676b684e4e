import { call } from '@/api'
import { useView } from '@/api/view'
import type { PagesAnswer } from '@/contract/report-pages'
import { pollAfter } from '../freshness/model'
import { spanName } from '../period/span'
import type { ReportPlace } from '../report/use-report'
import { sourceName, sourceQuery } from '../source/model'

/** 页面详情 of a range, all rows: sorting and searching need no other call. */
export const usePages = ({ appid, span, range, source, isLocked }: ReportPlace) =>
  useView<PagesAnswer>({
    name: `${appid}/pages?${spanName(span)}${sourceName(source)}`,
    read: signal => call('readPages', { params: { appid }, query: { ...range, ...sourceQuery(source) } }, { signal }),
    enabled: !isLocked && appid !== '',
    poll: pollAfter,
  })
