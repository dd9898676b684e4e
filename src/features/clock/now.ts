import { useState } from 'react'
import { usePageShown } from '@/api/page-shown'
import { type Day, dayOf, startOfDay, yesterdayOf } from '@/contract/periods'

const MINUTE = 60_000
/** The minute that it is on this device, epoch ms; for what happens on a tap. */
export const currentMinute = () => Math.floor(Date.now() / MINUTE) * MINUTE

/** Minutes since midnight in Shanghai, at this moment. */
export function minuteNow(): number {
  const now = currentMinute()
  return (now - startOfDay(dayOf(now))) / MINUTE
}

/** The time on this device to the minute, epoch ms; read anew each time the page comes to the front. */
export function useNow(): number {
  const shown = usePageShown()
  const [held, setHeld] = useState({ shown, now: currentMinute() })
  if (held.shown !== shown) setHeld({ shown, now: shown ? currentMinute() : held.now })
  return held.now
}

/** The latest day that WeChat can be asked about. */
export const useYesterday = (): Day => yesterdayOf(useNow())
