import { focusManager, notifyManager, onlineManager, QueryClient } from '@tanstack/react-query'
import { onOnline, onVisible } from '../platform/presence'

/** Policies stand at each query; nothing refetches because of a default. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // `persist` asks again, and stops with the page
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      refetchOnMount: false,
      structuralSharing: true,
      networkMode: 'always',
      // the cache's own clean-up is a timer per answer that outlives its page; `forgetOldest` bounds it instead
      gcTime: Number.POSITIVE_INFINITY,
    },
  },
})

/** Answers in memory that no page shows: as many are left as a person may come back to. */
const KEPT = 40

const cache = queryClient.getQueryCache()
cache.subscribe(({ type }) => {
  if (type === 'observerRemoved') forgetOldest()
})

function forgetOldest() {
  const idle = cache.findAll({ type: 'inactive' }).sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  for (const query of idle.slice(KEPT)) cache.remove(query)
}

/** Answers that come within this of each other reach the screen as one. ms */
const TOGETHER = 24
const waiting: (() => void)[] = []

notifyManager.setScheduler(notify => {
  waiting.push(notify)
  if (waiting.length > 1) return
  setTimeout(() => {
    for (const one of waiting.splice(0)) one()
  }, TOGETHER)
})

focusManager.setEventListener(handleFocus => onVisible(visible => handleFocus(visible)))
onlineManager.setEventListener(setOnline => onOnline(setOnline))
