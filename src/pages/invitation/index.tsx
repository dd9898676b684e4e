import { InvitationCard } from '@/features/invitation/invitation-card'
import { InvitationDock } from '@/features/invitation/invitation-dock'
import { useCard } from '@/features/invitation/use-card'
import { useText } from '@/features/language/text'
import { useSignedIn } from '@/features/session/signed-in'
import { useParam } from '@/features/shell/params'
import { reLaunch } from '@/platform/navigation'
import { NavBar, Screen } from '@/ui'

/** Opened from a card in a chat, a link or a mini program code: who invites to what, before one agrees. */
export default function InvitationPage() {
  const { apps } = useText()
  const scene = useParam('scene')
  const code = useParam('code') || scene
  const isSignedIn = useSignedIn()
  if (isSignedIn) return <Invitation code={code} />
  return (
    <Screen narrow nav={<NavBar title={apps.product} />}>
      {null}
    </Screen>
  )
}

function Invitation({ code }: { code: string }) {
  const { apps } = useText()
  const card = useCard(code)
  const leading = { icon: 'home', label: apps.home, onPress: () => reLaunch('/pages/apps/index?choose=1') } as const
  return (
    <Screen narrow nav={<NavBar leading={leading} title={apps.product} />} dock={<InvitationDock card={card} />}>
      <InvitationCard card={card} />
    </Screen>
  )
}
