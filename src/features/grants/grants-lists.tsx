import { Card, ErrorBanner, SkeletonRows, StaleBanner, useDelayed } from '@/ui'
import { useText } from '../language/text'
import { AdminsCard } from './admins-card'
import { GrantsCard } from './grants-card'
import { RequestsCard } from './requests-card'
import type { GrantsPage } from './use-grants-page'

/** Who waits and who may look; blocks while they are read, else why there is nothing. */
export function GrantsLists({ page }: { page: GrantsPage }) {
  const { states } = useText()
  const { list, waiting, deeds } = page
  const isReading = useDelayed(list.data === null && list.isFetching)
  const retry = { text: states.retry, onPress: page.onRetry }
  if (list.data === null) {
    if (list.error !== null) return <ErrorBanner title={states.failedTitle} text={states.offlineEmpty} retry={retry} />
    return isReading ? (
      <Card flush>
        <SkeletonRows count={4} label={states.reading} />
      </Card>
    ) : null
  }
  return (
    <>
      {list.error === null ? null : <StaleBanner title={states.offlineTitle} text={states.keptText} action={retry} />}
      <RequestsCard requests={waiting.data?.requests ?? []} deeds={deeds} />
      <GrantsCard list={list.data} gone={deeds.gone} onOpen={page.open} onRevoke={grant => void deeds.revoke(grant)} />
      {page.admins.length > 0 ? <AdminsCard admins={page.admins} onOpen={page.openAdmin} /> : null}
    </>
  )
}
