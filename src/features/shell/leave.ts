import { useEffect, useRef } from 'react'
import { createStore } from 'zustand/vanilla'
import { confirmApp, forgetAppHere } from '../../api/forget-apps'
import { reLaunch } from '../../platform/navigation'
import { useApps } from '../apps/queries'
import { forgetApp, rememberApp } from '../choices/store'
import { forgetGivenUp, givingUp, leaveGone } from './given-up'

/** The app that the person was led out of; `name` is empty where it was never known. */
export const leftStore = createStore<{ left: { name: string } | null }>(() => ({ left: null }))

export const forgetLeft = (): void => leftStore.setState({ left: null })

const LOOK_MS = 30_000

/**
 * Opens the list once the person has given an app up; nothing of it stays on the device.
 * @throws what the deed throws: the app is kept then
 */
export async function giveUp(appid: string, deed: () => Promise<unknown>): Promise<void> {
  await givingUp(appid, deed)
  forgetApp(appid)
  forgetAppHere(appid)
  reLaunch('/pages/apps/index?choose=1')
}

/**
 * Watches whether the app on the screen may still be seen. Once it may not, nothing of it stays on the device and the list opens, with a sentence.
 * @param isGone the server said so to a question of the page
 */
export function useStillMine(appid: string, name: string, isGone: boolean): void {
  const { data, isKept, isFetching } = useApps(LOOK_MS)
  const isMissing = data !== null && !isKept && !isFetching && !data.apps.some(app => app.appid === appid)
  useEffect(() => {
    // a list can be older than a grant: the page's own question decides
    if (isMissing) confirmApp(appid)
  }, [appid, isMissing])
  // forgotten with the app
  const known = useRef(name)
  if (name !== '') known.current = name
  useEffect(() => {
    if (!isGone) {
      forgetGivenUp(appid)
      return rememberApp(appid)
    }
    leaveGone(appid, () => {
      leftStore.setState({ left: { name: known.current } })
      forgetApp(appid)
      forgetAppHere(appid)
      reLaunch('/pages/apps/index?choose=1')
    })
  }, [appid, isGone])
}
