import { useState } from 'react'
import { ApiError, call } from '@/api'
import { forgetAppHere } from '@/api/forget-apps'
import type { App } from '@/contract/apps'
import { reLaunch } from '@/platform/navigation'
import { forgetApp } from '../choices/store'
import { useText } from '../language/text'

/** Gives the right to an app back; nothing of it stays on the device. */
export function useLeaving({ appid }: Pick<App, 'appid'>) {
  const { leaving, states } = useText()
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    setFault(null)
    try {
      await call('leaveApp', { params: { appid } })
    } catch (error) {
      // taken away in the meantime: gone all the same
      if (!(error instanceof ApiError && error.code === 'not_found')) {
        setFault(error instanceof ApiError ? error.detail || leaving.failed : states.offlineTitle)
        setBusy(false)
        return
      }
    }
    forgetApp(appid)
    forgetAppHere(appid)
    reLaunch('/pages/apps/index?choose=1')
  }
  return { fault, isBusy, leave: () => void leave() }
}
