import { useQuery } from '@tanstack/react-query'
import { useStore } from 'zustand'
import { call } from '@/api'
import { usePageShown } from '@/api/page-shown'
import { queryClient } from '@/api/query-client'
import { sessionStore } from '@/api/session'
import type { Collector } from '@/contract/collector'

const LOOK_MS = 3_000

/** How the collector of an app stands, looked at again every three seconds while the page is in front. Nothing of it stays on the device. */
export function useCollector(appid: string, enabled: boolean) {
  const owner = useStore(sessionStore, state => state.signedIn?.user.id ?? null)
  const shown = usePageShown()
  return useQuery<Collector>(
    {
      queryKey: [owner, `${appid}/collector`],
      queryFn: ({ signal }) => call('readCollector', { params: { appid } }, { signal }),
      enabled: enabled && owner !== null && appid !== '',
      subscribed: shown,
      refetchOnMount: 'always',
      refetchInterval: shown ? LOOK_MS : false,
    },
    queryClient,
  )
}
