import { useQuery } from '@tanstack/react-query'
import { useStore } from 'zustand'
import type { ProblemCode } from '../contract/problems'
import { ApiError } from './api-error'
import { lastViews } from './index'
import { usePageShown } from './page-shown'
import { persist } from './persist'
import { queryClient } from './query-client'
import { sessionStore } from './session'

export interface ViewOptions<T> {
  /** Unique for what is shown: `wx…/overview?{…}`; an app's views begin with its AppID and a slash. */
  name: string
  read: (signal: AbortSignal) => Promise<T>
  enabled?: boolean
  /** ms for which an answer counts as fresh when the page is opened or comes to the front again. */
  staleTime?: number
  /** ms until the next look, judged by the last answer; stops while the page is hidden. */
  poll?: (data: T) => number | false
}

export interface View<T> {
  data: T | null
  /** The data come from the device and the server has not answered yet. */
  isKept: boolean
  isFetching: boolean
  error: Error | null
  /** When the data were read, epoch ms. */
  readAt: number
  refetch: () => Promise<unknown>
}

/** What the server says under a name: the last view at once, then the fresh one. */
export function useView<T>({ name, read, enabled = true, staleTime = 60_000, poll }: ViewOptions<T>): View<T> {
  const owner = useStore(sessionStore, state => state.signedIn?.user.id ?? null)
  const shown = usePageShown()
  const query = useQuery<T>(
    {
      queryKey: [owner, name],
      queryFn: async ({ signal }) => {
        if (owner === null) throw new ApiError({ code: 'unauthenticated', status: 401 })
        try {
          const data = await persist(read, signal)
          lastViews.keep(owner, name, { data, at: Date.now() })
          return data
        } catch (error) {
          if (error instanceof ApiError) forget(owner, name, error.code)
          throw error
        }
      },
      enabled: enabled && owner !== null,
      initialData: () => (owner === null ? undefined : lastViews.read<T>(owner, name)?.data),
      // a view from the device is always looked at anew, however young: only then may it count as confirmed
      initialDataUpdatedAt: 0,
      staleTime,
      // a page below in the stack would draw, and send to the phone's screen, what nobody sees
      subscribed: shown,
      refetchOnMount: true,
      refetchOnWindowFocus: shown,
      refetchOnReconnect: true,
      refetchInterval: ({ state }) => (shown && poll && state.data !== undefined ? poll(state.data) : false),
    },
    queryClient,
  )
  const isGone = query.error instanceof ApiError && query.error.status < 500 && query.error.status !== 429
  return {
    data: isGone ? null : (query.data ?? null),
    isKept: query.data !== undefined && !query.isFetchedAfterMount,
    isFetching: query.isFetching,
    error: query.error,
    readAt: query.dataUpdatedAt || (owner === null ? 0 : (lastViews.read<T>(owner, name)?.at ?? 0)),
    refetch: query.refetch,
  }
}

/** What may no longer be seen does not stay on the device: a section at 403, the whole app at 404. */
function forget(owner: string, name: string, code: ProblemCode) {
  const [appid, report] = name.split('/')
  if (code === 'forbidden') lastViews.forgetReport(owner, name)
  if (code === 'not_found' && appid && report !== undefined) lastViews.forgetApp(owner, appid)
}
