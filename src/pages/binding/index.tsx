import { BindingFormCard } from '@/features/binding/binding-form'
import { useText } from '@/features/language/text'
import { useSignedIn } from '@/features/session/signed-in'
import { goBack } from '@/platform/navigation'
import { NavBar, Screen } from '@/ui'

/** Binds an app by AppID and AppSecret. */
export default function BindingPage() {
  const { apps, binding } = useText()
  const isSignedIn = useSignedIn()
  const leading = { icon: 'back', label: apps.back, onPress: () => goBack('/pages/apps/index') } as const
  return (
    <Screen narrow nav={<NavBar leading={leading} title={binding.title} />}>
      {isSignedIn ? <BindingFormCard /> : null}
    </Screen>
  )
}
