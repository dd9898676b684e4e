import { useEffect, useState } from 'react'
import { getWindowWidth, onWindowWidth } from '@/platform/system'

/** From here on: left navigation, dock beside the title, metrics five in a row. */
export const wideFrom = 960

/** Whether the window is wide, px as in the styles. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => getWindowWidth() >= wideFrom)
  useEffect(() => onWindowWidth(width => setWide(width >= wideFrom)), [])
  return wide
}
