import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query'
import { onOnline, onVisible } from '../platform/presence'
import { ApiError } from './api-error'

/** A refusal stays a refusal; only silence and server faults are worth another try. */
export const isWorthRetrying = (count: number, error: Error): boolean =>
  count < 2 && !(error instanceof ApiError && error.status < 500)

/** Policies stand at each query; nothing refetches because of a default. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: isWorthRetrying,
      retryDelay: count => 500 * 2 ** count,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      refetchOnMount: false,
      structuralSharing: true,
      networkMode: 'always',
    },
  },
})

focusManager.setEventListener(handleFocus => onVisible(visible => handleFocus(visible)))
onlineManager.setEventListener(setOnline => onOnline(setOnline))
