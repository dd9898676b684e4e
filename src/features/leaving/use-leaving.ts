import { useState } from 'react'
import { ApiError, call } from '@/api'
import type { App } from '@/contract/apps'
import { useText } from '../language/text'
import { giveUp } from '../shell/leave'

/** Gives the right to an app back; nothing of it stays on the device. */
export function useLeaving({ appid }: Pick<App, 'appid'>) {
  const { leaving, states } = useText()
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    setFault(null)
    try {
      await giveUp(appid, () => call('leaveApp', { params: { appid } }).catch(passNotFound))
    } catch (error) {
      setFault(error instanceof ApiError ? error.detail || leaving.failed : states.offlineTitle)
      setBusy(false)
    }
  }
  return { fault, isBusy, leave: () => void leave() }
}

/** Taken away in the meantime: gone all the same. */
function passNotFound(error: unknown): void {
  if (!(error instanceof ApiError && error.code === 'not_found')) throw error
}
