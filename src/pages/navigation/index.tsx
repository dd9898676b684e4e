import { useText } from '@/features/language/text'
import { LeaveCard } from '@/features/leaving/leave-card'
import { NavigationCards } from '@/features/navigation/navigation-cards'
import { AccountCard } from '@/features/session/account-card'
import { useSignedIn } from '@/features/session/signed-in'
import { useAppid } from '@/features/shell/params'
import { appPath } from '@/features/shell/routes'
import { goBack } from '@/platform/navigation'
import { NavBar, Screen } from '@/ui'

/** 导航页: every page of the app that exists, and the way to another app. */
export default function NavigationPage() {
  const { apps } = useText()
  const appid = useAppid()
  const isSignedIn = useSignedIn()
  const leading = { icon: 'close', label: apps.back, onPress: () => goBack(appPath('overview', appid)) } as const
  return (
    <Screen narrow nav={<NavBar leading={leading} title={apps.navigation} />}>
      {isSignedIn ? (
        <>
          <NavigationCards appid={appid} />
          <LeaveCard appid={appid} />
          <AccountCard />
        </>
      ) : null}
    </Screen>
  )
}
