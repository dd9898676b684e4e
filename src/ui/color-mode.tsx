import { createContext, type PropsWithChildren, useContext, useEffect, useState } from 'react'
import { applyColorMode, type ColorMode, getSystemColorMode, onSystemColorMode } from '@/platform/system'

interface Mode {
  mode: ColorMode
  /** Chosen by hand; null follows the system. */
  chosen: ColorMode | null
}

const ModeContext = createContext<Mode>({ mode: 'light', chosen: null })

export interface ColorModeProviderProps {
  /** The mode chosen by hand; null or absent follows the system. */
  chosen?: ColorMode | null
}

/** Around the app: tells every part, charts first, which mode is on. */
export function ColorModeProvider({ chosen = null, children }: PropsWithChildren<ColorModeProviderProps>) {
  const [system, setSystem] = useState(getSystemColorMode)
  useEffect(() => onSystemColorMode(setSystem), [])
  useEffect(() => applyColorMode(chosen), [chosen])
  return <ModeContext.Provider value={{ mode: chosen ?? system, chosen }}>{children}</ModeContext.Provider>
}

/** The mode that is on, and whether it was chosen by hand. */
export function useColorMode(): Mode {
  return useContext(ModeContext)
}
