import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { getItem, setItem } from '../../platform/storage'

export type ThemeChoice = 'system' | 'light' | 'dark'

const KEY = 'theme'

export const themeStore = createStore<{ theme: ThemeChoice }>(() => ({ theme: getItem<ThemeChoice>(KEY) ?? 'system' }))

/** Chooses the colours of this device. */
export function keepTheme(theme: ThemeChoice): void {
  setItem(KEY, theme)
  themeStore.setState({ theme })
}

export const useTheme = (): ThemeChoice => useStore(themeStore, ({ theme }) => theme)
