import { Button, Dock } from '@/ui'
import { useText } from '../language/text'
import { openBinding } from '../shell/routes'

/** The two ways to one more app: an invitation, or its AppSecret. */
export function ListDock({ onEnter }: { onEnter: () => void }) {
  const { apps, invitation } = useText()
  return (
    <Dock>
      <Button grow text={invitation.enter} onPress={onEnter} />
      <Button grow kind="primary" text={apps.bind} onPress={openBinding} />
    </Dock>
  )
}
