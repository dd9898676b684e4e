import { useState } from 'react'
import { Button, Note } from '@/ui'
import { useText } from '../language/text'

/** Makes somebody an admin by two presses: the first says what that means. */
export function MakeAdmin({ name, onMake }: { name: string; onMake: () => Promise<boolean> }) {
  const { grants } = useText()
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const make = async () => {
    if (!isAsked) return setAsked(true)
    setBusy(true)
    if (!(await onMake())) setBusy(false)
  }
  return (
    <>
      {isAsked ? <Note text={grants.makeAdminText(name)} /> : null}
      <Button
        block
        text={isAsked ? grants.makeAdminSure : grants.makeAdmin}
        {...(isAsked ? {} : { label: grants.makeAdminOf(name) })}
        busy={isBusy}
        onPress={() => void make()}
      />
    </>
  )
}
