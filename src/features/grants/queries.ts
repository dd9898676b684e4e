import { call } from '@/api'
import { useView } from '@/api/view'
import type { AdminList, GrantList } from '@/contract/access'
import type { AccessRequestList } from '@/contract/invitations'

const LOOK_MS = 10_000

/** Who may see an app. */
export const useGrants = (appid: string, enabled: boolean) =>
  useView<GrantList>({
    name: `${appid}/grants`,
    read: signal => call('listGrants', { params: { appid } }, { signal }),
    enabled: enabled && appid !== '',
    staleTime: 0,
  })

/** Who administers an app. */
export const useAdmins = (appid: string, enabled: boolean) =>
  useView<AdminList>({
    name: `${appid}/admins`,
    read: signal => call('listAdmins', { params: { appid } }, { signal }),
    enabled: enabled && appid !== '',
    staleTime: 0,
  })

/** Who took a card and waits for an admin's word; looked at again while the page is open. */
export const useRequests = (appid: string, enabled: boolean) =>
  useView<AccessRequestList>({
    name: `${appid}/requests`,
    read: signal => call('listRequests', { params: { appid } }, { signal }),
    enabled: enabled && appid !== '',
    staleTime: 0,
    poll: () => LOOK_MS,
  })
