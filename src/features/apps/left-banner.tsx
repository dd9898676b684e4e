import { useStore } from 'zustand'
import { StaleBanner } from '@/ui'
import { useText } from '../language/text'
import { forgetLeft, leftStore } from '../shell/leave'

/** Why the person stands on the list: an app that was on the screen may no longer be seen. */
export function LeftBanner() {
  const { states } = useText()
  const left = useStore(leftStore, state => state.left)
  if (left === null) return null
  const title = left.name === '' ? states.goneTitle : states.goneNamed(left.name)
  return <StaleBanner title={title} text={states.goneText} action={{ text: states.close, onPress: forgetLeft }} />
}
