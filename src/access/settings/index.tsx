import { useText } from '@/features/language/text'
import { SettingsCards } from '@/features/settings/settings-cards'
import { UnbindSheet } from '@/features/settings/unbind-sheet'
import { useSettingsPage } from '@/features/settings/use-settings-page'
import { AdminScreen } from '@/features/shell/admin-screen'

/** 应用设置: how the app stands with WeChat, its name, its secret, and the way out. */
export default function SettingsPage() {
  const { settings } = useText()
  const page = useSettingsPage()
  return (
    <AdminScreen
      page="settings"
      place={page}
      title={settings.title}
      over={
        <>
          <UnbindSheet app={page.app} open={page.isUnbinding} onClose={() => page.setUnbinding(false)} />
          {page.toast}
        </>
      }
    >
      <SettingsCards page={page} />
    </AdminScreen>
  )
}
