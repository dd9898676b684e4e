import { call } from '@/api'
import { useView } from '@/api/view'
import type { PagesAnswer } from '@/contract/report-pages'
import { pollAfter } from '../freshness/model'
import { spanName } from '../period/span'
import type { ReportPlace } from '../report/use-report'

/** 页面详情 of a range, all rows: sorting and searching need no other call. */
export const usePages = ({ appid, span, range, isLocked }: ReportPlace) =>
  useView<PagesAnswer>({
    name: `${appid}/pages?${spanName(span)}`,
    read: signal => call('readPages', { params: { appid }, query: range }, { signal }),
    enabled: !isLocked && appid !== '',
    poll: ({ freshness }) => pollAfter(freshness),
  })
