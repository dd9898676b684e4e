import { rowsAtOnce } from '@/platform/system'
import { Button, Sheet } from '@/ui'
import { usePinned } from '../choices/store'
import { useNow } from '../clock/now'
import { useLocale, useText } from '../language/text'
import { pageAfter } from '../shell/modules'
import { type AppPage, openList, switchApp } from '../shell/routes'
import { AppGroups } from './app-rows'
import { firstRows, groupsOf } from './model'
import { useApps, useKnownVisitors } from './queries'

interface SwitchListProps {
  /** On the screen. */
  appid: string
  page: AppPage
  onClose: () => void
}

/** 切换: the same list as at the opening, the app on screen ticked; of a long one the beginning, and the way to all. */
export function SwitchSheet({ open, ...list }: SwitchListProps & { open: boolean }) {
  const { apps: words, states } = useText()
  return (
    <Sheet id="switch-sheet" open={open} title={words.choose} closeLabel={states.close} onClose={list.onClose}>
      <SwitchList {...list} />
    </Sheet>
  )
}

function SwitchList({ appid, page, onClose }: SwitchListProps) {
  const { apps: words } = useText()
  const locale = useLocale()
  const now = useNow()
  const { data } = useApps()
  const visitorsOf = useKnownVisitors(now)
  const pinned = usePinned()
  const onOpen = (chosen: string) => {
    const target = data?.apps.find(app => app.appid === chosen)
    if (chosen === appid || target === undefined) onClose()
    else switchApp(appid, chosen, pageAfter(page, target))
  }
  const groups = groupsOf({
    apps: data?.apps ?? [],
    query: '',
    kind: 'all',
    current: appid,
    pinned,
    visitorsOf,
    now,
    locale,
  })
  return (
    <>
      <AppGroups groups={firstRows(groups, rowsAtOnce)} onOpen={onOpen} />
      <Button block text={words.all} onPress={openList} />
    </>
  )
}
