import { useEffect } from 'react'
import { reLaunch } from '@/platform/navigation'
import { Card, Empty } from '@/ui'
import { useText } from '../language/text'
import { destinationOf } from './destination'
import { forgetErased } from './erase-me'

/** Nobody is signed in any more; to begin anew takes a tap. */
export function ErasedCard() {
  const { session } = useText()
  useEffect(forgetErased, [])
  const action = { text: session.beginAnew, onPress: () => reLaunch(destinationOf(undefined)) }
  return (
    <Card>
      <Empty art="lock" title={session.erasedTitle} text={session.erasedText} action={action} />
    </Card>
  )
}
