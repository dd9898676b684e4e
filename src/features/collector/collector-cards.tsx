import { ApiError } from '@/api/api-error'
import { Card, ErrorBanner, SkeletonRows } from '@/ui'
import { useText } from '../language/text'
import { ArrivalsCard } from './arrivals-card'
import { InstallCard } from './install-card'
import { KeyCard } from './key-card'
import type { CollectorPage } from './use-collector-page'

/** What arrives first: whoever comes here wants to know whether it works. */
export function CollectorCards({ page }: { page: CollectorPage }) {
  const { collector: text, states } = useText()
  const { appid, collector, error, onRetry } = page
  const words = (reason: Error) =>
    reason instanceof ApiError
      ? {
          title: states.failedTitle,
          text: text.again,
          requestId: reason.requestId ? states.requestId(reason.requestId) : undefined,
        }
      : { title: states.offlineTitle, text: text.again }
  return (
    <>
      {error === null ? null : <ErrorBanner {...words(error)} retry={{ text: states.retry, onPress: onRetry }} />}
      {collector === undefined ? (
        error === null ? (
          <Card flush busy>
            <SkeletonRows count={6} label={states.reading} />
          </Card>
        ) : null
      ) : (
        <>
          <ArrivalsCard collector={collector} />
          <InstallCard collector={collector} />
          <KeyCard appid={appid} collector={collector} onRotated={onRetry} />
        </>
      )}
    </>
  )
}
