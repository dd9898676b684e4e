import { useText } from '@/features/language/text'
import { ApproveCard } from '@/features/session/approve-card'
import { useSignedIn } from '@/features/session/signed-in'
import { useParam } from '@/features/shell/params'
import { reLaunch } from '@/platform/navigation'
import { NavBar, Screen } from '@/ui'

/** The signed-in phone lets a browser in, after it has seen which one asks. */
export default function HandoffPage() {
  const { apps, session } = useText()
  const scene = useParam('scene')
  const code = useParam('code') || scene
  const isSignedIn = useSignedIn()
  const leading = { icon: 'home', label: apps.home, onPress: () => reLaunch('/pages/apps/index') } as const
  return (
    <Screen narrow nav={<NavBar leading={leading} title={session.title} />}>
      {isSignedIn ? <ApproveCard code={code} /> : null}
    </Screen>
  )
}
