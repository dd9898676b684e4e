import { useCallback, useEffect } from 'react'
import { useText } from '@/features/language/text'
import { destinationOf } from '@/features/session/destination'
import { ErasedCard } from '@/features/session/erased-card'
import { forgetLeaving } from '@/features/session/leave-device'
import { LinkCard, SignInCards } from '@/features/session/sign-in-card'
import { useParam } from '@/features/shell/params'
import { reLaunch } from '@/platform/navigation'
import { NavBar, Screen } from '@/ui'

/** Signs in: demo choice, hand-off from the phone, or the operator's link. */
export default function SignInPage() {
  const { apps } = useText()
  const next = useParam('next')
  const link = useParam('link')
  useEffect(forgetLeaving, [])
  const isErased = useParam('erased') !== ''
  const onDone = useCallback(() => reLaunch(destinationOf(next)), [next])
  return (
    <Screen narrow nav={<NavBar title={apps.product} />}>
      {isErased ? <ErasedCard /> : null}
      {!isErased && link === '' ? <SignInCards onDone={onDone} /> : null}
      {!isErased && link !== '' ? <LinkCard code={link} onDone={onDone} /> : null}
    </Screen>
  )
}
