import { call } from '@/api'
import { useView } from '@/api/view'
import type { ReportSource } from '@/contract/report-envelope'
import type { PortraitAnswer } from '@/contract/report-portrait'
import type { PortraitChoice } from '../choices/report-choices'
import { pollAfter } from '../freshness/model'
import { sourceName, sourceQuery } from '../source/model'

/** 用户画像 of the newest day, 7 or 30 days. */
export const usePortrait = (appid: string, { days, users }: PortraitChoice, source: ReportSource, enabled: boolean) =>
  useView<PortraitAnswer>({
    name: `${appid}/portrait?${days}&${users}${sourceName(source)}`,
    read: signal =>
      call('readPortrait', { params: { appid }, query: { days, users, ...sourceQuery(source) } }, { signal }),
    enabled: enabled && appid !== '',
    poll: pollAfter,
  })
