import { call } from '@/api'
import { useView } from '@/api/view'
import type { PortraitAnswer } from '@/contract/report-portrait'
import type { PortraitChoice } from '../choices/report-choices'
import { pollAfter } from '../freshness/model'

/** 用户画像 of the newest day, 7 or 30 days. */
export const usePortrait = (appid: string, { days, users }: PortraitChoice, enabled: boolean) =>
  useView<PortraitAnswer>({
    name: `${appid}/portrait?${days}&${users}`,
    read: signal => call('readPortrait', { params: { appid }, query: { days, users } }, { signal }),
    enabled: enabled && appid !== '',
    poll: ({ freshness }) => pollAfter(freshness),
  })
