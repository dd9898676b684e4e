import { useState } from 'react'
import { AppList } from '@/features/apps/app-list'
import { LeftBanner } from '@/features/apps/left-banner'
import { ListDock } from '@/features/apps/list-dock'
import { useApps } from '@/features/apps/queries'
import { useGoOn } from '@/features/apps/start'
import { EnterSheet } from '@/features/invitation/enter-sheet'
import { useText } from '@/features/language/text'
import { AccountCard } from '@/features/session/account-card'
import { useSignedIn } from '@/features/session/signed-in'
import { useParam } from '@/features/shell/params'
import { usePull } from '@/features/shell/pull'
import { goBack } from '@/platform/navigation'
import { NavBar, Screen } from '@/ui'

/** The opening list of apps; later openings go on to the app looked at last. */
export default function AppsPage() {
  const { apps } = useText()
  const wantsList = useParam('choose') !== ''
  const isSignedIn = useSignedIn()
  const goesOn = useGoOn(isSignedIn, wantsList)
  const [isEntering, setEntering] = useState(false)
  const { refetch } = useApps()
  usePull(refetch)
  const leading = wantsList
    ? ({ icon: 'back', label: apps.back, onPress: () => goBack('/pages/apps/index') } as const)
    : undefined
  return (
    <Screen
      narrow
      nav={<NavBar leading={leading} title={apps.choose} />}
      dock={isSignedIn && !goesOn ? <ListDock onEnter={() => setEntering(true)} /> : null}
      over={<EnterSheet open={isEntering} onClose={() => setEntering(false)} />}
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
