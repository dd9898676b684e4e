import { call } from '@/api'
import { useView } from '@/api/view'
import type { Status } from '@/contract/apps'

const LOOK_MS = 5_000
/** While the filling waits for WeChat or for the admin. */
const WAITING_LOOK_MS = 60_000

function pauseOf({ backfill: { done, total, reason } }: Status): number | false {
  if (done >= total) return false
  return reason && reason !== 'filling' ? WAITING_LOOK_MS : LOOK_MS
}

/** How an app's token, history and quota stand; looked at again while history is being filled in. */
export const useStatus = (appid: string) =>
  useView<Status>({
    name: `${appid}/status`,
    read: signal => call('readStatus', { params: { appid } }, { signal }),
    enabled: appid !== '',
    poll: pauseOf,
  })
