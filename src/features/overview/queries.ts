import { call } from '@/api'
import { useView } from '@/api/view'
import type { Day } from '@/contract/periods'
import type { ReportSource } from '@/contract/report-envelope'
import type { OverviewAnswer } from '@/contract/reports'
import { pollAfter } from '../freshness/model'
import { sourceQuery } from '../source/model'
import { overviewViewName } from './view-name'

/** 数据概况 of a day; null is the newest day that WeChat can be asked about. */
export const useOverview = (appid: string, date: Day | null, enabled = true, source: ReportSource = 'wechat') =>
  useView<OverviewAnswer>({
    name: overviewViewName(appid, date, source),
    read: signal =>
      call(
        'readOverview',
        { params: { appid }, query: { ...(date === null ? {} : { date }), ...sourceQuery(source) } },
        { signal },
      ),
    enabled: enabled && appid !== '',
    poll: pollAfter,
  })
