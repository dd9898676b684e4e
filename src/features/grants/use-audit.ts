import { useInfiniteQuery } from '@tanstack/react-query'
import { useStore } from 'zustand'
import { call } from '@/api'
import { queryClient } from '@/api/query-client'
import { sessionStore } from '@/api/session'

/** Who did what to an app, newest first, page by page. Nothing of it stays on the device. */
export function useAudit(appid: string) {
  const owner = useStore(sessionStore, state => state.signedIn?.user.id ?? null)
  return useInfiniteQuery(
    {
      queryKey: [owner, `${appid}/audit`],
      queryFn: ({ pageParam, signal }) =>
        call('readAudit', { params: { appid }, query: pageParam === '' ? {} : { cursor: pageParam } }, { signal }),
      initialPageParam: '',
      getNextPageParam: page => page.next ?? undefined,
      enabled: owner !== null && appid !== '',
      refetchOnMount: 'always',
    },
    queryClient,
  )
}
