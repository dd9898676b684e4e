import { useText } from '@/features/language/text'
import { useSignedIn } from '@/features/session/signed-in'
import { SettingsCards } from '@/features/settings/settings-cards'
import { UnbindSheet } from '@/features/settings/unbind-sheet'
import { useSettingsPage } from '@/features/settings/use-settings-page'
import { AppScreen } from '@/features/shell/app-screen'
import { NoRight } from '@/features/shell/no-right'
import { openNavigation } from '@/features/shell/routes'
import { Dock, DockItem, Head } from '@/ui'

/** 应用设置: how the app stands with WeChat, its name, its secret, and the way out. */
export default function SettingsPage() {
  const { apps, settings } = useText()
  const isSignedIn = useSignedIn()
  const page = useSettingsPage()
  const { appid, app } = page
  if (!isSignedIn) return null
  return (
    <AppScreen
      appid={appid}
      app={app}
      page="settings"
      isGone={page.isGone}
      head={<Head title={settings.title} />}
      dock={
        <Dock label={settings.title}>
          <DockItem narrowOnly icon="menu" text={apps.navigation} onPress={() => openNavigation(appid)} />
        </Dock>
      }
      over={
        <>
          <UnbindSheet app={app} open={page.isUnbinding} onClose={() => page.setUnbinding(false)} />
          {page.toast}
        </>
      }
    >
      {page.isForbidden ? <NoRight app={app} section={settings.title} /> : <SettingsCards page={page} />}
    </AppScreen>
  )
}
