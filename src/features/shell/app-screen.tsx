import { type ReactNode, useState } from 'react'
import type { App } from '@/contract/apps'
import { NavBar, Screen } from '@/ui'
import { SwitchSheet } from '../apps/switch-sheet'
import { useText } from '../language/text'
import { isAdminPage } from './admin-pages'
import { useStillMine } from './leave'
import { type AppPage, openNavigation } from './routes'
import { useWideShell } from './wide-shell'

export interface AppScreenProps {
  appid: string
  /** null while the list of apps is read. */
  app: App | null
  page: AppPage
  head: ReactNode
  dock: ReactNode
  /** Sheets and toasts of the page. */
  over?: ReactNode
  /** The server says that there is no such app for this person. */
  isGone: boolean
  children: ReactNode
}

/** A page inside an app: bar with menu and switch, left navigation when wide, and the way out when the app is out of sight. */
export function AppScreen({ appid, app, page, head, dock, over, isGone, children }: AppScreenProps) {
  const { apps } = useText()
  const [isSwitching, setSwitching] = useState(false)
  const avatar = {
    name: app?.name ?? apps.product,
    colorKey: appid,
    url: app?.avatarUrl ?? null,
    square: app?.kind === 'minigame',
  }
  const opener = { avatar, label: `${avatar.name} ${apps.switchApp}`, onPress: () => setSwitching(true) }
  const shell = useWideShell(appid, app, page, opener)
  useStillMine(appid, app?.name ?? '', isGone)
  return (
    <Screen
      narrow={isAdminPage(page)}
      nav={<NavBar leading={{ icon: 'menu', label: apps.menu, onPress: () => openNavigation(appid) }} app={opener} />}
      shell={shell}
      head={head}
      dock={isGone ? null : dock}
      over={
        <>
          {over}
          <SwitchSheet appid={appid} page={page} open={isSwitching} onClose={() => setSwitching(false)} />
        </>
      }
    >
      {isGone ? null : children}
    </Screen>
  )
}
