import { Card, ListRow } from '@/ui'
import { useText } from '../language/text'
import { signOut } from '../session/leave-device'

/** Leaving this device, and leaving for good. */
export function WayOutCard({ onErase }: { onErase: () => void }) {
  const { apps, profile } = useText()
  return (
    <Card flush label={profile.wayOut}>
      <ListRow icon="exit" title={apps.signOut} chevron onPress={() => void signOut()} />
      <ListRow icon="warning" title={profile.erase} chevron onPress={onErase} />
    </Card>
  )
}
