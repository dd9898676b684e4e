import './app.css'
import { type PropsWithChildren, useEffect } from 'react'
import { useTheme } from '@/features/theme/store'
import { keepShell } from '@/platform/offline-shell'
import { ColorModeProvider } from '@/ui'

/** The frame of every page; providers are added here. */
export default function App({ children }: PropsWithChildren) {
  useEffect(keepShell, [])
  const theme = useTheme()
  return <ColorModeProvider chosen={theme === 'system' ? null : theme}>{children}</ColorModeProvider>
}
