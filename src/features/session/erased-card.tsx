import { letIn } from '@/api/session'
import { reLaunch } from '@/platform/navigation'
import { Card, Empty } from '@/ui'
import { useText } from '../language/text'
import { destinationOf } from './destination'

/** The account is gone; to begin anew takes a tap. */
export function ErasedCard() {
  const { session } = useText()
  const begin = () => {
    letIn()
    reLaunch(destinationOf(undefined))
  }
  return (
    <Card>
      <Empty
        art="lock"
        title={session.erasedTitle}
        text={session.erasedText}
        action={{ text: session.beginAnew, onPress: begin }}
      />
    </Card>
  )
}
