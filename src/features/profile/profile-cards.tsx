import { Box } from '@/platform/elements'
import { Card, ErrorBanner, Note, SkeletonRows } from '@/ui'
import { useText } from '../language/text'
import { DeviceCard } from './device-card'
import { ProfileForm } from './profile-form'
import type { ProfilePage } from './use-profile-page'
import { WayOutCard } from './way-out-card'

/** Name and WeChat ID, the pin, this device, the ways out; what needs no server stays when there is none. */
export function ProfileCards({ page }: { page: ProfilePage }) {
  const { apps, profile, states } = useText()
  const { me } = page
  const retry = { text: states.retry, onPress: () => void me.refetch() }
  return (
    <>
      {me.error === null ? null : <ErrorBanner title={profile.unread} text={profile.unreadText} retry={retry} />}
      {me.data === null && me.error === null ? (
        <Card flush busy>
          <SkeletonRows count={3} label={apps.account} />
        </Card>
      ) : null}
      {me.data === null ? null : (
        <>
          <Card title={profile.pin}>
            <Box tag="span" className="da-pin">
              {me.data.pin}
            </Box>
            <Note text={profile.pinText} />
          </Card>
          <ProfileForm key={me.data.id} me={me.data} onSaved={me.refetch} tell={page.tell} privacy={page.privacy} />
        </>
      )}
      <DeviceCard />
      <WayOutCard onErase={() => page.setErasing(true)} />
    </>
  )
}
