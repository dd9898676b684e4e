import { call } from '@/api'
import { useView } from '@/api/view'
import type { Status } from '@/contract/apps'

const isFilling = ({ backfill }: Status) => backfill.done < backfill.total

/** How an app's token, history and quota stand; looked at again while history is being filled in. */
export const useStatus = (appid: string) =>
  useView<Status>({
    name: `${appid}/status`,
    read: signal => call('readStatus', { params: { appid } }, { signal }),
    enabled: appid !== '',
    poll: status => (isFilling(status) ? 5_000 : false),
  })
