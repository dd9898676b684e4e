import { portraitUsers } from '@/contract/portrait'
import { Segmented } from '@/ui'
import type { PortraitChoice } from '../choices/report-choices'
import { choose } from '../choices/store'
import { useText } from '../language/text'

/** Whose portrait. */
export function PortraitChoices({ appid, choice }: { appid: string; choice: PortraitChoice }) {
  const { portrait } = useText()
  return (
    <Segmented
      full
      surface="page"
      label={portrait.users}
      options={[...portraitUsers].reverse().map(id => ({ id, text: portrait.kind[id] }))}
      value={choice.users}
      onChange={users => choose(appid, 'portrait', { users })}
    />
  )
}
