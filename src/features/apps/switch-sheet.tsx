import { Button, Sheet } from '@/ui'
import { useNow } from '../clock/now'
import { useLocale, useText } from '../language/text'
import { openApp, openList } from '../shell/routes'
import { AppGroups } from './app-rows'
import { groupsOf } from './model'
import { useApps, useKnownVisitors } from './queries'

/** 切换: the same list as at the opening, the app on screen ticked. */
export function SwitchSheet({ appid, open, onClose }: { appid: string; open: boolean; onClose: () => void }) {
  const { apps: words, states } = useText()
  return (
    <Sheet id="switch-sheet" open={open} title={words.choose} closeLabel={states.close} onClose={onClose}>
      <SwitchList appid={appid} onClose={onClose} />
    </Sheet>
  )
}

function SwitchList({ appid, onClose }: { appid: string; onClose: () => void }) {
  const { apps: words } = useText()
  const locale = useLocale()
  const now = useNow()
  const { data } = useApps()
  const visitorsOf = useKnownVisitors(now)
  const groups = groupsOf({
    apps: data?.apps ?? [],
    query: '',
    kind: 'all',
    current: appid,
    visitorsOf,
    now,
    locale,
  })
  return (
    <>
      <AppGroups groups={groups} onOpen={chosen => (chosen === appid ? onClose() : openApp(chosen))} />
      <Button block text={words.all} onPress={openList} />
    </>
  )
}
