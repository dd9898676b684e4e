import { call } from '@/api'
import { NOTICES_VIEW } from '@/api/forget-apps'
import { useView } from '@/api/view'
import type { NoticePage, SubscriptionList } from '@/contract/notices'
import { subscribesHere } from '@/platform/subscribe'

const readNotices = (signal: AbortSignal) => call('listNotices', { query: {} }, { signal })

/** The newest 50, and how many of all are unread. */
export const useNewestNotices = (staleTime: number, enabled = true) =>
  useView<NoticePage>({ name: NOTICES_VIEW, read: readNotices, staleTime, enabled })

/** What WeChat may still bring; empty where the deployment has no templates, and in a browser. */
export const useSubscriptions = () =>
  useView<SubscriptionList>({
    name: 'subscriptions',
    read: signal => call('listSubscriptions', {}, { signal }),
    enabled: subscribesHere,
    staleTime: 0,
  })
