import { Button, Dock } from '@/ui'
import { useText } from '../language/text'
import { openList } from '../shell/routes'
import type { Card } from './use-card'

/** Agrees or not; nothing where there is nothing to agree to. */
export function InvitationDock({ card }: { card: Card }) {
  const { invitation } = useText()
  const { step, refusal, isOwn, accept } = card
  if (refusal !== null || isOwn || (step !== 'asking' && step !== 'sending')) return null
  return (
    <Dock>
      <Button text={invitation.later} onPress={openList} />
      <Button grow kind="primary" text={invitation.accept} busy={step === 'sending'} onPress={accept} />
    </Dock>
  )
}
