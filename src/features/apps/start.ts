import { useEffect, useState } from 'react'
import { redirectTo } from '@/platform/navigation'
import { choicesStore } from '../choices/store'
import { appPath } from '../shell/routes'

/** The first opening stays on the list; later ones go on to the app looked at last. True while it goes on. */
export function useGoOn(isSignedIn: boolean, wantsList: boolean): boolean {
  const [last] = useState(() => choicesStore.getState().lastAppid)
  const goesOn = isSignedIn && !wantsList && last !== null
  useEffect(() => {
    if (goesOn && last !== null) redirectTo(appPath('overview', last))
  }, [goesOn, last])
  return goesOn
}
