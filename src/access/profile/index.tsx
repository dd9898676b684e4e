import { useText } from '@/features/language/text'
import { ProfileCards } from '@/features/profile/profile-cards'
import { ProfileOver } from '@/features/profile/profile-over'
import { useProfilePage } from '@/features/profile/use-profile-page'
import { useSignedIn } from '@/features/session/signed-in'
import { goBack } from '@/platform/navigation'
import { NavBar, Screen } from '@/ui'

/** 我的: who one is to others, the pin to read out, this device, and the ways out. */
export default function ProfilePage() {
  const { apps } = useText()
  const isSignedIn = useSignedIn()
  const page = useProfilePage()
  const leading = { icon: 'back', label: apps.back, onPress: () => goBack('/pages/apps/index?choose=1') } as const
  return (
    <Screen narrow nav={<NavBar leading={leading} title={apps.account} />} over={<ProfileOver page={page} />}>
      {isSignedIn ? <ProfileCards page={page} /> : null}
    </Screen>
  )
}
