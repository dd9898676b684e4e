import { Button, Card, ErrorBanner, KeyValues, Note, SkeletonRows, StaleBanner, useDelayed } from '@/ui'
import { useNow } from '../clock/now'
import { useLocale, useText } from '../language/text'
import { standingRows } from './model'
import { NameCard } from './name-card'
import { SecretCard } from './secret-card'
import type { SettingsPage } from './use-settings-page'

/** What an admin sees and changes of an app. */
export function SettingsCards({ page }: { page: SettingsPage }) {
  const { settings } = useText()
  const { app } = page
  return (
    <>
      <StandingCard page={page} />
      {app === null ? null : (
        <>
          <NameCard key={app.appid} app={app} onSaved={page.read} tell={page.tell} />
          <SecretCard app={app} onSaved={page.read} tell={page.tell} />
          <Card title={settings.unbind}>
            <Note text={settings.unbindNote} />
            <Button block kind="danger" text={settings.unbindOpen} onPress={() => page.setUnbinding(true)} />
          </Card>
        </>
      )}
    </>
  )
}

function StandingCard({ page }: { page: SettingsPage }) {
  const { settings, states } = useText()
  const locale = useLocale()
  const now = useNow()
  const { app, status } = page
  const isReading = useDelayed(status.data === null && status.isFetching)
  const retry = { text: states.retry, onPress: () => void page.read() }
  if (status.data === null || app === null) {
    if (status.error !== null)
      return <ErrorBanner title={states.failedTitle} text={states.offlineEmpty} retry={retry} />
    return isReading ? (
      <Card flush>
        <SkeletonRows count={4} label={states.reading} />
      </Card>
    ) : null
  }
  return (
    <>
      {status.error === null ? null : <StaleBanner title={states.offlineTitle} text={states.keptText} action={retry} />}
      <Card title={settings.standing}>
        <KeyValues rows={standingRows(app, status.data, now, locale)} />
      </Card>
    </>
  )
}
