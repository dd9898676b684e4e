import { AppList } from '@/features/apps/app-list'
import { LeftBanner } from '@/features/apps/left-banner'
import { useApps } from '@/features/apps/queries'
import { useGoOn } from '@/features/apps/start'
import { useText } from '@/features/language/text'
import { AccountCard } from '@/features/session/account-card'
import { useSignedIn } from '@/features/session/signed-in'
import { useParam } from '@/features/shell/params'
import { usePull } from '@/features/shell/pull'
import { openBinding } from '@/features/shell/routes'
import { goBack } from '@/platform/navigation'
import { Button, Dock, NavBar, Screen } from '@/ui'

/** The opening list of apps; later openings go on to the app looked at last. */
export default function AppsPage() {
  const { apps } = useText()
  const wantsList = useParam('choose') !== ''
  const isSignedIn = useSignedIn()
  const goesOn = useGoOn(isSignedIn, wantsList)
  const { refetch } = useApps()
  usePull(refetch)
  const leading = wantsList
    ? ({ icon: 'back', label: apps.back, onPress: () => goBack('/pages/apps/index') } as const)
    : undefined
  return (
    <Screen
      narrow
      nav={<NavBar leading={leading} title={apps.choose} />}
      dock={
        isSignedIn && !goesOn ? (
          <Dock>
            <Button grow kind="primary" text={apps.bind} onPress={openBinding} />
          </Dock>
        ) : null
      }
    >
      {isSignedIn && !goesOn ? (
        <>
          <LeftBanner />
          <AppList />
          <AccountCard />
        </>
      ) : null}
    </Screen>
  )
}
