import type { ReactNode } from 'react'
import type { App } from '@/contract/apps'
import { Dock, DockItem, Head, type HeadProps } from '@/ui'
import { useText } from '../language/text'
import { useSignedIn } from '../session/signed-in'
import type { AdminPage } from './admin-pages'
import { AppScreen } from './app-screen'
import { NoRight } from './no-right'
import { openNavigation } from './routes'

export interface AdminScreenProps {
  page: AdminPage
  /** Whose page it is, and whether it is open to the person. */
  place: { appid: string; app: App | null; isGone: boolean; isForbidden: boolean }
  title: string
  source?: HeadProps['source']
  /** Controls; without them the way to the menu. */
  dock?: ReactNode
  /** Sheets and toasts of the page. */
  over?: ReactNode
  children: ReactNode
}

/** The frame of a page that only admins of an app may use: title, dock, and what others see in its place. */
export function AdminScreen({ page, place, title, source, dock, over, children }: AdminScreenProps) {
  const { apps } = useText()
  const isSignedIn = useSignedIn()
  const { appid, app, isGone, isForbidden } = place
  if (!isSignedIn) return null
  const menu = (
    <Dock label={title}>
      <DockItem narrowOnly icon="menu" text={apps.navigation} onPress={() => openNavigation(appid)} />
    </Dock>
  )
  return (
    <AppScreen
      appid={appid}
      app={app}
      page={page}
      isGone={isGone}
      head={<Head title={title} source={source} />}
      dock={isForbidden ? menu : (dock ?? menu)}
      over={over}
    >
      {isForbidden ? <NoRight app={app} section={title} /> : children}
    </AppScreen>
  )
}
