import { Button, Dock, DockItem } from '@/ui'
import { useText } from '../language/text'
import { openAudit, openNavigation } from '../shell/routes'

/** Search at the thumb, the records beside it. */
export function GrantsDock({ appid, onFind }: { appid: string; onFind: () => void }) {
  const { apps, grants } = useText()
  return (
    <Dock label={grants.title}>
      <DockItem narrowOnly icon="menu" text={apps.navigation} onPress={() => openNavigation(appid)} />
      <Button grow icon="search" text={grants.find} onPress={onFind} />
      <DockItem icon="eye" text={grants.records} onPress={() => openAudit(appid)} />
    </Dock>
  )
}
